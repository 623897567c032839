"""A phrase's rows written: its own, those it is found and picked by, its sources."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from phrasebank.exchange import record_of
from phrasebank.model import Phrase, Source, Status
from phrasebank.store import schema
from phrasebank.store.facets import facet_rows
from phrasebank.store.fulltext import FullText
from phrasebank.store.numbers import next_number
from phrasebank.store.rows import row_from
from phrasebank.store.sources import recount

__all__ = ["given_sources", "hide", "is_mined", "put_in", "put_over", "take_out"]

_P, _A = schema.phrases.c, schema.aliases.c
_Row = Mapping[Any, Any]


def put_in(connection: Connection, fulltext: FullText, phrase: Phrase, *, imported: bool) -> None:
    """Put a new phrase in, with the sources that it came with."""
    number = next_number(connection, schema.phrases)
    origin = "import" if phrase.sources or imported else "hand"
    row = {"number": number, **row_from(phrase, origin=origin, revision=1)}
    connection.execute(insert(schema.phrases).values(row))
    fulltext.add(connection, [(number, phrase.text)])
    # Words that stood for another phrase so far are one of their own now.
    connection.execute(delete(schema.aliases).where(_A.id == phrase.id))
    _refile(connection, number, phrase)
    if phrase.sources:
        text = json.dumps(record_of(phrase)["sources"], ensure_ascii=False)
        connection.execute(insert(schema.given_sources).values(phrase=number, sources=text))


def put_over(
    connection: Connection, fulltext: FullText, row: _Row, phrase: Phrase, *, back: bool, origin: str = ""
) -> None:
    """Write a phrase over what a row holds, also where that was merged away.

    Arguments:
        row: of ``schema.phrases``, as it is.
        phrase: what it shall be, its text and with it its id possibly another one.
        back: whether this takes something back: then the old words stand for nothing any more.
        origin: another origin; "" leaves it.
    """
    number = row["number"]
    values = row_from(
        phrase, origin=origin or row["origin"], revision=row["revision"] + 1, quality=row["quality"]
    )
    # What mining counts is its own: a decision neither adds speeches nor takes any away.
    for key in ("occurrences", "sample_count", "used"):
        values.pop(key)
    connection.execute(update(schema.phrases).where(_P.number == number).values(**values, into=""))
    if row["into"]:
        recount(connection, row["into"])
        recount(connection, phrase.id)
    if phrase.text != row["text"]:
        fulltext.remove(connection, [(number, row["text"])])
        fulltext.add(connection, [(number, phrase.text)])
    if phrase.id != row["id"]:
        _rename(connection, row["id"], phrase.id, back=back)
    _refile(connection, number, phrase, shipped=values["origin"] == "builtin" and not phrase.decided_by)


def _rename(connection: Connection, old: str, new: str, *, back: bool) -> None:
    """Let everything that names a phrase name it by its new id."""
    connection.execute(update(schema.phrases).where(_P.into == old, _P.into != "").values(into=new))
    connection.execute(delete(schema.aliases).where(_A.id.in_([old, new])))
    connection.execute(update(schema.aliases).where(_A.into == old).values(into=new))
    if not back:
        # The old words, met again in another speech, are this phrase.
        connection.execute(insert(schema.aliases).values(id=old, into=new))


def hide(connection: Connection, row: _Row, into: str, *, by: str, at: str) -> None:
    """Let another phrase take this one's place; its row and its sources stay for undo."""
    connection.execute(delete(schema.facets).where(schema.facets.c.number == row["number"]))
    connection.execute(
        update(schema.phrases)
        .where(_P.number == row["number"])
        .values(into=into, revision=row["revision"] + 1, decided_by=by, decided_at=at)
    )
    recount(connection, into)


def take_out(connection: Connection, fulltext: FullText, row: _Row) -> None:
    """Take a phrase out that no speech holds."""
    number = row["number"]
    fulltext.remove(connection, [(number, row["text"])])
    for table, column in (
        (schema.facets, schema.facets.c.number),
        (schema.given_sources, schema.given_sources.c.phrase),
        (schema.phrases, _P.number),
    ):
        connection.execute(delete(table).where(column == number))


def is_mined(connection: Connection, number: int) -> bool:
    """Whether a speech of the bank holds the phrase."""
    held = select(schema.sources.c.phrase).where(schema.sources.c.phrase == number).limit(1)
    return connection.scalar(held) is not None


def given_sources(connection: Connection, number: int) -> tuple[Source, ...]:
    """Sources that came with a phrase from elsewhere."""
    given = schema.given_sources.c
    text = connection.scalar(select(given.sources).where(given.phrase == number))
    return tuple(Source(**record) for record in json.loads(text or "[]"))


def _refile(connection: Connection, number: int, phrase: Phrase, *, shipped: bool = False) -> None:
    """Make the rows by which the composer finds a phrase: those of an accepted one, else none."""
    connection.execute(delete(schema.facets).where(schema.facets.c.number == number))
    if phrase.status is Status.ACCEPTED:
        connection.execute(insert(schema.facets), list(facet_rows(number, phrase, shipped=shipped)))
