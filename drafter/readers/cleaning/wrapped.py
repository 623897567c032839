"""Lines that were cut by a page, a column or a paste put together again.

Two kinds of cut are told apart. A hard-wrapped text breaks at a constant width, so a full line
goes on in the next one. In any other text a line is a paragraph, and only what cannot end where
it ends (no final punctuation, an open bracket) or cannot begin where it begins (是：…, ，…) goes
together; headings, titles, salutations and list items end without punctuation and stay alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

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

__all__ = ["join_lines"]

_WIDEST = 130  # columns; wider lines are paragraphs
_NARROWEST = 24
_SLACK = 6  # columns that punctuation or a Latin word may leave free at a line's end
_FEWEST = 4  # full lines that make a pattern
_LONGEST_HEADING = 64  # characters; the longest headings without a stop in 600 reports have 62
_FRAGMENT = 12  # characters of a piece that stands for itself nowhere (主要目标, 2.5)
_CLOSERS = "”’）》】」』)"
_SHOWN = 300  # characters of a paragraph's end that decide whether it goes on
_DASH_LINE = re.compile(r"\s*(?:——|--|――)")
_OCCASION_END = re.compile(r"[上中时）)]$|(?:讲话|致辞|发言|报告|通过)$")
_OCCASION_REST = re.compile(r"(?:[上中时）)]|讲话|致辞|发言|报告|会议|通过)$")
_UNFINISHED_TITLE = re.compile(r"(?:在|关于)[^上]*$")


@dataclass(frozen=True, slots=True)
class _Column:
    """The width at which a text was wrapped, and what parts its paragraphs: indents, blank lines."""

    columns: int
    indented: bool
    parted: bool


def join_lines(sheet: Sheet) -> None:
    """Join what belongs together and take the blank lines out."""
    blank_before = [i > 0 and not sheet.lines[i - 1].strip() for i in range(len(sheet.lines))]
    column = None if sheet.trusted else _column(sheet.lines, blank_before)
    head = first_body(sheet.lines)
    joined: list[tuple[list[str], int]] = []
    shown = last_raw = ""
    for i, raw in enumerate(sheet.lines):
        line = raw.strip()
        if not line:
            continue
        if joined and _goes_on(shown, last_raw, raw, blank_before[i], column, in_head=i <= head):
            joined[-1][0].append(f" {line}" if _is_latin(shown[-1]) and _is_latin(line[0]) else line)
            shown = (shown + joined[-1][0][-1])[-_SHOWN:]
        else:
            joined.append(([line], sheet.numbers[i]))
            shown = line[-_SHOWN:]
        last_raw = raw
    sheet.replace([("".join(pieces), number) for pieces, number in joined])


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _goes_on(text: str, last: str, raw: str, blank: bool, column: _Column | None, *, in_head: bool) -> bool:
    """Whether the paragraph ``text``, whose last line was ``last``, goes on in the line ``raw``."""
    line = raw.strip()
    if column is None and not in_head and ends_sentence(text):
        return _belongs_before(text, line)
    if is_salutation(line) or (is_salutation(text) and text[-1] != "、"):
        return text[-1] in "、，" and is_salutation(text) and is_salutation(line)
    if starts_inside(line):
        return _belongs_before(text, line)
    if in_head and not is_body(text):
        return _head_goes_on(text, line)
    if column is not None and not (blank and column.parted):
        wrapped = _wrap_goes_on(text, last, raw, column)
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
        return not (numbers_a_unit(line) and is_heading_like(text)) or text[-1] in "，,、（(“《"
    if numbers_a_unit(line):
        return False
    if len(text) > _LONGEST_HEADING or re.search(r"[。；]", text) is not None:
        return not is_title(line)
    return False


def is_heading_like(text: str) -> bool:
    """Whether a line may be a heading: short, without the end of a sentence in it."""
    return len(text) <= _LONGEST_HEADING and "。" not in text and "；" not in text


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


def _column(lines: list[str], blank_before: list[bool]) -> _Column | None:
    """The width of a hard-wrapped text, None for any other."""
    filled = [(i, line) for i, line in enumerate(lines) if line.strip()]
    if len(filled) < _FEWEST + 1 or sum(len(line) > _WIDEST for _, line in filled) > 0.1 * len(filled):
        return None
    widths = sorted(width(line.rstrip()) for _, line in filled)
    top = widths[int(len(widths) * 0.9)]
    if not _NARROWEST <= top <= _WIDEST:
        return None
    full = [(i, line) for i, line in filled if top - _SLACK <= width(line.rstrip()) <= top + _SLACK]
    broken = [line for _, line in full if not ends_sentence(line.strip())]
    if len(full) < _FEWEST or len(full) < 0.35 * len(filled) or len(broken) < 0.6 * len(full):
        return None
    top = max(width(line.rstrip()) for _, line in full)
    indents = [line[:1] in " \u3000\t" for _, line in filled]
    parted = [blank_before[i] for i, _ in filled[1:]]
    return _Column(top, 0.02 < sum(indents) / len(indents) < 0.7, 0.02 < sum(parted) / len(parted) < 0.7)


def _wrap_goes_on(text: str, last: str, raw: str, column: _Column) -> bool | None:
    """What the column says; None where it says nothing."""
    line = raw.strip()
    closed = ends_sentence(text)
    if column.indented:
        if raw[:1] in " \u3000\t":
            return False if closed or numbers_a_unit(line) or not is_body(text) else None
        if numbers_a_unit(line, strong=True):
            return False if closed or is_heading_like(text) else None
        return True
    full = width(last.rstrip()) >= column.columns - _SLACK - 2
    if not full:
        return None if not closed and (is_body(text) or breaks_off(text)) else False
    if numbers_a_unit(line):
        return not closed and not numbers_a_unit(line, strong=True) and not is_heading_like(text)
    # A sentence that ends with the line: where blank lines part the paragraphs it goes on,
    # without them only after a line that is full to the last column.
    return not closed or column.parted or width(last.rstrip()) >= column.columns - 2
