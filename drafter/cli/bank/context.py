"""A phrase's source with the words around it, read from the speech where that is still there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from phrasebank.errors import CodedError, Problem
from phrasebank.model import Source
from phrasebank.sentences import sentence_spans

__all__ = ["Context", "in_context"]

#: Speeches kept read: sources are listed speech by speech.
_KEPT = 32
#: Bytes of a table that is searched for one of its records; beyond it nobody waits.
_LARGEST_TABLE = 64 * 2**20
#: Characters shown before and after the sentences that the words stand in.
_AROUND = 60


@dataclass(frozen=True, slots=True)
class Context:
    """Words of a speech and what stands around them in their paragraph.

    Arguments:
        before, after: the rest of the sentences they stand in and some of the next ones; cut with ……
        words: the words as they were said, figures and names included.
    """

    before: str
    words: str
    after: str

    def __str__(self) -> str:
        return f"{self.before}【{self.words}】{self.after}"


def in_context(source: Source) -> Context | None:
    """The words at a source with their surroundings; None where the speech is gone or is another now.

    Arguments:
        source: where a phrase was found.
    """
    paragraphs = _paragraphs(source.file)
    if source.paragraph >= len(paragraphs):
        return None
    text = paragraphs[source.paragraph]
    if not 0 <= source.start < source.end <= len(text):
        return None
    spans = sentence_spans(text)
    first = min((start for start, end in spans if end > source.start), default=0)
    last = max((end for start, end in spans if start < source.end), default=len(text))
    start, end = max(first - _AROUND, 0), min(last + _AROUND, len(text))
    return Context(
        before=("……" if start else "") + text[start : source.start],
        words=text[source.start : source.end],
        after=text[source.end : end] + ("……" if end < len(text) else ""),
    )


@lru_cache(_KEPT)
def _paragraphs(name: str) -> tuple[str, ...]:
    """The printed paragraphs of a speech by the name it was mined under, or () where it cannot be read."""
    from drafter.mine.passages import document_of
    from drafter.readers import read_speech_bytes

    data = _bytes_of(name)
    if data is None:
        return ()
    try:
        speech = read_speech_bytes(data, name)
    except CodedError:
        return ()
    return tuple(passage.marker + passage.text for passage in document_of(speech, name, "").passages)


def _bytes_of(name: str) -> bytes | None:
    path = Path(name)
    try:
        if path.is_file():
            return path.read_bytes()
        table, _, record = name.partition("#")
        if record and Path(table).is_file() and Path(table).stat().st_size <= _LARGEST_TABLE:
            return _record(table, f"#{record}")
    except (OSError, ValueError):
        return None
    return None


def _record(table: str, ending: str) -> bytes | None:
    """The record whose name ends so; a table may have been mined by another path to it."""
    from drafter.mine.listing import list_sources
    from drafter.mine.records import read_records

    for file in list_sources([table]).files:
        for record in read_records(file):
            if not isinstance(record, Problem) and record.name == f"{file.path}{ending}":
                return record.data
    return None
