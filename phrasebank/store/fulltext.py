"""Full text: an FTS5 table in SQLite, a GIN index in PostgreSQL, one interface."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    FromClause,
    bindparam,
    column,
    false,
    func,
    table,
    text,
)

from phrasebank.store.chunks import chunks
from phrasebank.store.grams import grams_of, grams_to_find, spelled
from phrasebank.store.plain import is_plain

__all__ = ["FullText", "PostgresText", "SqliteText"]

_GRAMS = table("phrase_grams", column("rowid", BigInteger), column("number", BigInteger), column("grams"))


class FullText(Protocol):
    """An index of texts by number."""

    table: FromClause
    """What is joined to phrases where the index is asked."""
    number: ColumnElement[int]
    """Its column with the phrase's number."""

    def create(self, connection: Connection) -> None:
        """Make the index; it may be there."""
        ...

    def add(self, connection: Connection, texts: Sequence[tuple[int, str]]) -> None:
        """Take texts in."""
        ...

    def remove(self, connection: Connection, texts: Sequence[tuple[int, str]]) -> None:
        """Take texts out; they must be given as they were taken in."""
        ...

    def matches(self, query: str) -> ColumnElement[bool] | None:
        """True of every row of ``table`` whose text may hold the query; None where the index cannot tell."""
        ...

    def holds(self, words: ColumnElement[str], query: str) -> ColumnElement[bool]:
        """Whether a text holds the query itself; capital and small letters A to Z are the same."""
        ...


class SqliteText:
    """FTS5 without content of its own and without positions: the smallest and fastest form.

    The tokeniser ``ascii`` parts at ASCII marks only and leaves all else alone, whatever Unicode comes.
    """

    table: FromClause = _GRAMS
    number: ColumnElement[int] = _GRAMS.c.rowid

    def create(self, connection: Connection) -> None:
        """Make the index; it may be there."""
        connection.execute(
            text(
                "CREATE VIRTUAL TABLE IF NOT EXISTS phrase_grams USING"
                " fts5(grams, content='', columnsize=0, detail=none, tokenize='ascii')"
            )
        )

    def add(self, connection: Connection, texts: Sequence[tuple[int, str]]) -> None:
        """Take texts in."""
        _write(connection, "INSERT INTO phrase_grams(rowid, grams) VALUES (?, ?)", texts)

    def remove(self, connection: Connection, texts: Sequence[tuple[int, str]]) -> None:
        """Take texts out."""
        statement = "INSERT INTO phrase_grams(phrase_grams, rowid, grams) VALUES ('delete', ?, ?)"
        _write(connection, statement, texts)

    def matches(self, query: str) -> ColumnElement[bool] | None:
        """True of every row whose text may hold the query."""
        words = grams_to_find(query)
        if not words:
            return None
        asked = " AND ".join(f'"{word}"' for word in words)
        return column("phrase_grams").op("MATCH", is_comparison=True)(bindparam("grams", asked))

    def holds(self, words: ColumnElement[str], query: str) -> ColumnElement[bool]:
        """Whether a text holds the query itself. SQLite's lower() knows A to Z only."""
        if not is_plain([query]):
            return false()
        if _has_letters(query):
            return func.instr(func.lower(words), func.lower(query)) > 0
        return func.instr(words, query) > 0


def _write(connection: Connection, statement: str, texts: Sequence[tuple[int, str]]) -> None:
    for some in chunks(texts):
        numbers, words = zip(*some, strict=True)
        connection.exec_driver_sql(statement, list(zip(numbers, spelled(words), strict=True)))


def _has_letters(query: str) -> bool:
    return any(mark.isascii() and mark.isalpha() for mark in query)


_CAPITALS, _SMALL = "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz"


class PostgresText:
    """A tsvector of the same words with a GIN index.

    The words go in as they are: PostgreSQL's own parser, which would take 1月 apart, is not asked.
    """

    table: FromClause = _GRAMS
    number: ColumnElement[int] = _GRAMS.c.number

    def create(self, connection: Connection) -> None:
        """Make the index; it may be there."""
        connection.execute(
            text(
                "CREATE TABLE IF NOT EXISTS phrase_grams"
                " (number BIGINT PRIMARY KEY REFERENCES phrases ON DELETE CASCADE, grams TSVECTOR NOT NULL)"
            )
        )
        connection.execute(
            text("CREATE INDEX IF NOT EXISTS phrase_grams_words ON phrase_grams USING GIN (grams)")
        )

    def add(self, connection: Connection, texts: Sequence[tuple[int, str]]) -> None:
        """Take texts in."""
        if texts:
            connection.execute(
                text(
                    "INSERT INTO phrase_grams VALUES (:number, array_to_tsvector(CAST(:grams AS text[])))"
                    " ON CONFLICT (number) DO UPDATE SET grams = excluded.grams"
                ),
                [{"number": number, "grams": grams_of(words)} for number, words in texts],
            )

    def remove(self, connection: Connection, texts: Sequence[tuple[int, str]]) -> None:
        """Take texts out."""
        if texts:
            connection.execute(
                text("DELETE FROM phrase_grams WHERE number = :number"),
                [{"number": number} for number, _ in texts],
            )

    def matches(self, query: str) -> ColumnElement[bool] | None:
        """True of every row whose text may hold the query."""
        words = grams_to_find(query)
        if not words:
            return None
        asked = " & ".join(f"'{word}'" for word in words)
        return text("phrase_grams.grams @@ CAST(:grams AS tsquery)").bindparams(grams=asked)  # type: ignore[return-value]

    def holds(self, words: ColumnElement[str], query: str) -> ColumnElement[bool]:
        """Whether a text holds the query itself. translate(), for lower() goes by the server's locale."""
        if not is_plain([query]):  # which no text here can hold
            return false()
        if _has_letters(query):
            small = query.translate(str.maketrans(_CAPITALS, _SMALL))
            return func.strpos(func.translate(words, _CAPITALS, _SMALL), small) > 0
        return func.strpos(words, query) > 0
