"""From words and their specifics to a frame (句式) with slots."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from phrasebank.masking.span import Span

__all__ = ["Framed", "frame"]


class Framed(NamedTuple):
    """Masked words.

    Arguments:
        text: the words with ``{slot}`` where a specific stood; the second of a kind is ``{slot2}``,
            the same words again are the same slot.
        values: each slot of the text with the words it stands for, in order of first appearance.
        doubts: what could not be decided, one Chinese line each.
    """

    text: str
    values: tuple[tuple[str, str], ...]
    doubts: tuple[str, ...]


def frame(text: str, spans: Sequence[Span], start: int = 0, end: int | None = None) -> Framed:
    """Put slots in the place of the specifics of ``text[start:end]``.

    Arguments:
        text: a paragraph.
        spans: its specifics, sorted, not overlapping; of one that is cut by the range the part within
            is masked.
        start, end: 0-based characters of the range.

    Returns:
        the frame; its values put back in the place of its slots give ``text[start:end]``.
    """
    end = len(text) if end is None else end
    out: list[str] = []
    values: dict[str, str] = {}
    names: dict[tuple[str, str], str] = {}
    doubts: dict[str, None] = {}
    last = start
    first = bisect_right(spans, start, key=_end_of)
    for number in range(first, len(spans)):
        span = spans[number]
        if span.start >= end:
            break
        if span.doubt:
            doubts[span.doubt] = None
        if span.bare:
            continue
        begin, stop = max(span.start, start), min(span.end, end)
        words = text[begin:stop]
        key = (span.slot, words)
        name = names.get(key)
        if name is None:
            name = names[key] = _free(span.slot, values)
            values[name] = words
        out += (text[last:begin], "{", name, "}")
        last = stop
    out.append(text[last:end])
    return Framed("".join(out), tuple(values.items()), tuple(doubts))


def _end_of(span: Span) -> int:
    return span.end


def _free(slot: str, taken: dict[str, str]) -> str:
    if slot not in taken:
        return slot
    base = slot.rstrip("23456789")
    number = 2
    while f"{base}{number}" in taken:
        number += 1
    return f"{base}{number}"
