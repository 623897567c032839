"""Near-duplicates shown as one phrase with all their sources; each keeps its own row, counts and places.

Which of them is shown is found from all of them anew whenever one is met again, so that the order in
which speeches are mined makes no difference. What a person has decided on is never folded away.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from phrasebank.counting.near import Variant, keys_of, settle
from phrasebank.model import Unit
from phrasebank.store import schema
from phrasebank.store.bulk import select_rows, update_rows
from phrasebank.store.scoring import met_in, others, rate, rate_numbers, said
from phrasebank.store.signatures import Signatures, load_signatures, mark_of, save_signatures
from phrasebank.store.sources import recount

__all__ = ["FOLDABLE", "Folding"]

FOLDABLE = frozenset(
    unit.value
    for unit in (
        Unit.SENTENCE,
        Unit.LEAD,
        Unit.HEADING,
        Unit.PASSAGE,
        Unit.TRANSITION,
        Unit.PARALLEL,
        Unit.TITLE,
    )
)
"""Units whose near-duplicates are one. Words of a quote and order of an outline are never nearly the same;
what counting finds is folded while it is counted."""

_COLUMNS = (
    "number", "id", "text", "origin", "revision", "into", "occurrences", "sample_count", "quality",
)  # fmt: skip


class _Row(NamedTuple):
    number: int
    id: str
    text: str
    origin: str
    revision: int
    into: str
    occurrences: int
    sample_count: int
    quality: float

    @property
    def folds(self) -> bool:
        return self.origin == "mined" and not self.revision


class _Counts(NamedTuple):
    occurrences: int
    documents: frozenset[int]


class Folding:
    """The end of a mining run, in steps that are transactions of their own: nobody has to wait long.

    Cut off anywhere, it is begun anew by the next run and comes to the same.
    """

    def __init__(self, connection: Connection, run: int) -> None:
        """Read what is accepted and what is signed.

        Arguments:
            connection: a transaction to read in.
            run: the run.
        """
        self._run = run
        self._accepted = said(connection)
        held = load_signatures(connection)
        self._signed = dict(zip(held.numbers.tolist(), held.marks.tolist(), strict=True))
        self._met: list[int] = []

    def prepare(self, connection: Connection) -> bool:
        """Sign and score some more of the phrases that the run met; whether there were any."""
        page = met_in(connection, self._run, self._met[-1] if self._met else -1)
        self._met += [row[0] for row in page]
        _sign(connection, page, self._signed)
        rate(connection, page, self._accepted)
        return bool(page)

    def fold(self, connection: Connection) -> int:
        """Fold near-duplicates; how many phrases more than before are folded (fewer: below 0)."""
        if not self._met:
            return 0
        for page in others(connection):
            _sign(connection, page, self._signed)
        folded, changed = _fold(connection, np.array(self._met, np.int64))
        rate_numbers(connection, sorted(set(changed)), self._accepted)
        return folded


def _sign(connection: Connection, rows: Sequence[tuple[Any, ...]], signed: dict[int, int]) -> None:
    """Note the keys of phrases that have none yet.

    Arguments:
        rows: number, id, text, unit and more of each.
        signed: what is noted already, number to mark; grows.
    """
    new = [row for row in rows if row[3] in FOLDABLE and signed.get(row[0]) != mark_of(row[1])]
    marks = {row[0]: mark_of(row[1]) for row in new}
    signed.update(marks)
    keys = keys_of([row[2] for row in new], [row[3] for row in new])
    numbers = np.array(list(marks), np.int64)
    save_signatures(connection, Signatures(numbers, np.array(list(marks.values()), np.int64), keys))


def _fold(connection: Connection, met: NDArray[np.int64]) -> tuple[int, list[int]]:
    """Fold the near-duplicates of phrases that were met.

    Returns:
        how many phrases more than before are folded, and the numbers of those whose counts may have
        changed.
    """
    near, keys = _neighbours(load_signatures(connection), met)
    rows = {row[0]: _Row(*row) for row in select_rows(connection, schema.phrases, _COLUMNS, "number", near)}
    # A person's merge is a person's; and a number may belong to another phrase by now.
    rows = {
        number: row
        for number, row in rows.items()
        if keys[number][0] == mark_of(row.id) and not (row.into and not row.folds)
    }
    if not rows:
        return 0, []
    by_id = {row.id: row for row in rows.values()}
    decided = _decided(connection, {row.into for row in rows.values() if row.into} - by_id.keys())
    counts = _own_counts(connection, rows, by_id)
    variants = [
        Variant(
            number=row.number,
            id=row.id,
            text=row.text,
            stays=not row.folds,
            occurrences=counts[row.number].occurrences if row.number in counts else row.occurrences,
            quality=row.quality,
            into=_kept(row, by_id, decided),
        )
        for row in rows.values()
    ]
    into = settle(variants, {number: keys[number][1] for number in rows})
    named = {number: row.id for number, row in rows.items()} | {
        number: key for key, number in decided.items()
    }
    return _write(connection, rows, {number: named[stays] for number, stays in into.items()}, counts)


def _neighbours(
    signed: Signatures, met: NDArray[np.int64]
) -> tuple[list[int], dict[int, tuple[int, Sequence[int]]]]:
    """Numbers of all phrases that are linked to those met by shared keys, and mark and keys of each."""
    if not len(signed.numbers):
        return [], {}
    # Of a number noted twice the later one holds.
    last = len(signed.numbers) - 1 - np.unique(signed.numbers[::-1], return_index=True)[1]
    numbers, marks, keys = signed.numbers[last], signed.marks[last], signed.keys[last]
    flat = keys.ravel()
    order = np.argsort(flat, kind="stable")
    ordered = flat[order]
    same = np.zeros(len(ordered), np.bool_)
    same[1:] = (ordered[1:] == ordered[:-1]) & (ordered[1:] != 0)
    shared = same.copy()
    shared[:-1] |= same[1:]
    # From here on only keys that two phrases have.
    group = np.cumsum(~same)[shared]
    owner = order[shared] // keys.shape[1]
    reached = np.isin(numbers, met)
    linked = np.zeros(int(group[-1]) + 1 if len(group) else 0, np.bool_)
    while True:
        before = int(reached.sum())
        linked[group[reached[owner]]] = True
        reached[owner[linked[group]]] = True
        if int(reached.sum()) == before:
            break
    has_shared = np.zeros(len(numbers), np.bool_)
    has_shared[owner] = True
    # Alone it folds into nothing; but one that was folded and no longer is must be let go.
    places = np.flatnonzero(reached & has_shared)
    found = numbers[places].tolist()
    return found, {
        number: (mark, own)
        for number, mark, own in zip(found, marks[places].tolist(), keys[places].tolist(), strict=True)
    }


def _decided(connection: Connection, ids: Iterable[str]) -> dict[str, int]:
    """Numbers of phrases by id that are not among those at hand; what they hold is theirs."""
    found = select_rows(connection, schema.phrases, ("id", "number"), "id", sorted(ids))
    return {row[0]: row[1] for row in found}


def _kept(row: _Row, by_id: Mapping[str, _Row], decided: Mapping[str, int]) -> int | None:
    """The phrase a row stays folded into, because a person has decided on that one since."""
    if not row.into or not row.folds:
        return None
    if row.into in decided:
        return decided[row.into]
    shown = by_id.get(row.into)
    return shown.number if shown is not None and not shown.folds else None


def _own_counts(
    connection: Connection, rows: Mapping[int, _Row], by_id: Mapping[str, _Row]
) -> dict[int, _Counts]:
    """Counts from the places of every phrase in whose row those of others are counted too."""
    shown = {row.into for row in rows.values() if row.into}
    return _counts(connection, [by_id[key].number for key in shown if key in by_id])


def _counts(connection: Connection, numbers: Iterable[int]) -> dict[int, _Counts]:
    numbers = sorted(numbers)
    documents: dict[int, list[int]] = {number: [] for number in numbers}
    for phrase, document in select_rows(
        connection, schema.sources, ("phrase", "document"), "phrase", numbers
    ):
        documents[phrase].append(document)
    return {number: _Counts(len(found), frozenset(found)) for number, found in documents.items()}


def _write(
    connection: Connection,
    rows: Mapping[int, _Row],
    into: Mapping[int, str],
    counts: dict[int, _Counts],
) -> tuple[int, list[int]]:
    moved = [
        (into.get(number, ""), number)
        for number, row in rows.items()
        if row.folds and into.get(number, "") != row.into
    ]
    update_rows(connection, schema.phrases, ("into", "number"), moved)
    members: dict[str, list[int]] = {}
    for number, shown in into.items():
        members.setdefault(shown, []).append(number)
    # Whoever shows others now, or did before, is counted anew.
    anew = {*members, *(row.into for row in rows.values() if row.into)}
    own = {row.id: row.number for row in rows.values() if row.id in anew and row.folds}
    wanted = {*own.values(), *(number for key in own for number in members.get(key, ()))}
    counts |= _counts(connection, wanted - counts.keys())
    updates: list[tuple[int, int, int]] = []
    for phrase_id, number in own.items():
        held = [counts[member] for member in (number, *members.get(phrase_id, ()))]
        occurrences = sum(one.occurrences for one in held)
        speeches = len(frozenset[int]().union(*(one.documents for one in held)))
        updates.append((occurrences, speeches, number))
    update_rows(connection, schema.phrases, ("occurrences", "sample_count", "number"), updates)
    # What a person decided on may hold more: what he merged, sources that came with it.
    decided_on = _decided(connection, anew - own.keys())
    for phrase_id in sorted(decided_on):
        recount(connection, phrase_id)
    more = sum(1 for shown, _ in moved if shown) - sum(1 for _, number in moved if rows[number].into)
    return more, [*own.values(), *decided_on.values(), *(number for _, number in moved)]
