"""Many rows at once: plain tuples handed to the driver, which is several times faster than row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Table

from phrasebank.store.chunks import chunks

__all__ = ["delete_rows", "insert_rows", "select_rows", "update_rows"]


def insert_rows(
    connection: Connection, table: Table, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> None:
    """Insert rows.

    Arguments:
        connection: a transaction.
        table: into which.
        columns: names of the columns given; the others must have a default of the database's own.
        rows: a value for each column.
    """
    if not rows:
        return
    quote = connection.dialect.identifier_preparer.quote
    names = ", ".join(map(quote, columns))
    if connection.dialect.name == "postgresql":
        driver = connection.connection.driver_connection
        assert driver is not None
        with driver.cursor() as cursor, cursor.copy(f"COPY {quote(table.name)} ({names}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        return
    marks = ", ".join("?" * len(columns))
    connection.exec_driver_sql(f"INSERT INTO {quote(table.name)} ({names}) VALUES ({marks})", list(rows))


def update_rows(
    connection: Connection, table: Table, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> None:
    """Set columns of rows.

    Arguments:
        connection: a transaction.
        table: which.
        columns: names of the columns to set, and last the one that says which row.
        rows: a value for each column.
    """
    if not rows:
        return
    quote = connection.dialect.identifier_preparer.quote
    mark = _mark(connection)
    values = ", ".join(f"{quote(name)} = {mark}" for name in columns[:-1])
    statement = f"UPDATE {quote(table.name)} SET {values} WHERE {quote(columns[-1])} = {mark}"
    connection.exec_driver_sql(statement, list(rows))


def delete_rows(connection: Connection, table: Table, column: str, values: Sequence[Any]) -> None:
    """Delete the rows that have one of these values in a column."""
    if values:
        quote = connection.dialect.identifier_preparer.quote
        statement = f"DELETE FROM {quote(table.name)} WHERE {quote(column)} = {_mark(connection)}"
        connection.exec_driver_sql(statement, [(value,) for value in values])


def select_rows(
    connection: Connection,
    table: Table,
    columns: Sequence[str],
    by: str,
    values: Sequence[Any],
    *,
    where: str = "",
) -> Iterator[tuple[Any, ...]]:
    """The rows that have one of these values in a column, as plain tuples.

    Arguments:
        connection: a transaction.
        table, columns: what of which.
        by, values: the column, and its values; each once.
        where: a condition in SQL besides, without values.
    """
    quote = connection.dialect.identifier_preparer.quote
    names = ", ".join(map(quote, columns))
    mark = _mark(connection)
    more = f" AND {where}" if where else ""
    for some in chunks(values):
        marks = ", ".join([mark] * len(some))
        statement = f"SELECT {names} FROM {quote(table.name)} WHERE {quote(by)} IN ({marks}){more}"
        yield from map(tuple, connection.exec_driver_sql(statement, tuple(some)).all())


def _mark(connection: Connection) -> str:
    return "?" if connection.dialect.paramstyle == "qmark" else "%s"
