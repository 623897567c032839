"""Phrases as JSON Lines: the exchange form, or lines that an editor or a program wrote."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from phrasebank.errors import CodedError, Problem
from phrasebank.exchange import dumps, phrase_of
from phrasebank.exchange_files.given import Given, Read
from phrasebank.exchange_files.limits import MOST_ROWS, too_many_rows
from phrasebank.exchange_files.rows import read_values, text_problems
from phrasebank.model import Phrase, Source, phrase_id

if TYPE_CHECKING:
    from phrasebank.store import Held

__all__ = ["read_jsonl", "write_jsonl"]

_LISTS = ("topics", "kinds", "levels", "themes", "moves", "groups", "doubts")
_TEXTS = ("id", "text", "unit", "move", "family", "status", "note", "decided_by", "decided_at")
_KNOWN = frozenset(field.name for field in fields(Phrase))
#: A record with all of these is in the exchange form; what it leaves out it says is empty.
_WHOLE = frozenset({"id", "text", "unit", "move", "slots", "status", "sources", "sample_count", "decided_at"})
_DEFAULTS: Mapping[str, Any] = {
    "topics": [],
    "kinds": [],
    "levels": [],
    "score": 0.0,
    "note": "",
    "decided_by": "",
    "used": 0,
}
_ITS_OWN = ("score", "sample_count", "used", "sources")
_SAID = (
    "text",
    "slots",
    "unit",
    "move",
    "topics",
    "kinds",
    "levels",
    "themes",
    "family",
    "moves",
    "groups",
    "doubts",
    "status",
    "note",
)


def write_jsonl(phrases: Iterable[Held], *, with_sources: bool = False) -> bytes:
    """The file's bytes: contract 4, a phrase a line, sorted by id.

    Arguments:
        phrases: what the bank holds.
        with_sources: whether the names of the samples go with it.
    """
    return dumps(
        held.phrase if with_sources else replace(held.phrase, sources=()) for held in phrases
    ).encode()


def read_jsonl(data: bytes, *, file: str = "") -> Read:
    """Read phrases one a line, in the exchange form or with only some of its keys.

    Raises:
        CodedError: I001 the bytes are not UTF-8; I003 too many lines.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CodedError(Problem("I001", "不是 UTF-8 文本", file, mend="请另存为 UTF-8")) from error
    given: list[Given] = []
    refused: list[Problem] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line.isspace():
            continue
        if len(given) + len(refused) >= MOST_ROWS:
            raise too_many_rows(file)
        row, problems = _read_line(line, number, file)
        refused += problems
        if row is not None:
            given.append(row)
    return Read(tuple(given), tuple(refused))


def _read_line(line: str, number: int, file: str) -> tuple[Given | None, list[Problem]]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        record = None
    if not isinstance(record, dict):
        return None, [Problem("P001", "这一行不是 JSON 对象", file, number, mend="一行写一个 {…}，不要换行")]
    wrong = _misshapen(record)
    if wrong:
        return None, [Problem("P002", message, file, number, key) for key, message in wrong]
    if record.keys() >= _WHOLE:
        return _whole(record, number, file)
    if "sources" in record:
        try:
            record["sources"] = _sources(record["sources"])
        except (TypeError, ValueError) as error:
            return None, [Problem("P002", f"出处的形状不对：{error}", file, number, "sources")]
    return read_values(record, number, file=file, keys={})


def _sources(given: object) -> tuple[Source, ...]:
    """The sources of a record in the exchange form's shape.

    Raises:
        TypeError, ValueError: they are not in that shape.
    """
    if not isinstance(given, list) or not all(isinstance(one, dict) for one in given):
        raise TypeError("应当是一串 {file, paragraph, start, end}")
    sources = tuple(Source(**one) for one in given)
    whole = all(isinstance(n, int) for one in sources for n in (one.paragraph, one.start, one.end))
    if not whole or not all(isinstance(one.file, str) for one in sources):
        raise ValueError("file 是文件名，其余是整数")
    return sources


def _misshapen(record: Mapping[str, Any]) -> list[tuple[str, str]]:
    wrong = [(key, "没有这个键") for key in record if key not in _KNOWN]
    wrong += [(key, "应当是文字") for key in _TEXTS if not isinstance(record.get(key, ""), str)]
    for key in _LISTS:
        value = record.get(key, [])
        if not (isinstance(value, list) and all(isinstance(word, str) and word for word in value)):
            wrong.append((key, '应当是词的列表，写成 ["安全生产"]'))
    return wrong


def _whole(record: dict[str, Any], number: int, file: str) -> tuple[Given | None, list[Problem]]:
    found = text_problems(record["text"])
    if found:
        return None, [Problem(code, message, file, number, "text", mend) for code, message, mend in found]
    try:
        phrase = phrase_of({**_DEFAULTS, **record})
        sizes = (phrase.sample_count, phrase.used, phrase.score)
        if not all(isinstance(size, int | float) and size >= 0 for size in sizes) or phrase.score > 1:
            raise ValueError("score、sample_count、used 应当是不小于 0 的数")
        _sources(record["sources"])
    except KeyError as error:
        return None, [Problem("P002", f"缺少或不认识“{error.args[0]}”", file, number)]
    except (TypeError, ValueError, AttributeError) as error:
        return None, [Problem("P002", f"词条的形状不对：{error}", file, number)]
    said = {name: getattr(phrase, name) for name in _SAID}
    extras = {name: getattr(phrase, name) for name in _ITS_OWN}
    identity = record["id"] or phrase_id(phrase.text)
    return Given(number, identity, said, None, phrase.decided_at, extras), []
