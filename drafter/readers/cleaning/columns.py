"""Whether a text was hard-wrapped, and at which width (PDF and e-mail pastes)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from drafter.readers.cleaning.shapes import ends_sentence, first_body, numbers_a_unit, width

__all__ = ["SLACK", "Column", "find_column"]

SLACK = 6
"""Columns that punctuation or a Latin word may leave free at a line's end."""

_WIDEST = 130  # columns; wider lines are paragraphs
_NARROWEST = 24
_FEWEST = 4  # broken lines that make a pattern
_FULL = 0.35  # share of the lines that are full
_BROKEN = 0.6  # share of the full lines that break off within a sentence
_MOST = 0.6  # share of the paragraphs' first lines that are indented, or have a blank line before


@dataclass(frozen=True, slots=True)
class Column:
    """The width at which a text was wrapped, and what parts its paragraphs: indents, blank lines."""

    columns: int
    indented: bool
    parted: bool


def find_column(lines: Sequence[str]) -> Column | None:
    """The column of a hard-wrapped text, None for any other.

    Arguments:
        lines: the text's lines, indents and blank lines included.
    """
    filled = [i for i, line in enumerate(lines) if line and not line.isspace()]
    if len(filled) <= _FEWEST or sum(len(lines[i]) > _WIDEST for i in filled) > 0.1 * len(filled):
        return None
    widths = {i: width(lines[i].rstrip()) for i in filled}
    top = sorted(widths.values())[int(len(filled) * 0.9)]
    if not _NARROWEST <= top <= _WIDEST:
        return None
    full = [i for i in filled if top - SLACK <= widths[i] <= top + SLACK]
    plain = [i for i in full if not numbers_a_unit(lines[i])]  # headings end without a stop, wrapped or not
    broken = sum(not ends_sentence(lines[i].rstrip()) for i in plain)
    if len(full) < _FULL * len(filled) or broken < max(_FEWEST, _BROKEN * len(plain)):
        return None
    top = max(widths[i] for i in full)
    first = first_body(lines)
    starts = [i for before, i in pairwise(filled) if before >= first and widths[before] < top - SLACK]
    indented = sum(lines[i][0] in " \u3000\t" for i in starts)
    parted = sum(not lines[i - 1].strip() for i in starts)
    tight = sum(bool(lines[i - 1].strip()) for i in filled[1:])
    return Column(
        top,
        indented=indented > _MOST * len(starts),
        parted=parted > _MOST * len(starts) and tight > 0.2 * len(filled),
    )
