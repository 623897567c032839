"""New phrases put into the table and the full text, and counted ones taken out of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import Connection

from phrasebank.counting.scores import score
from phrasebank.model import Status, Unit
from phrasebank.store import schema
from phrasebank.store.bulk import delete_rows, insert_rows
from phrasebank.store.fulltext import FullText
from phrasebank.store.numbers import next_number
from phrasebank.vocabulary import SLOT_PATTERN, slot_type

__all__ = ["COUNTED_UNITS", "NewPhrase", "insert_phrases", "slots_in", "take_counted_out"]

COUNTED_UNITS = frozenset({Unit.PHRASE.value, Unit.FORMULA.value})
"""What counting across speeches finds. Their counts are kept as numbers; their sources are a sample."""

_CANDIDATE = Status.CANDIDATE.value


class NewPhrase(NamedTuple):
    """A mined phrase as the table has it; lists are JSON."""

    id: str
    text: str
    unit: str
    move: str
    topics: str
    kinds: str
    levels: str
    themes: str
    family: str
    moves: str
    groups: str
    doubts: str
    quality: float
    occurrences: int
    sample_count: int


def insert_phrases(
    connection: Connection, fulltext: FullText, rows: Sequence[NewPhrase], run: int
) -> dict[str, int]:
    """Put new phrases in as candidates; their numbers by id."""
    first = next_number(connection, schema.phrases)
    # What every mined phrase begins with: note, decided_by, decided_at, used, origin, revision, into.
    rest = ("", "", "", 0, "mined", 0, "", run)
    values = [
        (
            number,
            *row,
            slots_in(row.text),
            _CANDIDATE,
            score(
                occurrences=row.occurrences,
                speeches=row.sample_count,
                quality=row.quality,
                has_doubts=row.doubts != "[]",
            ),
            *rest,
        )
        for number, row in enumerate(rows, first)
    ]
    insert_rows(connection, schema.phrases, _COLUMNS, values)
    fulltext.add(connection, [(value[0], value[2]) for value in values])
    return {row.id: number for number, row in enumerate(rows, first)}


_COLUMNS = (
    "number", *NewPhrase._fields, "slots", "status", "score", "note", "decided_by", "decided_at", "used",
    "origin", "revision", "into", "run",
)  # fmt: skip


def take_counted_out(connection: Connection, fulltext: FullText, rows: Sequence[tuple[int, str]]) -> None:
    """Take out counted phrases that no person decided on: those that are none any more.

    Arguments:
        rows: number and text of each.
    """
    numbers = [number for number, _ in rows]
    fulltext.remove(connection, rows)
    delete_rows(connection, schema.sources, "phrase", numbers)
    delete_rows(connection, schema.phrases, "number", numbers)


def slots_in(text: str) -> str:
    """The slots of masked words, which have none a form, as the table has them."""
    if "{" not in text:
        return "[]"
    return _named(tuple(dict.fromkeys([name for name, _ in SLOT_PATTERN.findall(text)])))


@lru_cache(20_000)
def _named(names: tuple[str, ...]) -> str:
    records = [{"name": name, "type": slot_type(name).value} for name in names]
    return json.dumps(records, ensure_ascii=False, separators=(",", ":"))
