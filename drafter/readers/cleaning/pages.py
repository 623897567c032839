"""What a printed page adds to the text: its number, its running header, where the article goes on."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise

from drafter.readers.cleaning.columns import find_column
from drafter.readers.cleaning.shapes import (
    ends_sentence,
    first_body,
    is_salutation,
    numbers_a_unit,
    starts_inside,
    width,
)
from drafter.readers.cleaning.sheet import Sheet

__all__ = ["drop_page_furniture"]

_NUMBER = re.compile(
    r"[-—–－―─·•~～]+\s*\d{1,3}\s*[-—–－―─·•~～]+"
    r"|第\s*[\d一二三四五六七八九十]{1,3}\s*页(?:\s*[/／，,、]?\s*[（(]?共\s*[\d一二三四五六七八九十]{1,3}\s*页[)）]?)?"
    r"|(?:[Pp]age|PAGE|P\.?)\s*\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?|\d{1,3}\s*/\s*\d{1,3}|[·•]\s*\d{1,3}\s*[·•]?|\d{1,3}\s*页"
)
_JUMP = re.compile(r"[（(][上下紧]?[转接]第?\s*[\d一二三四五六七八A-H]{1,3}\s*版[)）]")
_BARE = re.compile(r"\d{1,3}")
_MOST_GAPS = 3
_SHORTEST_HEADER = 4  # characters; shorter ones are fragments of a table
_MASK = re.compile(r"\d+")
_LONGEST_HEADER = 40  # characters
_UNIT = re.compile(
    r"[万亿千百个名米吨元月时秒％%倍级件户所座只头期届岁周+—\-～~]|公里|平方|亩|人(?![民大才])|年(?!轻)|日(?![常益])|天(?!下)"
    r"|项(?!目)|条(?![件例])|处(?![理置])|成(?![立为功效果绩])|分(?![类析])|位(?!于)|度(?!过)|家(?![庭乡园])|起(?![来步])|次(?!第)"
)
_SHORT = 0.7  # of the width of the lines around it
_REPEATS = 3  # a short line that comes back so often is the page's, unless it speaks


def drop_page_furniture(sheet: Sheet) -> None:
    """Take out page numbers and running headers, with the blank lines that a page's end leaves."""
    _drop_jumps(sheet)
    numbers = _page_numbers(sheet.lines)
    headers = _running_headers(sheet.lines, numbers)
    for index in sorted(numbers | headers):
        for step in (-1, 1):
            beside = index + step
            while 0 <= beside < len(sheet.lines) and not sheet.lines[beside].strip():
                numbers.add(beside)
                beside += step
    gone = numbers | headers
    sheet.page_ends |= {sheet.numbers[i - 1] for i in gone if i > 0 and i - 1 not in gone}
    sheet.note_lines(headers, "running-header")
    sheet.drop(gone, "page-number", noted=headers)


def _drop_jumps(sheet: Sheet) -> None:
    """Take out what newspapers print where an article goes on on another page (下转第二版)."""
    for i, line in enumerate(sheet.lines):
        if "版）" in line or "版)" in line:
            for jump in _JUMP.findall(line):
                sheet.note_dropped("page-jump", jump.strip(), i)
            sheet.lines[i] = _JUMP.sub("", line)


def _page_numbers(lines: list[str]) -> set[int]:
    found = {i for i, line in enumerate(lines) if line and len(line) < 60 and _NUMBER.fullmatch(line.strip())}
    return found | _bare_numbers(lines)


def _bare_numbers(lines: list[str]) -> set[int]:
    """Numbers alone on their lines that count pages: each the one before plus one, or a lone one
    between two lines neither of which can use it.
    """
    found = [
        (i, int(line)) for i, line in enumerate(lines) if len(line) < 40 and _BARE.fullmatch(line.strip())
    ]
    if not found:
        return set()
    if find_column(lines) is not None:  # a figure would stand within a full line
        return {i for i, _ in found}
    run = {place for (i, a), (j, b) in pairwise(found) if b == a + 1 for place in (i, j)}
    return run | {i for i, _ in found if i not in run and not _is_figure(lines, i)}


def _is_figure(lines: list[str], index: int) -> bool:
    """Whether the number is a fragment of the sentence around it (新增就业 / 5 / 万人)."""
    above, below = _neighbour(lines, index, -1), _neighbour(lines, index, 1)
    before = lines[above].strip() if above >= 0 else ""
    after = lines[below].strip() if below >= 0 else ""
    if not before or ends_sentence(before):
        return False
    return _UNIT.match(after) is not None or starts_inside(after) or before[-1].isascii()


def _running_headers(lines: list[str], numbers: set[int]) -> set[int]:
    """Lines that a page prints at its top or bottom, known by coming back or by what they cut."""
    beside = {_neighbour(lines, i, step) for i in numbers for step in (-1, 1)} - numbers - {-1}
    headers = {i for i in beside if _may_be_header(lines[i].strip()) and _cuts_sentence(lines, i, numbers)}
    places: dict[str, list[int]] = defaultdict(list)
    for i, line in enumerate(lines):
        if line and len(line) <= _LONGEST_HEADER and i not in numbers and not line.isspace():
            text = line.strip()
            places[_MASK.sub("0", text) if "页" in text else text].append(i)
    first = first_body(lines)
    for text, found in places.items():
        if len(found) < 2 or not _may_be_header(text):
            continue
        on_edge = [i for i in found if _is_edge(lines, i, numbers)]
        if len(on_edge) * 2 > len(found) and (len(found) >= _REPEATS or len(on_edge) == len(found)):
            headers |= {i for i in found if i >= first}
    return headers


def _may_be_header(text: str) -> bool:
    return not (
        len(text) < _SHORTEST_HEADER
        or len(text.split()) > _MOST_GAPS  # the head of a table
        or ends_sentence(text)
        or is_salutation(text)
        or numbers_a_unit(text)
    )


def _is_edge(lines: list[str], index: int, numbers: set[int]) -> bool:
    """Whether a page may begin or end at the line."""
    around = [_neighbour(lines, index, -1), _neighbour(lines, index, 1)]
    if any(i in numbers for i in around):
        return True
    before = around[0]
    return before >= 0 and len(lines[before].strip()) > 10 and not ends_sentence(lines[before].strip())


def _cuts_sentence(lines: list[str], index: int, numbers: set[int]) -> bool:
    """Whether a line beside a page number, much shorter than the text's, stands within a sentence."""
    before, after = _neighbour(lines, index, -1), _neighbour(lines, index, 1)
    if before in numbers:
        before = _neighbour(lines, before, -1)
    elif after in numbers:
        after = _neighbour(lines, after, 1)
    else:
        return False
    if before < 0 or after < 0 or ends_sentence(lines[before].strip()):
        return False
    return width(lines[index]) < _SHORT * min(width(lines[before]), width(lines[after]))


def _neighbour(lines: list[str], index: int, step: int) -> int:
    index += step
    while 0 <= index < len(lines) and not lines[index].strip():
        index += step
    return index if index < len(lines) else -1
