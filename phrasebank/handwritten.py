"""Read phrases as an editor writes them: short lines, forms inside the braces (docs/phrases.md)."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from phrasebank.errors import CodedError, Problem
from phrasebank.exchange import phrase_of
from phrasebank.model import MOVES, Phrase, Status, Unit, phrase_id
from phrasebank.vocabulary import FORMS, SLOT_PATTERN, SLOT_TYPES, slots_of

__all__ = ["Entry", "read_entries"]

_NEEDED = ("text", "unit", "move")
_TEXTS = ("text", "unit", "move", "family", "id", "status", "note", "decided_by", "decided_at")
_LISTS = ("topics", "kinds", "levels", "themes", "moves", "groups", "doubts")
_KNOWN = (*_TEXTS, *_LISTS, "slots", "score", "sources", "sample_count", "used")
_UNITS = tuple(unit.value for unit in Unit)
_STATUSES = tuple(status.value for status in Status)


@dataclass(frozen=True, slots=True)
class Entry:
    """A phrase and the 1-based line it was written on."""

    phrase: Phrase
    line: int


def read_entries(text: str, *, file: str = "") -> tuple[Entry, ...]:
    """Read phrases one a line, hand-written or in the exchange form or both in one file.

    Arguments:
        text: JSON Lines. ``text``, ``unit`` and ``move`` are needed, everything else may be left out;
            a phrase without a status is accepted, for a person wrote it down.
        file: its name for messages.

    Raises:
        CodedError: P001 no JSON object; P002 a key that is missing, unknown or of the wrong type;
            P010 unit; P011 move; P012 slot name; P013 slot form or braces; P017 status. All at once.
    """
    entries: list[Entry] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line.isspace():
            continue
        record = _object(line)
        if record is None:
            problems.append(
                Problem("P001", "这一行不是 JSON 对象", file, number, mend="一行写一个 {…}，不要换行")
            )
            continue
        found = _problems(record, file, number)
        if found:
            problems += found
        else:
            try:
                entries.append(Entry(phrase_of(_completed(record)), number))
            except (KeyError, TypeError, ValueError, AttributeError) as error:
                problems.append(Problem("P002", f"词条的形状不对：{error}", file, number))
    if problems:
        raise CodedError(problems)
    return tuple(entries)


def _object(line: str) -> dict[str, Any] | None:
    try:
        record = json.loads(line)
    except (json.JSONDecodeError, RecursionError):
        return None
    return record if isinstance(record, dict) else None


def _problems(record: dict[str, Any], file: str, line: int) -> list[Problem]:
    """What keeps a record from being a phrase at all."""
    problems: list[Problem] = []

    def report(code: str, message: str, key: str, mend: str = "") -> None:
        problems.append(Problem(code, message, file, line, key, mend))

    for key in record:
        if key not in _KNOWN:
            report("P002", "没有这个键", key, _nearest(key, _KNOWN))
    for key in _NEEDED:
        if not record.get(key):
            report("P002", "缺少这个键", key)
    for key in _TEXTS:
        if not isinstance(record.get(key, ""), str):
            report("P002", "应当是文字", key)
    for key in _LISTS:
        value = record.get(key, [])
        if not (isinstance(value, list) and all(isinstance(word, str) and word for word in value)):
            report("P002", "应当是词的列表", key, '写成 ["安全生产"]，没有就写 []')
    if problems:
        return problems
    if record["unit"] not in _UNITS:
        report("P010", f"没有“{record['unit']}”这种单位", "unit", _nearest(record["unit"], _UNITS))
    if record["move"] not in MOVES:
        report("P011", f"没有“{record['move']}”这个语步", "move", _nearest(record["move"], MOVES))
    if record.get("status", "accepted") not in _STATUSES:
        report("P017", f"没有“{record['status']}”这个状态", "status", _nearest(record["status"], _STATUSES))
    text: str = record["text"]
    for match in SLOT_PATTERN.finditer(text):
        name, form = match[1], match[2]
        if name.rstrip("0123456789") not in SLOT_TYPES:
            report("P012", f"没有“{name}”这个空位", "text", _nearest(name, SLOT_TYPES))
        if form is not None and form not in FORMS:
            report("P013", f"空位的形式“{form}”不对", "text", "只有 verb 和 noun")
    if set("{}") & set(SLOT_PATTERN.sub("", text)):
        report("P013", "花括号没有配对", "text", "空位写成 {名称}")
    return problems


def _completed(record: dict[str, Any]) -> dict[str, Any]:
    """The record in the exchange form: bare slot names in the text, slots, id and defaults filled."""
    written: str = record["text"]
    text = SLOT_PATTERN.sub(lambda match: f"{{{match[1]}}}", written)
    known_forms = {slot["name"]: slot.get("form", "") for slot in record.get("slots", [])}
    slots = [
        {"name": slot.name, "type": slot.type.value, "form": slot.form or known_forms.get(slot.name, "")}
        for slot in slots_of(written)
    ]
    defaults: dict[str, Any] = {
        "topics": [],
        "kinds": [],
        "levels": [],
        "themes": [],
        "family": "",
        "status": Status.ACCEPTED.value,
        "score": 0.0,
        "sources": [],
        "sample_count": 0,
        "note": "",
        "decided_by": "",
        "decided_at": "",
        "used": 0,
    }
    return {**defaults, **record, "text": text, "slots": slots, "id": phrase_id(text)}


def _nearest(word: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(word, sorted(known), n=1)
    return f"是不是“{close[0]}”？" if close else f"可用：{'、'.join(sorted(known))}"
