"""Bring phrases into the exchange form: ids, slots, order; what a curator never does by hand."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from phrasebank.check import check_entries
from phrasebank.errors import CodedError, Problem
from phrasebank.exchange import dumps, read_text
from phrasebank.files import write_whole
from phrasebank.handwritten import Entry, read_entries
from phrasebank.model import Phrase

__all__ = ["Tidied", "tidy_file", "tidy_text"]


@dataclass(frozen=True, slots=True)
class Tidied:
    """The outcome of tidying.

    Arguments:
        phrases: each once, sorted by id.
        dropped: a message for every copy that was left out.
    """

    phrases: tuple[Phrase, ...]
    dropped: tuple[Problem, ...] = ()


def tidy_file(path: Path) -> Tidied:
    """Tidy a file in place; a file with anything wrong in it stays as it is.

    Raises:
        CodedError: what ``check_file`` finds, copies excepted.
    """
    text = read_text(path)
    tidied = tidy_text(text, file=str(path))
    written = dumps(tidied.phrases)
    if written != text:
        write_whole(path, written.encode(), force=True)
    return tidied


def tidy_text(text: str, *, file: str = "") -> Tidied:
    """Tidy phrases written one a line, hand-written or in the exchange form.

    Of copies the first one stays.

    Raises:
        CodedError: as ``tidy_file``.
    """
    kept: dict[str, Entry] = {}
    dropped: list[Problem] = []
    for entry in read_entries(text, file=file):
        first = kept.setdefault(entry.phrase.id, entry)
        if first is not entry:
            dropped.append(
                Problem(
                    "P050", f"与第{first.line}行是同一句话，已略去", file, entry.line, entry.phrase.text[:12]
                )
            )
    problems = check_entries(tuple(kept.values()), file=file)
    if problems:
        raise CodedError(problems)
    phrases = sorted((entry.phrase for entry in kept.values()), key=lambda phrase: phrase.id)
    return Tidied(tuple(phrases), tuple(dropped))
