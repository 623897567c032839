"""Texts that every database can hold."""

from __future__ import annotations

from collections.abc import Iterable

from phrasebank.model import Phrase

__all__ = ["is_plain", "is_plain_phrase"]


def is_plain(texts: Iterable[str]) -> bool:
    """Whether texts are free of NUL, which PostgreSQL refuses, and of halves of surrogate pairs."""
    joined = "".join(texts)
    return "\0" not in joined and (
        joined.isascii() or not any("\ud800" <= mark <= "\udfff" for mark in joined)
    )


def is_plain_phrase(phrase: Phrase) -> bool:
    """Whether all of a phrase's words are plain."""
    lists = (phrase.topics, phrase.kinds, phrase.levels, phrase.themes, phrase.groups, phrase.doubts)
    files = (source.file for source in phrase.sources)
    words = (phrase.text, phrase.family, phrase.note, phrase.decided_by, phrase.decided_at)
    return is_plain([*words, *files, *(name for names in lists for name in names)])
