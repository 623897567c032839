"""Counts that skip or repeat a number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.speech.leading import marker_text
from drafter.speech.marker import Family, Marker
from drafter.speech.model import Anomaly, Section

__all__ = ["Key", "count_key", "goes_on", "numbering_anomalies"]

Key = tuple[Family, str]
"""What makes two markers members of one count: the family, and the noun or verb counted with."""

DIVISIONS = frozenset({"部分", "章", "篇", "编"})
"""第一部分, 第一章 … stand above every other family."""


def count_key(marker: Marker) -> Key:
    """See ``Key``; 首先 lists count with changing words, so theirs do not tell them apart."""
    return marker.family, "" if marker.family is Family.FIRST else marker.verb or marker.noun


def goes_on(before: Marker, marker: Marker) -> bool:
    """Whether a marker of other words goes on with a count (首先，其次，第三， · 第一，第二个方面，)."""
    if before.number is None or marker.number != before.number + 1 or marker.number == 1:
        return False
    families = {before.family, marker.family}
    return families <= {Family.ORDINAL, Family.FIRST} and marker.noun not in DIVISIONS


def numbering_anomalies(sections: Sequence[Section]) -> Iterator[Anomaly]:
    """Gaps and duplicates in the counts of a speech; ``paragraph`` is the unit's rank in order.

    A list that begins anew beside another, and one that runs on through the sections above it,
    are in order.
    """
    ranks = iter(range(10**9))
    last: dict[Key, int] = {}
    yield from _level(sections, ranks, last)


def _level(sections: Sequence[Section], ranks: Iterator[int], last: dict[Key, int]) -> Iterator[Anomaly]:
    open_counts: dict[Key, tuple[int, int]] = {}
    before: Marker | None = None
    for place, section in enumerate(sections):
        rank = next(ranks)
        marker, key, number = section.marker, count_key(section.marker), section.number or 0
        if key not in open_counts and before is not None and goes_on(before, marker):
            open_counts[key] = open_counts[count_key(before)]
        if key in open_counts:
            count, members = open_counts[key]
            if number == 1 and members > 1 and _second_follows(sections[place + 1 :], key):
                expected, members = 1, 0
            else:
                expected = count + 1
        else:
            expected, members = 1, 0
            if last.get(key, 0) + 1 == number:
                expected = number
        if number != expected:
            yield _anomaly(marker, number, expected, rank)
        open_counts[key] = (number, members + 1)
        last[key] = number
        before = marker
        yield from _level(section.sections, ranks, last)


def _second_follows(sections: Sequence[Section], key: Key) -> bool:
    following = next((section for section in sections if count_key(section.marker) == key), None)
    return following is not None and following.number == 2


def _anomaly(marker: Marker, number: int, expected: int, rank: int) -> Anomaly:
    printed = marker_text(marker).strip("，、　")
    if number > expected:
        return Anomaly("numbering-gap", f"序号跳了：“{printed}”之前缺第{expected}项", rank)
    return Anomaly("numbering-duplicate", f"序号重了：“{printed}”已经用过", rank)
