"""Lists in pieces that a statement can hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

__all__ = ["chunks"]

_T = TypeVar("_T")
_LARGEST = 900
"""Values in one statement: older builds of SQLite take 999 (SQLITE_MAX_VARIABLE_NUMBER)."""


def chunks(values: Sequence[_T]) -> Iterator[Sequence[_T]]:
    """The values in order, at most as many at a time as any database takes."""
    for start in range(0, len(values), _LARGEST):
        yield values[start : start + _LARGEST]
