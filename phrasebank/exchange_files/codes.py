"""Codes of the bank as a person reads and writes them in a table: 采用 accepted."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import TypeVar

from phrasebank.curation.names import MOVE_NAMES, STATUS_NAMES, UNIT_NAMES
from phrasebank.model import Move, Status, Unit

__all__ = ["labelled", "named"]

Code = TypeVar("Code", Status, Unit, Move)

_NAMES: Mapping[Enum, str] = MappingProxyType(
    {code: name for names in (STATUS_NAMES, UNIT_NAMES, MOVE_NAMES) for code, name in names.items()}
)


def labelled(code: Status | Unit | Move) -> str:
    """``采用 accepted``: the Chinese name and the code beside it."""
    return f"{_NAMES[code]} {code.value}"


def named(kind: type[Code], text: str) -> Code | None:
    """The code that a person means by its name, its value, both, or a name's part after the dot (号召).

    Arguments:
        kind: ``Status``, ``Unit`` or ``Move``.
        text: as the person wrote it.

    Returns:
        The code; None where there is none, or several have that name.
    """
    wanted = text.strip()
    lowered = wanted.lower()
    for code in kind:
        name = _NAMES[code]
        if lowered in (code.value, name, f"{name} {code.value}", f"{name}{code.value}"):
            return code
    ends = [code for code in kind if wanted and wanted in _ending(code)]
    return ends[0] if len(ends) == 1 else None


def _ending(code: Status | Unit | Move) -> tuple[str, ...]:
    """The last parts of a two-part name and of its value."""
    return _NAMES[code].rpartition("·")[2], code.value.rpartition(".")[2]
