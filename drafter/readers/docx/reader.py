"""Read a Word document into text."""

from __future__ import annotations

from drafter.readers.docx.levels import Numbering
from drafter.readers.docx.markup import W
from drafter.readers.docx.notes import Notes
from drafter.readers.docx.package import WordPackage
from drafter.readers.docx.refusal import refusal
from drafter.readers.docx.story import Assembly
from drafter.readers.docx.styles import Styles
from drafter.readers.docx.walk import Walk
from drafter.readers.source import SourceText

__all__ = ["read_docx"]

# What may close a paragraph of prose; a heading, a title or a line cut by a column ends without.
_CLOSING = tuple("。！？；：…”’）》!?;:.)")
_PROSE = 20  # characters: most headings are shorter, most lines of a page longer
_FEWEST_CUT = 8  # lines that make a pattern


def read_docx(data: bytes, name: str) -> SourceText:
    """Read a .docx as Word shows it with all changes accepted: automatic numbers become text.

    Paragraphs come in reading order, table cells row by row, text boxes where they are anchored,
    a break inside a paragraph as ``"\\n"``, empty ones left out. Footnotes, comments, page
    headers, deleted and hidden text, a table of contents made by Word and pictures stay out and
    are recorded in ``dropped``.

    Arguments:
        data: the file's bytes.
        name: the file's name as the user wrote it, for messages.

    Raises:
        ReadError: R020 not a Word document; R021 an old .doc; R022 it has a password; R023 it is
            damaged; R024 too large or packed too tightly; R025 too many entries or two of one
            name; R026 no body; R027 broken XML; R028 a DOCTYPE or an entity; R029 nested too
            deeply or too many elements.
    """
    package = WordPackage(data, name)
    styles = Styles(package.part("styles"))
    walk = Walk(styles, Numbering(package.part("numbering"), styles), Notes(package))
    body = package.document.find(f"{W}body")
    if body is None:
        raise refusal("R026", "文件里没有正文（w:body）", name, "文件可能没有保存完整")
    walk.read(body)
    assembly = Assembly()
    assembly.take(walk.lines)
    dropped = sorted(walk.dropped + assembly.dropped, key=lambda one: one.line)
    return SourceText(
        name=name,
        paragraphs=tuple(assembly.paragraphs),
        trusted=not _looks_cut(assembly.paragraphs),
        dropped=tuple(dropped),
        notes=tuple(assembly.notes + walk.notes),
    )


def _looks_cut(paragraphs: list[str]) -> bool:
    """Whether most lines break off in mid-sentence, as in a page turned into Word line by line."""
    lines = [line for paragraph in paragraphs for line in paragraph.split("\n") if len(line) >= _PROSE]
    cut = sum(not line.endswith(_CLOSING) for line in lines)
    return cut >= _FEWEST_CUT and cut * 2 > len(lines)
