"""The phrases that wait for a decision: which comes next, which were skipped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from phrasebank.curation.review_order import ANY, Cell, accepted_by_cell, rank, spread
from phrasebank.model import Move, Status, Unit
from phrasebank.store import BankError, Held, Order, Query, Store

__all__ = ["Queue"]

_WINDOW = 2000
"""Candidates weighed at once, the best by score: a day's work, and read in a tenth of a second."""
_AHEAD = 100
"""Phrases put in order at once; then the bank is asked again, for it has changed."""
_THIN_CELLS, _OF_EACH = 24, 5
"""Places of which the window holds nothing, and how many phrases of each are weighed besides."""
_PLACES = 3
"""Sources that a phrase is shown with."""


class Queue:
    """What is shown next. The bank itself is what has been done; only skipping is kept here.

    Arguments:
        store: the bank.
        query: which phrases; of candidates where it names no status.
    """

    def __init__(self, store: Store, query: Query) -> None:
        self._store = store
        self._query = replace(query, status=query.status or Status.CANDIDATE)
        self._ahead: list[str] = []
        self._skipped: list[str] = []
        self._done: set[str] = set()
        self._asked_for: set[str] = set()
        self._stats = store.stats()
        self.fills = 0

    def count(self) -> int:
        """How many phrases the query asked for when the bank was last asked for phrases.

        ``fills`` tells how often it was: counting anew before that would only cost time.
        """
        if self._query == Query(status=self._query.status):
            status = (self._query.status or Status.CANDIDATE).value
            return sum(row[5] for row in self._stats if row[4] == status)
        return self._store.count(self._query)

    def current(self) -> Held | None:
        """The phrase to decide on, as the bank holds it now; None where nothing is left.

        One that somebody else has decided on meanwhile is passed over.
        """
        while True:
            if not self._ahead:
                self._fill()
            if not self._ahead:
                return None
            held = self._held(self._ahead[0])
            if held is not None:
                return held
            self._ahead.pop(0)

    def done(self) -> None:
        """The current phrase is decided: on to the next."""
        self._done.add(self._ahead.pop(0))

    def skip(self) -> str:
        """Put the current phrase behind all others; its id."""
        skipped = self._ahead.pop(0)
        self._asked_for.discard(skipped)
        self._skipped.append(skipped)
        return skipped

    def show(self, phrase_id: str) -> None:
        """Show this phrase now, whatever was decided on it."""
        self._done.discard(phrase_id)
        if phrase_id in self._skipped:
            self._skipped.remove(phrase_id)
        if phrase_id in self._ahead:
            self._ahead.remove(phrase_id)
        self._asked_for.add(phrase_id)
        self._ahead.insert(0, phrase_id)

    def became(self, phrase_id: str) -> None:
        """The current phrase has another id now, for its words were edited."""
        self._done.add(self._ahead.pop(0))
        self.show(phrase_id)

    def _held(self, phrase_id: str) -> Held | None:
        try:
            held = self._store.get(phrase_id, sources=_PLACES)
        except BankError:
            return None  # edited or merged away by somebody else
        wanted = held.phrase.status is self._query.status or phrase_id in self._asked_for
        return held if wanted else None

    def _fill(self) -> None:
        if self.fills:
            self._stats = self._store.stats()
        self.fills += 1
        passed = self._done | set(self._skipped)
        window = self._store.find(self._query, order=Order.SCORE, limit=_WINDOW + len(passed))
        found = {held.phrase.id: held for held in window if held.phrase.id not in passed}
        if len(window) > _WINDOW:  # not all that there are: thin places may lie further down
            found.update(
                {
                    held.phrase.id: held
                    for held in self._from_thin_cells(found)
                    if held.phrase.id not in passed
                }
            )
        if not found and self._skipped:
            self._ahead, self._skipped = self._skipped, []
            return
        accepted = accepted_by_cell(self._stats)
        self._ahead = [held.phrase.id for held in spread(rank(found.values(), accepted), _AHEAD)]

    def _from_thin_cells(self, found: dict[str, Held]) -> Iterator[Held]:
        """The best of some places with few accepted phrases of which nothing was found."""
        accepted = accepted_by_cell(self._stats)
        status = self._query.status or Status.CANDIDATE
        held = {Cell(one.phrase.move.value, one.phrase.unit.value, topic)
                for one in found.values() for topic in one.phrase.topics or (ANY,)}  # fmt: skip
        thin = sorted(
            (
                cell
                for cell in accepted_by_cell(self._stats, status)
                if cell not in held and self._asks_for(cell)
            ),
            key=lambda cell: (accepted[cell], cell),
        )
        for cell in thin[:_THIN_CELLS]:
            narrowed = replace(self._query, move=Move(cell.move), unit=Unit(cell.unit), topic=cell.topic)
            yield from self._store.find(narrowed, order=Order.SCORE, limit=_OF_EACH)

    def _asks_for(self, cell: Cell) -> bool:
        query = self._query
        return (
            (query.move is None or query.move.value == cell.move)
            and (query.unit is None or query.unit.value == cell.unit)
            and (query.topic is None or query.topic == cell.topic)
        )
