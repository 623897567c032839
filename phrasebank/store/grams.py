"""The words that full text is found by: characters and their pairs.

They are made here, so that no database need know Chinese. Measured (design, mining.md): pairs find
every substring of two or many characters; trigrams miss two, words miss most. Single characters are words
of their own: as beginnings of pairs they would be found by joining thousands of lists.
"""

from __future__ import annotations

import re

__all__ = ["grams_of", "grams_to_find"]

_RUNS = re.compile(r"[〇一-鿿㐀-䶿\U00020000-\U0003ffffA-Za-z0-9]+")


def grams_of(text: str) -> list[str]:
    """The words of a text for the index: each character and each pair of neighbours, once."""
    words: list[str] = []
    for run in _RUNS.findall(text.lower()):
        words += run
        words += map(str.__add__, run, run[1:])
    return list(dict.fromkeys(words))


def grams_to_find(query: str) -> list[str]:
    """The words that a text with this substring has.

    They find candidates; whether the query stands in the text itself is to be verified. None where the
    query has neither Chinese nor letters nor figures.
    """
    words: list[str] = []
    for run in _RUNS.findall(query.lower()):
        words += map(str.__add__, run, run[1:]) if len(run) > 1 else run
    return list(dict.fromkeys(words))
