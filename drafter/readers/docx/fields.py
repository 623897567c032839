"""Fields (域): their code stays out, their result comes in (ECMA-376-1 17.16)."""

from __future__ import annotations

import re

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


class Field:
    """A field that has begun: in its code until its result begins.

    ``closed`` tells a field that ended from one whose end the file lacks; ``contents`` is the
    table of contents it makes or stands in; ``shown`` whether its result has any text.
    """

    __slots__ = ("_outer_in_code", "closed", "code", "contents", "in_result", "outer", "shown")

    def __init__(self, outer: Field | None, code: str = "") -> None:
        self.outer = outer
        self.code = code
        self.in_result = self.shown = self.closed = False
        self.contents: Field | None = outer.contents if outer is not None else None
        self._outer_in_code = outer is not None and outer.in_code

    @property
    def in_code(self) -> bool:
        """Whether text here is code of this field or of one around it."""
        return self._outer_in_code or not self.in_result

    def begin_result(self) -> None:
        """What follows is the result."""
        self.in_result = True
        if _MADE_CONTENTS.match(self.code):
            self.contents = self


class Fields:
    """The fields that stand open at a point of the text."""

    def __init__(self) -> None:
        self._innermost: Field | None = None

    @property
    def in_code(self) -> bool:
        """Whether text here belongs to a field's code."""
        return self._innermost is not None and self._innermost.in_code

    def show(self) -> Field | None:
        """Note that text is shown here; the table of contents it belongs to, if any."""
        if self._innermost is None:
            return None
        self._innermost.shown = True
        return self._innermost.contents

    def mark(self, kind: str | None) -> str:
        """Take a ``w:fldChar`` (begin, separate, end).

        Returns:
            Text to show for a field that ends without a result of its own, else "".
        """
        innermost = self._innermost
        if kind == "begin":
            self._innermost = Field(innermost)
        elif kind == "separate" and innermost is not None:
            innermost.begin_result()
        elif kind == "end" and innermost is not None:
            return self._end(innermost)
        return ""

    def open_simple(self, code: str) -> None:
        """Begin a ``w:fldSimple``, whose children are its result; end it with ``mark("end")``."""
        self._innermost = Field(self._innermost, code)
        self._innermost.begin_result()

    def add_code(self, text: str) -> None:
        """Take a ``w:instrText``."""
        field = self._innermost
        if field is not None and not field.in_result and len(field.code) < _LONGEST_CODE:
            field.code += text[:_LONGEST_CODE]

    def end_paragraph(self) -> None:
        """Give up fields whose code has no end in their paragraph: only results run on."""
        while self._innermost is not None and self._innermost.in_code:
            self._innermost = self._innermost.outer

    def _end(self, field: Field) -> str:
        field.closed = True
        self._innermost = field.outer
        if field.outer is not None and field.shown:
            field.outer.shown = True
        return "" if field.shown else _overstruck(field.code)


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
