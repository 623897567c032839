"""In which order candidates are shown, so that an hour of review helps most."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from phrasebank.model import Phrase, Status
from phrasebank.store import Held
from phrasebank.vocabulary import SLOT_PATTERN

__all__ = ["ANY", "Cell", "accepted_by_cell", "are_alike", "cells_of", "rank", "spread"]

ANY = ""
"""The topic of a phrase that fits any."""

_ENOUGH = 3
"""Accepted phrases at one place of a draft from which a further one is worth half: with fewer, two
drafts of one office sound alike there (``phrasebank.curation.coverage.THIN``)."""
_FLOOR = 0.1
"""Added to every score, so that thin places come first also where nothing has been scored."""
_APART = 8
"""Phrases between two that are nearly alike, where there are others to show: what is on the screen and
what the reviewer still has in mind."""
_LOOKED_AT = 40
"""How far ahead one that is not alike is looked for."""
_ALIKE = 0.6
"""Share of the shorter text's pairs of characters that stand in the longer one as well."""


class Cell(NamedTuple):
    """A place that drafts draw on: a move, a unit, a topic (``ANY`` for none)."""

    move: str
    unit: str
    topic: str


def cells_of(phrase: Phrase) -> list[Cell]:
    """The places a phrase would serve."""
    return [Cell(phrase.move.value, phrase.unit.value, topic) for topic in phrase.topics or (ANY,)]


def accepted_by_cell(
    stats: Iterable[tuple[str, str, str, str, str, int]], status: Status = Status.ACCEPTED
) -> Counter[Cell]:
    """How many phrases each place has.

    Arguments:
        stats: as ``Store.stats``.
        status: of which phrases.
    """
    counts: Counter[Cell] = Counter()
    for unit, move, topics, _, held, count in stats:
        if held == status.value:
            for topic in json.loads(topics) or [ANY]:
                counts[Cell(move, unit, topic)] += count
    return counts


def rank(helds: Iterable[Held], accepted: Mapping[Cell, int]) -> list[Held]:
    """The best of the thinnest places first; each further one of a place counts as if those before it
    were accepted already, so that places take turns.

    Arguments:
        helds: candidates.
        accepted: as ``accepted_by_cell``.
    """
    by_cell: dict[Cell, list[Held]] = {}
    for held in helds:
        thinnest = min(cells_of(held.phrase), key=lambda cell: (accepted.get(cell, 0), cell))
        by_cell.setdefault(thinnest, []).append(held)
    weighed: list[tuple[float, str, Held]] = []
    for cell, members in by_cell.items():
        members.sort(key=lambda held: (-held.phrase.score, held.phrase.id))
        for number, held in enumerate(members, accepted.get(cell, 0)):
            worth = (_FLOOR + held.phrase.score) / (1 + number / _ENOUGH)
            weighed.append((-worth, held.phrase.id, held))
    weighed.sort(key=lambda one: one[:2])
    return [held for _, _, held in weighed]


def spread(helds: Sequence[Held], limit: int) -> list[Held]:
    """The first of an order, those that are nearly alike kept apart from one another.

    Arguments:
        helds: in order.
        limit: at most so many.
    """
    waiting = [(held, _pairs(held.phrase.text)) for held in helds]
    shown: list[tuple[Held, frozenset[str]]] = []
    while waiting and len(shown) < limit:
        recent = [pairs for _, pairs in shown[-_APART:]]
        place = next(
            (
                number
                for number, (_, pairs) in enumerate(waiting[:_LOOKED_AT])
                if not any(_share(pairs, other) >= _ALIKE for other in recent)
            ),
            0,
        )
        shown.append(waiting.pop(place))
    return [held for held, _ in shown]


def are_alike(one: str, other: str) -> bool:
    """Whether two texts would be read as nearly the same."""
    return _share(_pairs(one), _pairs(other)) >= _ALIKE


def _pairs(text: str) -> frozenset[str]:
    bare = SLOT_PATTERN.sub("□", text)
    return frozenset(bare[start : start + 2] for start in range(max(len(bare) - 1, 1)))


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / (min(len(one), len(other)) or 1)
