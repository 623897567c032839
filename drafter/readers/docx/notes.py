"""Texts that stand beside the body: footnotes, endnotes, comments, page headers and footers."""

from __future__ import annotations

from drafter.readers.docx.markup import Element, W, attribute
from drafter.readers.docx.package import WordPackage

__all__ = ["Notes"]

# Kind of reference → the relationship that leads to its part.
_PARTS = {"footnote": "footnotes", "endnote": "endnotes", "comment": "comments"}


class Notes:
    """The side texts of a document, read when first asked for."""

    def __init__(self, package: WordPackage) -> None:
        self._package = package
        self._texts: dict[str, dict[str, str]] = {}
        self._margins_seen: set[str] = set()

    def text(self, kind: str, identifier: str) -> str:
        """The text of a ``footnote``, an ``endnote`` or a ``comment`` by its ``w:id``.

        Raises:
            ReadError: the part that holds it cannot be read (R023, R024, R027-R029).
        """
        if kind not in self._texts:
            part = self._package.part(_PARTS[kind])
            notes = () if part is None else part.iterchildren(f"{W}{kind}")
            self._texts[kind] = {attribute(note, f"{W}id") or "": _plain(note) for note in notes}
        return self._texts[kind].get(identifier, "")

    def margin(self, relation_id: str | None) -> str:
        """The text of a page header or footer, once: sections often share one."""
        if relation_id is None or relation_id in self._margins_seen:
            return ""
        self._margins_seen.add(relation_id)
        part = self._package.part_by_id(relation_id)
        return "" if part is None else _plain(part)


def _plain(element: Element) -> str:
    paragraphs = ("".join(text.text or "" for text in one.iter(f"{W}t")) for one in element.iter(f"{W}p"))
    return "\n".join(filter(str.strip, paragraphs)).strip()
