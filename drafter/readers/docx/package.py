"""The parts of a Word document and how they are found: relationships, not fixed names."""

from __future__ import annotations

import posixpath

from drafter.readers.docx.archive import Archive
from drafter.readers.docx.markup import PACKAGE_RELATIONS, Element, W, parse_part
from drafter.readers.docx.refusal import refusal, refuse_foreign

__all__ = ["WordPackage"]

_USUAL_BODY = "word/document.xml"


class WordPackage:
    """An opened .docx: its body and the parts the body refers to, parsed when asked for."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open the file and find its body.

        Raises:
            ReadError: R020-R029, see ``refusal``, ``archive`` and ``markup``.
        """
        refuse_foreign(data, name)
        self.name = name
        self._archive = Archive(data, name)
        self._body_part = self._find_body()
        self.document = self._parse(self._body_part)
        if self.document.tag != f"{W}document":
            raise refusal("R027", f"“{self._body_part}”不是 Word 正文", name)
        self._relations = self._relations_of(self._body_part)

    def part(self, kind: str) -> Element | None:
        """The part the body is related to by ``kind`` (styles, numbering, footnotes …), if any."""
        for relation_kind, target in self._relations.values():
            if relation_kind == kind and target in self._archive:
                return self._parse(target)
        return None

    def part_by_id(self, relation_id: str | None) -> Element | None:
        """The part a relationship id (``r:id``) of the body leads to, if any."""
        _, target = self._relations.get(relation_id or "", ("", ""))
        return self._parse(target) if target in self._archive else None

    def _parse(self, part: str) -> Element:
        return parse_part(self._archive.read(part), part, self.name)

    def _relations_of(self, part: str) -> dict[str, tuple[str, str]]:
        """Relationship id → (kind, part name) of what ``part`` refers to inside the file."""
        folder, file = posixpath.split(part)
        relations_part = posixpath.join(folder, "_rels", f"{file}.rels")
        if relations_part not in self._archive:
            return {}
        found: dict[str, tuple[str, str]] = {}
        for relation in self._parse(relations_part).iter(f"{PACKAGE_RELATIONS}Relationship"):
            if relation.get("TargetMode") == "External":
                continue
            # The kind is the last step of the type's address, alike in strict and transitional.
            kind = relation.get("Type", "").rpartition("/")[2]
            target = posixpath.normpath(
                posixpath.join("/", folder, relation.get("Target", "").replace("\\", "/"))
            )
            found[relation.get("Id", "")] = (kind, target.lstrip("/"))
        return found

    def _find_body(self) -> str:
        body = next(
            (target for kind, target in self._relations_of("").values() if kind == "officeDocument"),
            _USUAL_BODY,
        )
        if body in self._archive and not body.startswith(("xl/", "ppt/")):
            return body
        raise self._without_body(body)

    def _without_body(self, body: str) -> Exception:
        names = self._archive.names()
        if body.startswith("xl/") or "xl/workbook.xml" in names:
            return refusal("R020", "这是 Excel 表格，不是 Word 文件", self.name, "请换成 Word 文件")
        if body.startswith("ppt/") or "ppt/presentation.xml" in names:
            return refusal("R020", "这是演示文稿，不是 Word 文件", self.name, "请换成 Word 文件")
        if "mimetype" in names and "content.xml" in names:
            return refusal(
                "R020", "这是 OpenDocument 文件，不是 .docx", self.name, "请用 Word 或 WPS 另存为 .docx 再读"
            )
        if any(name.startswith(("word/", "_rels/")) for name in names):
            return refusal(
                "R026", "文件里没有正文部分（word/document.xml）", self.name, "文件可能没有保存完整"
            )
        return refusal("R020", "这是压缩包，不是 Word 文件", self.name, "请先解压，再读里面的文件")
