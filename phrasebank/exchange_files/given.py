"""A phrase as a file gives it: only what the file says, everything else stays as the bank has it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from phrasebank.errors import Problem

__all__ = ["Given", "Read"]


@dataclass(frozen=True, slots=True)
class Given:
    """One row of a file.

    Arguments:
        line: its 1-based line or row.
        id: the phrase it speaks of; "" for a new one.
        fields: what it says, by the names of ``Phrase``, values as there; slots go with the text.
        revision: the phrase's revision when the file was written; None where the file does not tell.
        decided_at: when the phrase was decided on as the file has it; None where it does not tell.
        extras: what only counts for a phrase that is new here: score, counts, sources.
    """

    line: int
    id: str
    fields: Mapping[str, Any]
    revision: int | None = None
    decided_at: str | None = None
    extras: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Read:
    """What a file holds.

    Arguments:
        given: its usable rows, in order.
        refused: what is wrong with the others, each with its row and column.
        warnings: what was passed over (columns that mean nothing here).
    """

    given: tuple[Given, ...]
    refused: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
