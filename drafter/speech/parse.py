"""Text → Speech."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.speech.findings import with_findings
from drafter.speech.front import Front, read_front
from drafter.speech.layout import read_layout
from drafter.speech.leading import read_marker
from drafter.speech.marker import Family
from drafter.speech.model import Anomaly, Speech
from drafter.speech.tree import read_body

__all__ = ["parse_speech"]

_BLANK = " \t\u3000\xa0\u200b\ufeff\r\n"


def parse_speech(text_or_paragraphs: str | Sequence[str], *, notes: Sequence[Anomaly] = ()) -> Speech:
    """Read a speech out of its text.

    Arguments:
        text_or_paragraphs: marked text, one paragraph a line, as ``speech_text`` prints it and
            templates render it; or the paragraphs that cleaning found.
        notes: anomalies that cleaning found; their paragraph counts the paragraphs handed in.

    Returns:
        The speech. Any text gives one: what has no numbering is all opening.
    """
    if isinstance(text_or_paragraphs, str):
        laid_out = read_layout(text_or_paragraphs)
        if laid_out is not None:
            return with_findings(laid_out, [replace(note, paragraph=None) for note in notes])
        text_or_paragraphs = text_or_paragraphs.split("\n")
    paragraphs, origins = _tidy(text_or_paragraphs)
    front = read_front(paragraphs)
    body = paragraphs[front.lines :]
    if front.greeting:
        body.insert(0, front.greeting)
    speech = replace(
        read_body(body),
        title=front.title,
        subtitle=front.subtitle,
        speaker=front.speaker,
        date=front.date,
        salutation=front.salutation,
    )
    return with_findings(speech, list(_placed(notes, origins, front)))


def _tidy(lines: Sequence[str]) -> tuple[list[str], list[int]]:
    """Strip lines, drop empty ones, join a marker that stands alone to the line below it.

    Returns the paragraphs, and for each the index of the line it began on.
    """
    paragraphs: list[str] = []
    origins: list[int] = []
    pending: str | None = None
    for index, line in enumerate(lines):
        words = line.strip(_BLANK)
        if not words:
            continue
        if pending is not None:
            paragraphs[-1] = pending + words
            pending = None
            continue
        paragraphs.append(words)
        origins.append(index)
        if len(words) <= 6 and _is_lone_marker(words):
            pending = words
    return paragraphs, origins


def _is_lone_marker(words: str) -> bool:
    read = read_marker(words)
    return read is not None and not read[1] and read[0].family not in {Family.DASH, Family.FIRST}


def _placed(notes: Sequence[Anomaly], origins: Sequence[int], front: Front) -> Iterator[Anomaly]:
    """The cleaner's notes, counted by paragraphs in print instead of lines handed in.

    Lines of the front may be joined or put in order; a note on one of them points at the first.
    """
    in_print = sum(
        part is not None
        for part in (front.title, front.subtitle, front.date, front.speaker, front.salutation)
    )
    shift = in_print + bool(front.greeting) - front.lines
    for note in notes:
        if note.paragraph is None:
            yield note
            continue
        place = bisect_right(origins, note.paragraph) - 1
        yield replace(note, paragraph=place + shift if place >= front.lines else 0)
