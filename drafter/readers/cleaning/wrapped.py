"""Lines that were cut by a page, a column or a paste put together again.

Two kinds of cut are told apart. A hard-wrapped text breaks at a constant width, so a full line
goes on in the next one. In any other text a line is a paragraph, and only what cannot end where
it ends (no final punctuation, an open bracket) or cannot begin where it begins (是：…, ，…) goes
together; headings, titles, salutations and list items end without punctuation and stay alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.readers.cleaning.columns import SLACK, Column, find_column
from drafter.readers.cleaning.shapes import (
    breaks_off,
    ends_sentence,
    first_body,
    is_body,
    is_date,
    is_row,
    is_salutation,
    is_title,
    numbers_a_unit,
    starts_inside,
    width,
)
from drafter.readers.cleaning.sheet import Sheet
from drafter.speech.leading import read_marker

__all__ = ["join_lines"]

_LONGEST_HEADING = 64  # characters; the longest headings without a stop in 600 reports have 62
_FRAGMENT = 12  # characters of a piece that stands for itself nowhere (主要目标, 2.5)
_CLOSERS = "”’）》】」』)"
_CLAUSES = 3  # commas; a heading without number has fewer
_SHORTEST_CUT = 16  # characters; what is shorter at a page's end is a heading
_SHOWN = 300  # characters of a paragraph's end that decide whether it goes on
_DASH_LINE = re.compile(r"\s*(?:——|--|――)")
_OCCASION_END = re.compile(r"[上中时）)]$|(?:讲话|致辞|发言|报告|通过)$")
_OCCASION_REST = re.compile(r"(?:[上中时）)]|讲话|致辞|发言|报告|会议|通过)$")
_UNFINISHED_TITLE = re.compile(r"(?:在|关于)[^上]*$")


@dataclass(slots=True)
class _Paragraph:
    """A paragraph that is being put together.

    Arguments:
        pieces: its lines, stripped.
        number: the source line it begins on.
        last: the source line it ends on.
        raw: its last line with the indent.
        end: the last characters of its text; enough to judge by, so that a long paragraph is
            not copied for every line.
    """

    pieces: list[str]
    number: int
    last: int
    raw: str
    end: str

    def add(self, raw: str, number: int) -> None:
        """Append a line."""
        line = raw.strip()
        gap = " " if _is_latin(self.end[-1]) and _is_latin(line[0]) else ""
        self.pieces.append(gap + line)
        self.raw = raw
        self.last = number
        self.end = (self.end + gap + line)[-_SHOWN:]


def join_lines(sheet: Sheet) -> None:
    """Join what belongs together and take the blank lines out."""
    column = None if sheet.trusted else find_column(sheet.lines)
    head = first_body(sheet.lines)
    paragraphs: list[_Paragraph] = []
    blank = False
    for i, raw in enumerate(sheet.lines):
        line = raw.strip()
        if not line:
            blank = True
            continue
        wrap = None if column is None or (blank and column.parted) else column
        if paragraphs and (
            _goes_on(paragraphs[-1], raw, wrap, in_head=i <= head)
            or (paragraphs[-1].last in sheet.page_ends and i > head and _runs_over(paragraphs[-1].end, line))
        ):
            paragraphs[-1].add(raw, sheet.numbers[i])
        else:
            paragraphs.append(_Paragraph([line], sheet.numbers[i], sheet.numbers[i], raw, line[-_SHOWN:]))
        blank = False
    sheet.replace([("".join(paragraph.pieces), paragraph.number) for paragraph in paragraphs])


def _runs_over(text: str, line: str) -> bool:
    """Whether a paragraph that a page's end cut goes on over the page."""
    if ends_sentence(text) or numbers_a_unit(text) or len(text) < _SHORTEST_CUT:
        return False
    return not (numbers_a_unit(line) or is_title(line) or is_row(line) or is_salutation(line))


_OPEN_END = "，,、（(“《"
"""What no heading ends in."""


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _goes_on(paragraph: _Paragraph, raw: str, column: Column | None, *, in_head: bool) -> bool:
    """Whether the paragraph goes on in the line ``raw``."""
    text, line = paragraph.end, raw.strip()
    if column is None and not in_head and ends_sentence(text):
        return _belongs_before(text, line)
    if is_salutation(line) or (is_salutation(text) and text[-1] != "、"):
        return text[-1] in "、，" and is_salutation(text) and is_salutation(line)
    if starts_inside(line):
        return _belongs_before(text, line)
    if in_head and not is_body(text):
        return _head_goes_on(text, line)
    if column is not None:
        wrapped = _wrap_goes_on(paragraph, raw, column)
        if wrapped is not None:
            return wrapped
    if ends_sentence(text) or is_row(text) or is_row(line):
        return False
    if numbers_a_unit(line, strong=True) and not text.endswith(("，", ",", "、")):
        return text.endswith(("（", "(")) or _open_quote(text)
    return _broken(text, line)


def _belongs_before(text: str, line: str) -> bool:
    """Whether the line begins with a mark that closes or carries on what stands before it."""
    return starts_inside(line) and (not text.endswith("。") or line[0] in _CLOSERS)


def _broken(text: str, line: str) -> bool:
    """Whether a paragraph without final punctuation goes on, widths aside."""
    if breaks_off(text):
        if text[-1] not in _OPEN_END and numbers_a_unit(text, strong=True) and _is_heading_like(text):
            # 一、他们是怎样走进去的 is a heading, though no sentence ends in 的.
            return False
        return not (numbers_a_unit(line) and _is_heading_like(text)) or text[-1] in _OPEN_END
    if numbers_a_unit(line):
        return False
    return not _is_heading_like(text) and not is_title(line)


def _is_heading_like(text: str) -> bool:
    """Whether a line may be a heading: short, without the end of a sentence in it."""
    if len(text) > _LONGEST_HEADING or "。" in text or "；" in text:
        return False
    return text.count("，") + text.count(",") < _CLAUSES or numbers_a_unit(text)


def _head_goes_on(text: str, line: str) -> bool:
    """Above the salutation only a comma, an open bracket or an unfinished —— line goes on."""
    if is_date(line) or is_date(text):
        return False
    if _DASH_LINE.match(line):
        return False
    if _DASH_LINE.match(text) and not _OCCASION_END.search(text):
        return _OCCASION_REST.search(line) is not None
    if _UNFINISHED_TITLE.match(text) and not is_title(text):
        return is_title(line)
    return text[-1] in "，、（《“,(" and not is_salutation(line)


def _open_quote(text: str) -> bool:
    return text.count("“") > text.count("”") or text.count("《") > text.count("》")


def _wrap_goes_on(paragraph: _Paragraph, raw: str, column: Column) -> bool | None:
    """What the column says; None where it says nothing."""
    text, line = paragraph.end, raw.strip()
    closed = ends_sentence(text)
    if column.indented:
        if raw[:1] in " \u3000\t":
            return False if closed or numbers_a_unit(line) or not is_body(text) else None
        if numbers_a_unit(line, strong=True):
            return False if closed or _is_heading_like(text) else None
        return True
    filled = width(paragraph.raw.rstrip())
    if filled < column.columns - SLACK - 2:
        return None if not closed and (is_body(text) or breaks_off(text)) else False
    if numbers_a_unit(line):
        return not closed and not numbers_a_unit(line, strong=True) and not _is_heading_like(text)
    if closed and _counts_on(paragraph.pieces[0], line):
        return False
    # A sentence that ends with the line: where blank lines part the paragraphs it goes on,
    # without them only after a line that is full to the last column.
    return not closed or column.parted or filled >= column.columns - 2


def _counts_on(first: str, line: str) -> bool:
    """Whether a line carries the count of the paragraph before it one further (一查… 二查…)."""
    before, after = read_marker(first), read_marker(line)
    if before is None or after is None or before[0].number is None:
        return False
    return before[0].family is after[0].family and after[0].number == before[0].number + 1
