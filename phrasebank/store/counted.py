"""What counting across speeches finds, taken into the bank: phrases, exact counts, a sample of places."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import Connection, delete, func, insert, select

from phrasebank.store import schema
from phrasebank.store.adding import COUNTED_UNITS, NewPhrase, insert_phrases, take_counted_out
from phrasebank.store.bulk import delete_rows, insert_rows, select_rows, update_rows
from phrasebank.store.filing import filed, keeps_kind
from phrasebank.store.fulltext import FullText

if TYPE_CHECKING:
    from phrasebank.counting.counted import Counted

__all__ = ["Kept", "Known", "add_counts", "kept_clauses", "kept_speeches", "known_counted", "put_counted"]

_P, _C, _D = schema.phrases.c, schema.clauses.c, schema.documents.c
_COUNTED_SIZE = "counted_size"


class Kept(NamedTuple):
    """A speech whose clauses the bank keeps.

    Arguments:
        number: of the speech.
        size: characters of its clauses.
        counted: whether the bank's phrases are counted in it.
    """

    number: int
    size: int
    counted: bool


class Known(NamedTuple):
    """A counted phrase of the bank: its number and its words."""

    number: int
    text: str


def kept_speeches(connection: Connection) -> tuple[list[Kept], int]:
    """The speeches, in an order that does not hang on when they came, and the size at the last full count."""
    rows = connection.execute(
        select(_C.document, _C.size, _C.counted)
        .join(schema.documents, _D.number == _C.document)
        .order_by(_D.digest)
    )
    kept = [Kept(row.document, row.size, bool(row.counted)) for row in rows]
    value = connection.scalar(select(schema.meta.c.value).where(schema.meta.c.key == _COUNTED_SIZE))
    return kept, int(value or 0)


def kept_clauses(connection: Connection, numbers: Sequence[int]) -> Iterator[tuple[int, str]]:
    """The clauses of speeches, in the order of the numbers given."""
    for start in range(0, len(numbers), _AT_ONCE):
        some = numbers[start : start + _AT_ONCE]
        texts = dict(select_rows(connection, schema.clauses, ("document", "text"), "document", some))
        for number in some:
            yield number, zlib.decompress(texts[number]).decode()


_AT_ONCE = 32


def known_counted(connection: Connection) -> list[Known]:
    """The counted phrases of the bank."""
    rows = connection.execute(
        select(_P.number, _P.text).where(_P.unit.in_(COUNTED_UNITS), _P.origin == "mined").order_by(_P.number)
    )
    return [Known(row.number, row.text) for row in rows]


def put_counted(
    connection: Connection, fulltext: FullText, run: int, counted: Sequence[Counted], numbers: Sequence[int]
) -> None:
    """Take in what was counted in all speeches, in place of what was counted before.

    A phrase that a person decided on stays, whatever its counts are now; one that is a heading or a
    sentence of its own is left to be counted as that.

    Arguments:
        run: the run.
        counted: all phrases.
        numbers: of the speeches counted.
    """
    about = _abouts(connection)
    held = _held(connection, {one.id for one in counted})
    aliases = {
        row[0] for row in select_rows(connection, schema.aliases, ("id",), "id", [one.id for one in counted])
    }
    new: list[Counted] = []
    updated: list[tuple[Any, ...]] = []
    placed: list[tuple[int, Counted]] = []
    staying: set[int] = set()
    for one in counted:
        row = held.get(one.id)
        if row is None:
            if one.id not in aliases:
                new.append(one)
            continue
        if row["unit"] not in COUNTED_UNITS:
            continue
        staying.add(row["number"])
        values = _values(one, about, row)
        if any(row[name] != value for name, value in values.items()):
            updated.append((*values.values(), run, row["number"]))
        placed.append((row["number"], one))
    gone = [
        (row.number, row.text)
        for row in connection.execute(
            select(_P.number, _P.text).where(
                _P.unit.in_(COUNTED_UNITS), _P.origin == "mined", _P.revision == 0, _P.into == ""
            )
        )
        if row.number not in staying
    ]
    take_counted_out(connection, fulltext, gone)
    update_rows(connection, schema.phrases, (*_CHANGING, "run", "number"), updated)
    inserted = insert_phrases(connection, fulltext, [_row(one, about) for one in new], run)
    _put_sources(connection, [*placed, *((inserted[one.id], one) for one in new)], staying)
    _mark_counted(connection, numbers)
    size = connection.scalar(select(func.sum(_C.size)).where(_C.counted == 1)) or 0
    connection.execute(delete(schema.meta).where(schema.meta.c.key == _COUNTED_SIZE))
    connection.execute(insert(schema.meta).values(key=_COUNTED_SIZE, value=str(size)))


def add_counts(
    connection: Connection,
    run: int,
    found: Mapping[int, tuple[int, int]],
    numbers: Sequence[int],
) -> None:
    """Add what was found of known phrases in new speeches.

    Arguments:
        run: the run.
        found: by number of a phrase at how many places and in how many of the speeches it was found.
        numbers: of the speeches counted.
    """
    rows = select_rows(
        connection, schema.phrases, ("number", "occurrences", "sample_count"), "number", sorted(found)
    )
    update_rows(
        connection,
        schema.phrases,
        ("occurrences", "sample_count", "run", "number"),
        [
            (occurrences + found[number][0], speeches + found[number][1], run, number)
            for number, occurrences, speeches in rows
        ],
    )
    _mark_counted(connection, numbers)


_CHANGING = ("move", "quality", "occurrences", "sample_count", "topics", "kinds", "levels", "unit")


def _values(one: Counted, about: Mapping[int, Any], row: Mapping[str, Any]) -> dict[str, Any]:
    """What the row of a known phrase shall hold; of one that a person decided on only the counts change."""
    values: dict[str, Any] = {name: row[name] for name in _CHANGING}
    values["occurrences"], values["sample_count"] = one.occurrences, len(one.speeches)
    if row["origin"] == "mined" and not row["revision"]:
        fresh = _row(one, about)
        values.update({name: getattr(fresh, name) for name in _CHANGING})
    return values


def _row(one: Counted, about: Mapping[int, tuple[Sequence[str], str, str]]) -> NewPhrase:
    abouts = [about[number] for number in one.speeches]
    filing = filed(
        {topic for topics, _, _ in abouts for topic in topics},
        {kind for _, kind, _ in abouts if kind} if keeps_kind(one.move, one.unit) else (),
        {level for _, _, level in abouts if level},
        text=one.text,
    )
    return NewPhrase(
        id=one.id,
        text=one.text,
        unit=one.unit,
        move=one.move,
        topics=filing.topics,
        kinds=filing.kinds,
        levels=filing.levels,
        themes="[]",
        family="",
        moves="[]",
        groups="[]",
        doubts="[]",
        quality=one.quality,
        occurrences=one.occurrences,
        sample_count=len(one.speeches),
    )


def _abouts(connection: Connection) -> dict[int, tuple[Sequence[str], str, str]]:
    rows = connection.execute(select(_D.number, _D.topics, _D.kind, _D.level))
    return {row.number: (json.loads(row.topics), row.kind, row.level) for row in rows}


def _held(connection: Connection, ids: set[str]) -> dict[str, dict[str, Any]]:
    names = ("id", "number", "origin", "revision", "into", *_CHANGING)
    rows = select_rows(connection, schema.phrases, names, "id", sorted(ids))
    return {row[0]: dict(zip(names, row, strict=True)) for row in rows}


def _put_sources(connection: Connection, placed: Sequence[tuple[int, Counted]], known: set[int]) -> None:
    """Keep a place in each of the first speeches, in place of those kept before."""
    delete_rows(connection, schema.sources, "phrase", sorted(known))
    rows = {
        (number, speech, paragraph, start): end
        for number, one in placed
        for speech, paragraph, start, end in one.places
    }
    insert_rows(
        connection,
        schema.sources,
        ("phrase", "document", "paragraph", "start", "end"),
        [(*place, rows[place]) for place in sorted(rows)],
    )


def _mark_counted(connection: Connection, numbers: Sequence[int]) -> None:
    update_rows(connection, schema.clauses, ("counted", "document"), [(1, number) for number in numbers])
