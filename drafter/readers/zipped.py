"""Documents out of a zip of them, one at a time, nothing written to the disk.

A zip comes from anywhere. Its names are labels and never paths, so that ``../../etc`` leads nowhere;
each entry is judged by itself before it is unpacked, so that one bad one does not spoil the rest; and
zips in zips are opened to a bounded depth.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from drafter.errors import Problem, ReadError
from drafter.readers.folders import is_hidden, is_no_document
from drafter.safezip import BoundedZip, Bounds, PackageError, open_bounded
from phrasebank.harmless import harmless
from phrasebank.os_reasons import os_reason

__all__ = ["is_archive", "refuse_archive", "zipped_documents"]

_MIB = 1024 * 1024
#: A year of speeches is some hundreds of files; one document is at most ``document.LARGEST``.
_BOUNDS = Bounds(entries=20_000, part=50 * _MIB, total=2048 * _MIB)
#: All that comes out of a zip, the zips in it unpacked too, to its own size: documents are packed already and
#: text shrinks to a third. Judged above so many bytes.
_SWELLING, _SWELLING_FROM = 20, 64 * _MIB
#: Zips inside zips that are opened: a folder packed, and that packed for the post, and once more.
_DEPTH = 3
#: Zips inside one zip that are opened, a year's meetings packed one by one; ten levels of ten are more.
_MOST_ZIPS = 50
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
#: What a package has in it that is one document: Office Open XML, OpenDocument.
_PACKAGE = ("[Content_Types].xml", "mimetype", "word/document.xml")
_DIRECTORY_END = b"PK\x05\x06"
#: Bytes at the beginning and the end of a file in which names are looked for.
_END = 1 << 20


def is_archive(data: bytes | Path) -> bool:
    """Whether something is a zip of documents rather than one document in a zip's clothes.

    Arguments:
        data: a file's bytes, or where it is.
    """
    try:
        if isinstance(data, Path):
            with data.open("rb") as stream:
                start = stream.read(4)
        else:
            start = data[:4]
        if not start.startswith(_ZIP):
            return False
        return not any(name in _PACKAGE for name in open_bounded(data, _BOUNDS, each=False).names)
    except PackageError:
        # Hostile, or cut off: whoever opens it says so in the words for what it was meant to be. Names stand
        # in a zip as they are; one that was cut off has no directory to tell them.
        ends = _ends_of(data)
        return _DIRECTORY_END in ends and not any(name.encode() in ends for name in _PACKAGE)
    except OSError:
        return False


def _ends_of(data: bytes | Path) -> bytes:
    if isinstance(data, bytes):
        return data[:_END] + data[-_END:]
    with data.open("rb") as stream:
        start = stream.read(_END)
        stream.seek(max(0, data.stat().st_size - _END))
        return start + stream.read(_END)


def zipped_documents(data: bytes | Path, name: str) -> Iterator[tuple[str, bytes] | Problem]:
    """The documents of a zip: (``zip！entry``, its bytes); what cannot be unpacked comes as a problem.

    Arguments:
        data: the zip's bytes, or where it is.
        name: what to call it.
    """
    try:
        size = data.stat().st_size if isinstance(data, Path) else len(data)
    except OSError as error:
        yield _problem("R038", f"打不开：{os_reason(error)}", name, "请检查权限")
        return
    yield from _Unpacking(max(_SWELLING * size, _SWELLING_FROM)).documents(data, name, 1)


class _Unpacking:
    """One zip and the zips in it, unpacked until their allowance is spent."""

    def __init__(self, allowance: int) -> None:
        self._left = allowance
        self._zips = 0

    def documents(self, data: bytes | Path, name: str, depth: int) -> Iterator[tuple[str, bytes] | Problem]:
        try:
            package = open_bounded(data, _BOUNDS, each=False)
        except PackageError as error:
            yield _problem("R038", str(error), name, "请重新打包，或先解压到文件夹里")
            return
        with package:
            if package.size > self._left:
                message = f"展开后超过压缩包的{_SWELLING}倍，像是恶意文件"
                yield _problem("R038", message, name, "请向发来的人核实")
                return
            self._left -= package.size
            for entry in sorted(package.names):
                if not (any(map(is_hidden, entry.replace("\\", "/").split("/"))) or is_no_document(entry)):
                    yield from self._entry(package, entry, f"{name}！{harmless(entry)}", depth)

    def _entry(
        self, package: BoundedZip, entry: str, inside: str, depth: int
    ) -> Iterator[tuple[str, bytes] | Problem]:
        try:
            content = package.read(entry)
        except PackageError as error:
            yield _problem("R038", str(error), inside, "这一份先跳过；请单独解压出来看看")
            return
        if not is_archive(content):
            yield inside, content
            return
        self._zips += 1
        if self._zips > _MOST_ZIPS:
            if self._zips == _MOST_ZIPS + 1:
                yield _problem("R039", f"里面的压缩包超过{_MOST_ZIPS}个，其余的没有读", inside, "请先解压")
        elif depth >= _DEPTH:
            yield _problem("R039", f"压缩包套了{depth}层以上，不再往里读", inside, "请先解压")
        else:
            yield from self.documents(content, inside, depth + 1)


def refuse_archive(name: str) -> ReadError:
    """The error where one document is wanted and a zip of them is given."""
    mend = "请先解压；parse、check、mine 可以直接读压缩包和文件夹"
    return ReadError(_problem("R039", "这是压缩包，里面不止一份文件", name, mend))


def _problem(code: str, message: str, name: str, mend: str) -> Problem:
    return Problem(code, message, name, mend=mend)
