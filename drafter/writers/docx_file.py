"""A .docx that is there already: its parts read with bounds, some of them changed, all others kept."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile

from drafter.safezip import BoundedZip, PackageError, open_bounded
from drafter.writers.docx_reference_package import OFFICE, relations_name, relations_of
from drafter.writers.docx_runs import escape

__all__ = ["DocxFile"]

_TYPES = "[Content_Types].xml"
#: An element of these is appended before the end tag of the part's root.
_CLOSING = re.compile(rb"</(?:[A-Za-z0-9_]+:)?(?:Types|Relationships)\s*>\s*$")
#: <Relationships/> without anything in it.
_EMPTY = re.compile(rb"<Relationships([^>]*)/>\s*$")
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_NEW = (1980, 1, 1, 0, 0, 0)


class DocxFile:
    """An opened .docx; ``save`` gives it back with what was changed.

    Arguments:
        data: the file's bytes.

    Raises:
        PackageError: damaged, hostile, or no Word document.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._package: BoundedZip = open_bounded(data)
        self._changed: dict[str, bytes] = {}
        main = [one for one in relations_of(self._package, "") if one.kind == "officeDocument"]
        if not main or main[0].target not in self._package or not main[0].target.endswith(".xml"):
            raise PackageError("里面没有 Word 正文")
        self.main = main[0].target

    def __contains__(self, name: object) -> bool:
        return name in self._changed or name in self._package

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all parts."""
        return (*self._package.names, *(name for name in self._changed if name not in self._package))

    @property
    def document(self) -> bytes:
        """The part that holds the text."""
        return self.read(self.main)

    def read(self, name: str) -> bytes:
        """A part's bytes as they are now.

        Raises:
            KeyError: there is no such part.
            PackageError: it is damaged.
        """
        return self._changed[name] if name in self._changed else self._package.read(name)

    def related(self, kind: str) -> str | None:
        """The name of the part that the document is related to by a kind (comments), or None."""
        found = (one.target for one in relations_of(self._package, self.main) if one.kind == kind)
        return next((target for target in found if target in self), None)

    def change(self, name: str, data: bytes) -> None:
        """Give a part other bytes."""
        self._changed[name] = data

    def add(self, name: str, data: bytes, *, content_type: str, kind: str, of: str) -> None:
        """Add a part that another one is related to.

        Arguments:
            name: its name in the package.
            data: its bytes.
            content_type: its content type.
            kind: last word of the relationship's type (comments, customXml).
            of: the part it belongs to.
        """
        self.change(name, data)
        override = f'<Override PartName="/{escape(name)}" ContentType="{content_type}"/>'
        self.change(_TYPES, self._appended(self.read(_TYPES), override, _TYPES))
        rels = relations_name(of)
        relations = self.read(rels) if rels in self else _no_relations()
        number = 1
        while f'"rIdJg{number}"'.encode() in relations:
            number += 1
        target = posixpath.relpath(name, posixpath.dirname(of))
        relation = f'<Relationship Id="rIdJg{number}" Type="{OFFICE}/{kind}" Target="{escape(target)}"/>'
        self.change(rels, self._appended(relations, relation, rels))

    def _appended(self, part: bytes, element: str, name: str) -> bytes:
        part = _EMPTY.sub(rb"<Relationships\1></Relationships>", part)
        closing = _CLOSING.search(part)
        if closing is None or b":" in closing.group():
            raise PackageError(f"“{name}”的写法不是 Word 惯用的")
        return part[: closing.start()] + element.encode() + part[closing.start() :]

    def save(self) -> bytes:
        """The whole file: parts in their order, what was added behind them, no clock read."""
        stream = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(self._data)) as old,
            zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
        ):
            for info in old.infolist():
                data = b"" if info.is_dir() else self.read(info.filename)
                kept = zipfile.ZipInfo(info.filename, info.date_time)
                kept.compress_type = info.compress_type
                kept.external_attr, kept.create_system = info.external_attr, info.create_system
                new.writestr(kept, data)
            for name in self.names:
                if name not in self._package:
                    added = zipfile.ZipInfo(name, _NEW)
                    added.compress_type = zipfile.ZIP_DEFLATED
                    added.create_system = 0
                    new.writestr(added, self.read(name))
        return stream.getvalue()


def _no_relations() -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Relationships xmlns="{_RELATIONSHIPS}"></Relationships>'
    ).encode()
