"""A phrase as a row of the table, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from phrasebank.model import Move, Phrase, Slot, SlotType, Source, Status, Unit
from phrasebank.store import schema

__all__ = ["PHRASE_COLUMNS", "phrase_from", "phrase_of_columns", "row_from", "slot_records"]

_UNITS = {unit.value: unit for unit in Unit}
_MOVES = {move.value: move for move in Move}
_STATUSES = {status.value: status for status in Status}
_COLUMNS = (
    "id", "text", "unit", "move", "slots", "topics", "kinds", "levels", "themes", "family", "moves", "groups",
    "doubts", "status", "score", "sample_count", "note", "decided_by", "decided_at", "used",
)  # fmt: skip

PHRASE_COLUMNS = tuple(schema.phrases.c[name] for name in _COLUMNS)
"""The columns that ``phrase_of_columns`` reads, in its order."""


def phrase_from(row: Mapping[Any, Any], sources: Iterable[Source] = ()) -> Phrase:
    """The phrase of a row of ``schema.phrases``."""
    return phrase_of_columns([row[name] for name in _COLUMNS], tuple(sources))


def phrase_of_columns(values: Sequence[Any], sources: tuple[Source, ...] = ()) -> Phrase:
    """The phrase of the values of ``PHRASE_COLUMNS``.

    A draft takes thousands: built from the values at once it costs a third of what it does by way of the
    exchange form, and the same few lists are read again and again.
    """
    (
        key, words, unit, move, slots, topics, kinds, levels, themes, family, moves, groups,
        doubts, status, score, sample_count, note, decided_by, decided_at, used,
    ) = values  # fmt: skip
    return Phrase(
        key,
        words,
        _UNITS[unit],
        _MOVES[move],
        () if slots == "[]" else _slots(slots),
        () if topics == "[]" else _names(topics),
        () if kinds == "[]" else _names(kinds),
        () if levels == "[]" else _names(levels),
        () if themes == "[]" else _names(themes),
        family,
        () if moves == "[]" else tuple([_MOVES[name] for name in _names(moves)]),
        () if groups == "[]" else tuple(json.loads(groups)),
        () if doubts == "[]" else tuple(json.loads(doubts)),
        _STATUSES[status],
        score,
        sources,
        sample_count,
        note,
        decided_by,
        decided_at,
        used,
    )


@lru_cache(4096)
def _names(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))


@lru_cache(4096)
def _slots(text: str) -> tuple[Slot, ...]:
    records = json.loads(text)
    return tuple([Slot(slot["name"], SlotType(slot["type"]), slot.get("form", "")) for slot in records])


def row_from(phrase: Phrase, *, origin: str, revision: int, quality: float | None = None) -> dict[str, Any]:
    """The row of a phrase, without its sources.

    Arguments:
        phrase: the phrase.
        origin: builtin, mined, hand or import.
        revision: decisions taken on it so far.
        quality: how complete and general its words are; as its score where nobody has said.
    """
    return {
        "id": phrase.id,
        "text": phrase.text,
        "unit": phrase.unit.value,
        "move": phrase.move.value,
        "slots": _dumped(slot_records(phrase)),
        "topics": _dumped(phrase.topics),
        "kinds": _dumped(phrase.kinds),
        "levels": _dumped(phrase.levels),
        "themes": _dumped(phrase.themes),
        "family": phrase.family,
        "moves": _dumped([move.value for move in phrase.moves]),
        "groups": _dumped(phrase.groups),
        "doubts": _dumped(phrase.doubts),
        "status": phrase.status.value,
        "score": phrase.score,
        "quality": phrase.score if quality is None else quality,
        "occurrences": max(phrase.sample_count, len(phrase.sources)),
        "sample_count": phrase.sample_count,
        "note": phrase.note,
        "decided_by": phrase.decided_by,
        "decided_at": phrase.decided_at,
        "used": phrase.used,
        "origin": origin,
        "revision": revision,
    }


def slot_records(phrase: Phrase) -> list[dict[str, str]]:
    """The slots of a phrase in the exchange form."""
    return [
        {"name": slot.name, "type": slot.type.value, **({"form": slot.form} if slot.form else {})}
        for slot in phrase.slots
    ]


def _dumped(values: object) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")) if values else "[]"
