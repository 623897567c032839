"""Everything that a brief says, to tell what is its own."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

from drafter.brief import Brief

__all__ = ["own_words"]

#: Who keeps the brief's strings of a brief that is checked again and again.
_DEEPEST = 12


def own_words(brief: Brief) -> str:
    """All strings of a brief, each on a line."""
    return "\n".join(_strings(brief, _DEEPEST))


def _strings(value: Any, deep: int) -> list[str]:
    if isinstance(value, str):
        return [value]
    if deep == 0:
        return []
    if is_dataclass(value) and not isinstance(value, type):
        held = [getattr(value, field.name) for field in fields(value)]
    elif isinstance(value, dict):
        held = [*value, *value.values()]
    elif isinstance(value, (list, tuple, set, frozenset)):
        held = [*value]
    else:
        return []
    return [string for one in held for string in _strings(one, deep - 1)]
