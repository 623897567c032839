"""Scores of the phrases that a run met, and of those whose counts folding changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from phrasebank.counting.newness import Said
from phrasebank.counting.scores import score
from phrasebank.model import Status
from phrasebank.store import schema
from phrasebank.store.bulk import select_rows, update_rows

__all__ = ["RATED", "met_in", "others", "rate", "rate_numbers", "said"]

_P = schema.phrases.c
_PAGE = 20_000

RATED = (
    "number", "id", "text", "unit", "occurrences", "sample_count", "quality", "doubts", "score", "status",
)  # fmt: skip
"""Columns of a row that is signed and rated."""


def met_in(connection: Connection, run: int, after: int) -> list[tuple[Any, ...]]:
    """Phrases that a run met, ``RATED`` of each: a page of those whose number is beyond another's."""
    return _page(connection, _P.run == run, after)


def others(connection: Connection) -> Iterator[list[tuple[Any, ...]]]:
    """The phrases that somebody has decided on or the program brings, page by page, ``RATED`` of each."""
    page = _page(connection, _P.status != Status.CANDIDATE.value, -1)
    while page:
        yield page
        page = _page(connection, _P.status != Status.CANDIDATE.value, page[-1][0])


def _page(connection: Connection, condition: ColumnElement[bool], after: int) -> list[tuple[Any, ...]]:
    columns = [_P[name] for name in RATED]
    wanted = select(*columns).where(condition, _P.number > after).order_by(_P.number).limit(_PAGE)
    return list(map(tuple, connection.execute(wanted).all()))


def said(connection: Connection) -> Said:
    """What the accepted phrases say."""
    return Said(connection.scalars(select(_P.text).where(_P.status == Status.ACCEPTED.value, _P.into == "")))


def rate(connection: Connection, rows: Sequence[tuple[Any, ...]], accepted: Said) -> None:
    """Score candidates; what a person decided on keeps its score.

    Arguments:
        rows: ``RATED`` of each.
        accepted: what is said already.
    """
    changed: list[tuple[float, int]] = []
    candidate = Status.CANDIDATE.value
    for number, _, text, _, occurrences, speeches, quality, doubts, before, status in rows:
        if status != candidate:
            continue
        value = score(
            occurrences=occurrences,
            speeches=speeches,
            quality=quality,
            has_doubts=doubts != "[]",
            is_known=accepted.says(text),
        )
        if value != before:
            changed.append((value, number))
    update_rows(connection, schema.phrases, ("score", "number"), changed)


def rate_numbers(connection: Connection, numbers: Sequence[int], accepted: Said) -> None:
    """As ``rate``, of phrases by number."""
    rate(connection, list(select_rows(connection, schema.phrases, RATED, "number", numbers)), accepted)
