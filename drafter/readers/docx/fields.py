"""Fields (域): their code stays out, their result comes in (ECMA-376-1 17.16)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.readers.docx.numerals import format_number

__all__ = ["Field", "Fields"]

# More than any field that is looked into; a code may be megabytes long in a hostile file.
_LONGEST_CODE = 500
_MADE_CONTENTS = re.compile(r"\s*TOC\b", re.IGNORECASE)
# Word's 带圈字符 is a field without a result: EQ \o\ac(○,1) lays the second over the first.
_OVERSTRUCK = re.compile(
    r"\s*EQ\s+\\o\s*(?:\\a[clr])?\s*\(\s*([○〇◯□△◇]?)\s*[,，]\s*([^()\\]+?)\s*\)", re.IGNORECASE
)
# The phonetic guide of old Word: \o\ad(\s\up 9(reading),characters).
_GUIDED = re.compile(
    r"\s*EQ\b.*\\o\s*\\a[dclr]\s*\(\s*\\s\\up\s*\d+\s*\([^()]*\)\s*[,，]([^()]*)\)", re.IGNORECASE
)


@dataclass(slots=True)
class Field:
    """A field that has begun: in its code until ``separate``, then in its result.

    ``closed`` tells a field that ended from one whose end the file lacks.
    """

    code: str = ""
    in_result: bool = False
    shown: bool = False
    closed: bool = False

    @property
    def makes_contents(self) -> bool:
        """Whether its result is a table of contents (目录)."""
        return bool(_MADE_CONTENTS.match(self.code))


class Fields:
    """The fields that stand open at a point of the text, outermost first."""

    def __init__(self) -> None:
        self._open: list[Field] = []
        self.in_code = False
        self.contents: Field | None = None

    def mark(self, kind: str | None) -> str:
        """Take a ``w:fldChar`` (begin, separate, end).

        Returns:
            Text to show for a field that ends without a result of its own, else "".
        """
        text = ""
        if kind == "begin":
            self._open.append(Field())
        elif kind == "separate" and self._open:
            self._open[-1].in_result = True
        elif kind == "end" and self._open:
            ended = self._open.pop()
            ended.closed = True
            text = "" if ended.shown else _overstruck(ended.code)
        self._look()
        return text

    def open_simple(self, code: str) -> None:
        """Begin a ``w:fldSimple``, whose children are its result; end it with ``mark("end")``."""
        self._open.append(Field(code, in_result=True))
        self._look()

    def add_code(self, text: str) -> None:
        """Take a ``w:instrText``."""
        if self._open and not self._open[-1].in_result and len(self._open[-1].code) < _LONGEST_CODE:
            self._open[-1].code += text[:_LONGEST_CODE]

    def note_shown(self) -> None:
        """Something of the results was shown."""
        for field in self._open:
            field.shown = True

    def end_paragraph(self) -> None:
        """Give up fields whose code has no end in their paragraph: only results run on."""
        if self.in_code:
            self._open = [field for field in self._open if field.in_result]
            self._look()

    def _look(self) -> None:
        self.in_code = any(not field.in_result for field in self._open)
        self.contents = next((field for field in self._open if field.makes_contents), None)


def _overstruck(code: str) -> str:
    """What a field that lays characters over one another stands for."""
    if (guided := _GUIDED.match(code)) is not None:
        return guided[1].strip()
    match = _OVERSTRUCK.match(code)
    if match is None:
        return ""
    ring, inside = match.groups()
    if ring in ("○", "〇", "◯") and inside.isdecimal() and len(inside) <= 2:
        return format_number(int(inside), "decimalEnclosedCircle")
    return inside
