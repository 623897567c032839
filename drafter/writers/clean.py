"""Take out at the door what no document format can hold: control characters, halves of surrogates."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from typing import Any

from drafter.errors import Problem
from drafter.speech.marker import Marker
from drafter.speech.model import Anomaly, Section, Speech

__all__ = ["clean_speech", "clean_text"]

_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# XML 1.0 §2.2 Char, and the C1 controls, which it allows but no page shows.
_UNWRITABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_ANY = re.compile(f"{_LINE_END.pattern}|{_UNWRITABLE.pattern}")


def clean_text(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with one kind of line end and without unwritable characters, and those dropped."""
    if _is_clean(text):
        return text, ()
    text = _LINE_END.sub("\n", text)
    return _UNWRITABLE.sub("", text), tuple(_UNWRITABLE.findall(text))


def _is_clean(text: str) -> bool:
    """isprintable is some ten times as fast as the search and true of nearly every paragraph."""
    return text.isprintable() or _ANY.search(text) is None


def _strings(speech: Speech) -> Iterator[str]:
    """Every string of a speech that a writer prints."""
    yield from filter(None, (speech.title, speech.subtitle, speech.speaker, speech.date, speech.salutation))
    yield from speech.opening
    yield from speech.closing
    yield from (anomaly.message for anomaly in speech.anomalies)
    yield from (marker for run in speech.enumerations for marker in run)
    waiting = list(speech.sections)
    while waiting:
        section = waiting.pop()
        yield from (section.heading, section.heading_end, section.marker.verb, section.marker.noun)
        yield from section.paragraphs
        waiting += section.sections


def clean_speech(speech: Speech) -> tuple[Speech, tuple[Problem, ...]]:
    """The speech as every format can hold it, and one note about what was dropped, if anything.

    The note has code W001 and names the characters by code point.
    """
    if all(_is_clean(text) for text in _strings(speech)):
        return speech, ()
    dropped: list[str] = []

    def tidy(value: Any) -> Any:
        if isinstance(value, str):
            text, gone = clean_text(value)
            dropped.extend(gone)
            return text
        if isinstance(value, tuple):
            kept = tuple(tidy(item) for item in value)
            return value if all(new is old for new, old in zip(kept, value, strict=True)) else kept
        if isinstance(value, Speech | Section | Marker | Anomaly):
            old = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
            new = {name: tidy(part) for name, part in old.items()}
            return value if all(new[name] is old[name] for name in old) else dataclasses.replace(value, **new)
        return value

    cleaned: Speech = tidy(speech)
    if not dropped:
        return cleaned, ()
    names = "、".join(sorted({f"U+{ord(character):04X}" for character in dropped})[:8])
    note = Problem("W001", f"稿子里有{len(dropped)}个任何文件都存不下的控制字符（{names}），已经去掉")
    return cleaned, (note,)
