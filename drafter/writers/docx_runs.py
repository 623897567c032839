"""Text to runs (w:r): Chinese marks in the Chinese face, missing facts in yellow.

“ ” ‘ ’ — … · × and their like are ambiguous: Word and LibreOffice set them in the Western face, half
as wide, unless a run of their own says otherwise. Strings are built, not elements: of a document
of 200,000 characters that costs a third of the time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.errors import Problem, WriteError

__all__ = ["Ink", "escape", "is_marks", "runs"]

# The characters of GB/T 2312 rows 1, 2, 6 and 9 that Unicode calls ambiguous in width (UAX #11 A)
# and Word therefore files under the Western face; letters of Greek and Cyrillic stay Western.
_AMBIGUOUS = (
    "\u00a7\u00a8\u00b0\u00b1\u00b7\u00d7\u00f7\u2014-\u2016\u2018\u2019\u201c\u201d\u2025\u2026\u2030\u2032\u2033"
    "\u203b\u2103\u2116\u2160-\u217f\u2190-\u2199\u2200-\u22ff\u2312\u2460-\u257f\u25a0-\u25ff\u2605\u2606\u2640\u2642"
)
_MARKS = re.compile(f"([{_AMBIGUOUS}]+)")
_MISSING = re.compile("(【待补[^】]*】)")

_LONGEST_TEXT = 10_000_000
"""libxml2 reads no text node above 10 MB (XML_MAX_TEXT_LENGTH); Word's own limit lies higher."""

_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'
_HIGHLIGHT = '<w:highlight w:val="yellow"/>'


@dataclass(frozen=True, slots=True)
class Ink:
    """How the runs of one style begin.

    Arguments:
        plain: opening tags of a run of ordinary text.
        marks: of a run of Chinese marks.
        missing: of ordinary text inside 【待补：…】.
        missing_marks: of Chinese marks inside 【待补：…】.
    """

    plain: str
    marks: str
    missing: str
    missing_marks: str

    @classmethod
    def of(cls, *, style: str = "", fonts: str = "", weight: str = "") -> Ink:
        """Ink from inner XML of w:rPr.

        Arguments:
            style: the w:rStyle element, or "".
            fonts: the w:rFonts element that puts marks into the Chinese face.
            weight: w:b elements, or "".
        """
        return cls(
            plain=_opening(style + weight),
            marks=_opening(style + fonts + weight),
            missing=_opening(style + weight + _HIGHLIGHT),
            missing_marks=_opening(style + fonts + weight + _HIGHLIGHT),
        )


def escape(text: str) -> str:
    """The text as XML character data or as a quoted attribute."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text.replace('"', "&quot;") if '"' in text else text


def is_marks(text: str) -> bool:
    """Whether a text is Chinese marks alone, which are set in a run of their own."""
    return _MARKS.fullmatch(text) is not None


def runs(text: str, ink: Ink) -> str:
    """The runs of one stretch of text in one style; line breaks become w:br, tabs w:tab.

    Raises:
        WriteError: W002 the stretch is so long that no program could read it again.
    """
    # No character takes more than four bytes, so that only monstrous text is measured.
    if len(text) * 4 > _LONGEST_TEXT and len(text.encode()) > _LONGEST_TEXT:
        raise WriteError(
            Problem("W002", f"有一段长达{len(text)}字，存成 Word 以后读不回来", mend="请把这一段分成几段")
        )
    text = escape(text)
    if "\n" in text:
        text = text.replace("\n", _BREAK)
    if "\t" in text:
        text = text.replace("\t", _TAB)
    if "【待补" not in text:
        return _faced(text, ink.plain, ink.marks)
    pieces = _MISSING.split(text)
    return "".join(
        _faced(piece, ink.missing, ink.missing_marks) if at % 2 else _faced(piece, ink.plain, ink.marks)
        for at, piece in enumerate(pieces)
    )


def _faced(text: str, plain: str, marks: str) -> str:
    """Runs of escaped text: ``split`` gives ordinary text and marks by turns."""
    pieces = _MARKS.split(text)
    return "".join(
        [f"{marks if at % 2 else plain}{piece}</w:t></w:r>" for at, piece in enumerate(pieces) if piece]
    )


def _opening(inner: str) -> str:
    properties = f"<w:rPr>{inner}</w:rPr>" if inner else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">'
