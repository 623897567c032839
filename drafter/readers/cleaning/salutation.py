"""A salutation glued to the title before it or to the first paragraph behind it, taken apart."""

from __future__ import annotations

from drafter.readers.cleaning.shapes import is_body, is_salutation, numbers_a_unit, salutation_length
from drafter.readers.cleaning.sheet import Sheet

__all__ = ["part_salutation"]

_HEAD = 12  # filled lines within which a speech addresses its listeners
_LONGEST_TITLE = 60  # characters


def part_salutation(sheet: Sheet) -> None:
    """Split the first line that holds a salutation and something else (同志们：今天…)."""
    for i, line in enumerate(sheet.lines[:_HEAD]):
        if is_salutation(line):
            return
        start = _salutation_start(line)
        if start is not None:
            end = start + salutation_length(line[start:])
            parts = [part for part in (line[:start].strip(), line[start:end], line[end:].strip()) if part]
            number = sheet.numbers[i]
            sheet.lines[i : i + 1] = parts
            sheet.numbers[i : i + 1] = [number] * len(parts)
            return
        if numbers_a_unit(line) or is_body(line):
            return


def _salutation_start(line: str) -> int | None:
    """Where in the line a salutation closed by a colon begins; None if there is none."""
    if salutation_length(line):
        return 0
    colon = next((i for i, char in enumerate(line[: _LONGEST_TITLE + 40]) if char in "：:"), None)
    if colon is None or any(mark in line[:colon] for mark in "。；！？"):
        return None
    for start in range(4, min(colon, _LONGEST_TITLE)):
        before = line[:start].rstrip()
        if (
            before.endswith(("讲话", "报告", "致辞", "发言", "讲座", "党课", "讲稿", "）", ")"))
            and start + salutation_length(line[start:]) == colon + 1
        ):
            return start
    return None
