"""The keys by which near-duplicates are found, kept in parts of many phrases: a part is read in a moment."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, delete, select

from phrasebank.counting.near import BANDS
from phrasebank.store import schema
from phrasebank.store.bulk import insert_rows

__all__ = ["Signatures", "load_signatures", "mark_of", "save_signatures"]

_T = schema.signatures.c
_MOST_PARTS = 40
"""Parts from which on they are written anew as one."""


class Signatures(NamedTuple):
    """Keys of phrases.

    Arguments:
        numbers: of the phrases, shape (phrases,).
        marks: of each ``mark_of`` its id: a number may be given again when its phrase is gone.
        keys: as ``phrasebank.counting.near.keys_of``, shape (phrases, BANDS).
    """

    numbers: NDArray[np.int64]
    marks: NDArray[np.int64]
    keys: NDArray[np.int64]


def mark_of(phrase_id: str) -> int:
    """An id as a number of 60 bits."""
    return int(phrase_id[:15], 16)


def load_signatures(connection: Connection) -> Signatures:
    """All that are kept."""
    parts = connection.scalars(select(_T.rows).order_by(_T.part)).all()
    rows = np.frombuffer(b"".join(parts), "<i8").reshape(-1, 2 + BANDS)
    return Signatures(rows[:, 0], rows[:, 1], rows[:, 2:])


def save_signatures(connection: Connection, new: Signatures) -> None:
    """Keep more."""
    if not len(new.numbers):
        return
    part = list(connection.scalars(select(_T.part).order_by(_T.part)))
    rows = np.column_stack([new.numbers, new.marks, new.keys])
    number = max(part, default=0) + 1
    if len(part) >= _MOST_PARTS:
        held = load_signatures(connection)
        rows = np.concatenate([np.column_stack([held.numbers, held.marks, held.keys]), rows])
        connection.execute(delete(schema.signatures))
    insert_rows(connection, schema.signatures, ("part", "rows"), [(number, rows.astype("<i8").tobytes())])
