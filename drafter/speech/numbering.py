"""Counts that skip or repeat a number."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.speech.leading import DIVISIONS, marker_text
from drafter.speech.marker import Family, Marker
from drafter.speech.model import Anomaly, Section

__all__ = ["Key", "count_key", "goes_on", "numbering_anomalies"]

Key = tuple[Family, str]
"""What makes two markers members of one count: the family, and the noun or verb counted with."""


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
    yield from _level(sections, itertools.count(), {})


@dataclass(slots=True)
class _Count:
    """A list that is being counted: the last number, and how many members it has so far."""

    number: int
    members: int


def _level(sections: Sequence[Section], ranks: Iterator[int], last: dict[Key, int]) -> Iterator[Anomaly]:
    """Check the units below one unit, and below each of them."""
    counts: dict[Key, _Count] = {}
    following = _following_numbers(sections)
    for place, section in enumerate(sections):
        rank = next(ranks)
        marker, key, number = section.marker, count_key(section.marker), section.number or 0
        if key not in counts and place and goes_on(sections[place - 1].marker, marker):
            counts[key] = counts[count_key(sections[place - 1].marker)]
        count = counts.get(key)
        if count is None:
            runs_on = last.get(key, 0) + 1 == number
            count = _Count(number - 1 if runs_on else 0, 0)
        elif number == 1 and count.members > 1 and following[place] == 2:
            count = _Count(0, 0)
        # Behind a doubled 二、 the fourth of a list may rightly be 四、.
        if number not in {count.number + 1, count.members + 1}:
            yield _anomaly(marker, number, count.number + 1, rank)
        counts[key] = _Count(number, count.members + 1)
        last[key] = number
        yield from _level(section.sections, ranks, last)


def _following_numbers(sections: Sequence[Section]) -> list[int | None]:
    """For each unit the number of the next one that counts as it does."""
    following: list[int | None] = []
    seen: dict[Key, int | None] = {}
    for section in reversed(sections):
        key = count_key(section.marker)
        following.append(seen.get(key))
        seen[key] = section.number
    following.reverse()
    return following


def _anomaly(marker: Marker, number: int, expected: int, rank: int) -> Anomaly:
    printed = marker_text(marker).strip("，、　")
    if number > expected:
        return Anomaly("numbering-gap", f"序号跳了：“{printed}”之前缺第{expected}项", rank)
    return Anomaly("numbering-duplicate", f"序号重了：“{printed}”已经用过", rank)
