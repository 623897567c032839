"""Numbers for new rows."""

from __future__ import annotations

from sqlalchemy import Connection, Table, func, select

__all__ = ["next_number"]


def next_number(connection: Connection, table: Table) -> int:
    """The number after the highest; only inside a writing transaction, where nobody else takes it."""
    return (connection.scalar(select(func.max(table.c.number))) or 0) + 1
