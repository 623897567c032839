"""The built-in bank in one compact file, which is read several times as fast as its JSON Lines.

The JSON Lines are what people read and edit; ``bank.json`` is made from them (tools/build_builtin.py)
and says of which bytes: where they have changed since, it is not used.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from phrasebank.exchange import record_of
from phrasebank.model import Move, Phrase, Slot, SlotType, Source, Status, Unit
from phrasebank.vocabulary import slot_type

__all__ = ["PACKED_NAME", "pack", "unpack"]

PACKED_NAME = "bank.json"

_UNITS = {unit.value: unit for unit in Unit}
_MOVES = {move.value: move for move in Move}
_SOURCE_WIDTH = 4
#: What few phrases have, kept as in the exchange form, where it differs from this.
_SELDOM: Mapping[str, Any] = {
    "moves": [],
    "groups": [],
    "doubts": [],
    "status": Status.ACCEPTED.value,
    "note": "",
    "decided_by": "",
    "decided_at": "",
    "used": 0,
}


def pack(phrases: Sequence[Phrase], files: Mapping[str, bytes]) -> bytes:
    """Write phrases as one compact file.

    Arguments:
        phrases: all of them, in the order they are to be read.
        files: names and bytes of the JSON Lines they stand in.
    """
    names = sorted({source.file for phrase in phrases for source in phrase.sources})
    numbers = {name: number for number, name in enumerate(names)}
    rows = ",\n".join(_dumped(_row(phrase, numbers)) for phrase in phrases)
    head = f'"of": {_dumped(_sums(files))}, "files": {_dumped(names)}'
    return f'{{{head}, "phrases": [\n{rows}\n]}}\n'.encode()


def unpack(data: bytes, files: Mapping[str, bytes]) -> tuple[Phrase, ...] | None:
    """Read what ``pack`` wrote; None where it was made of other files, or is damaged.

    Arguments:
        data: the compact file.
        files: names and bytes of the JSON Lines as they are now.
    """
    try:
        held = json.loads(data)
        if held["of"] != _sums(files):
            return None
        names: list[str] = held["files"]
        return tuple([_phrase(row, names) for row in held["phrases"]])
    except (KeyError, IndexError, TypeError, ValueError):
        return None


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _sums(files: Mapping[str, bytes]) -> dict[str, int]:
    # Against forgetting to pack, not against malice: a checksum is enough, and costs a tenth.
    return {name: zlib.crc32(data) for name, data in files.items()}


def _row(phrase: Phrase, numbers: Mapping[str, int]) -> list[object]:
    slots = [f"{slot.name}:{slot.form}" if slot.form else slot.name for slot in phrase.slots]
    sources: list[int] = []
    for source in phrase.sources:
        sources += (numbers[source.file], source.paragraph, source.start, source.end)
    record = record_of(phrase)
    seldom = {key: record[key] for key, usual in _SELDOM.items() if record.get(key, usual) != usual}
    lists = (phrase.topics, phrase.kinds, phrase.levels, phrase.themes)
    row = [phrase.id, phrase.text, phrase.unit.value, phrase.move.value, slots, *map(list, lists)]
    return [*row, phrase.family, phrase.score, phrase.sample_count, sources, *([seldom] if seldom else [])]


def _phrase(row: Sequence[Any], names: Sequence[str]) -> Phrase:
    key, text, unit, move, slots, topics, kinds, levels, themes, family, score, count, sources, *rest = row
    # By position, in the order of the fields: naming nineteen of them takes half as long again.
    phrase = Phrase(
        key,
        text,
        _UNITS[unit],
        _MOVES[move],
        tuple([_slot(slot) for slot in slots]) if slots else (),
        tuple(topics),
        tuple(kinds),
        tuple(levels),
        tuple(themes),
        family,
        (),
        (),
        (),
        Status.ACCEPTED,
        score,
        _sources(sources, names) if sources else (),
        count,
    )
    return _completed(phrase, rest[0]) if rest else phrase


def _completed(phrase: Phrase, seldom: Mapping[str, Any]) -> Phrase:
    values = {**_SELDOM, **seldom}
    return replace(
        phrase,
        moves=tuple(_MOVES[move] for move in values["moves"]),
        groups=tuple(values["groups"]),
        doubts=tuple(values["doubts"]),
        status=Status(values["status"]),
        note=values["note"],
        decided_by=values["decided_by"],
        decided_at=values["decided_at"],
        used=values["used"],
    )


def _sources(numbers: Sequence[int], names: Sequence[str]) -> tuple[Source, ...]:
    return tuple(
        [
            Source(names[numbers[at]], numbers[at + 1], numbers[at + 2], numbers[at + 3])
            for at in range(0, len(numbers), _SOURCE_WIDTH)
        ]
    )


@cache
def _slot(written: str) -> Slot:
    name, _, form = written.partition(":")
    kind: SlotType = slot_type(name)
    return Slot(name, kind, form)
