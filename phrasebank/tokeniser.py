"""The tokeniser with our words in it, one for everybody: what a word is may not hang on who asked first."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

__all__ = ["REMEMBERED", "WORDS", "Word", "read_words", "tokeniser"]

WORDS = Path(__file__).with_name("words.txt")
"""Our list of words that are not to be cut (官方用语)."""

REMEMBERED = 200_000
"""Words of which what was told once is remembered: 30 MB, and more than those of some thousand speeches;
mining goes through more, and memory does not grow with them."""


class Word(NamedTuple):
    """A word of the list.

    Arguments:
        text: the word.
        frequency: as in jieba's dictionary; high enough that the word stays whole.
        tag: part of speech (ICTCLAS).
    """

    text: str
    frequency: int
    tag: str


def read_words(path: Path = WORDS) -> tuple[Word, ...]:
    """Read a list of words: ``word frequency tag`` a line, ``#`` before remarks."""
    lines = path.read_text("utf-8").splitlines()
    rows = (line.split() for line in lines if line and not line.startswith("#"))
    return tuple(Word(text, int(frequency), tag) for text, frequency, tag in rows)


@cache
def tokeniser() -> Any:
    """The module ``rjieba`` (jieba's fast twin) with our words added; the first call takes 0.1 s.

    Nobody else imports it: a word cut before ours are in would be cut otherwise.
    """
    import rjieba

    for word in read_words():
        rjieba.add_word(*word)
    return rjieba
