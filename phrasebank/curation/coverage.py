"""Where the bank is rich and where it is thin."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from phrasebank.curation.sides import By
from phrasebank.model import MOVES, Move, Phrase, Status
from phrasebank.store import Query, Store

__all__ = ["ANY", "THIN", "Coverage", "cover"]

ANY = ""
"""Stands for phrases that fit any topic, kind or level."""

THIN = 3
"""Accepted phrases below which two drafts of one office sound alike at that place (issue 3)."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many phrases there are.

    Arguments:
        by: what the moves are set against.
        statuses: phrases by status, every status named.
        units: accepted phrases by unit value, the most first.
        names: the columns: ``ANY`` first, then the topics, kinds or levels, the most phrases first.
        accepted: accepted phrases by move and name; one that is filed under two names counts in both.
        waiting: candidates by move.
        speeches: speeches mined.
    """

    by: By
    statuses: dict[Status, int]
    units: dict[str, int]
    names: tuple[str, ...]
    accepted: dict[tuple[Move, str], int]
    waiting: dict[Move, int]
    speeches: int

    def reach(self, move: Move, name: str) -> int:
        """Accepted phrases that a draft of this name may use for a move: those for any included."""
        own = self.accepted.get((move, name), 0)
        return own if name == ANY else own + self.accepted.get((move, ANY), 0)

    def thin(self) -> tuple[tuple[Move, str, int], ...]:
        """Moves and names with fewer than ``THIN`` phrases of their own; where least can be said first."""
        cells = [(move, name, self.accepted.get((move, name), 0)) for name in self.names for move in Move]
        thin = [cell for cell in cells if cell[2] < THIN]
        return tuple(sorted(thin, key=lambda cell: (self.reach(cell[0], cell[1]), cell[2])))


def cover(store: Store, by: By) -> Coverage:
    """Count the phrases of a bank.

    Arguments:
        store: the bank.
        by: what the moves shall be set against.
    """
    statuses = dict.fromkeys(Status, 0)
    units: Counter[str] = Counter()
    accepted: Counter[tuple[Move, str]] = Counter()
    waiting: Counter[Move] = Counter()
    for unit, move, topics, kinds, status, count in store.stats():
        statuses[Status(status)] += count
        if status == Status.CANDIDATE.value and move in MOVES:
            waiting[Move(move)] += count
        if status == Status.ACCEPTED.value:
            units[unit] += count
            if by is not By.LEVEL:
                for name in json.loads(topics if by is By.TOPIC else kinds) or [ANY]:
                    accepted[Move(move), name] += count
    if by is By.LEVEL:
        accepted.update(_by_level(held.phrase for held in store.find(Query(status=Status.ACCEPTED))))
    totals: Counter[str] = Counter()
    for (_, name), count in accepted.items():
        totals[name] += count
    others = sorted((name for name in totals if name != ANY), key=lambda name: (-totals[name], name))
    return Coverage(
        by=by,
        statuses=statuses,
        units=dict(sorted(units.items(), key=lambda item: (-item[1], item[0]))),
        names=(ANY, *others),
        accepted=dict(accepted),
        waiting=dict(waiting),
        speeches=store.documents(),
    )


def _by_level(phrases: Iterable[Phrase]) -> Iterator[tuple[Move, str]]:
    for phrase in phrases:
        for level in phrase.levels or (ANY,):
            yield phrase.move, level
