"""Where words can begin, told from their first two characters: every place of a text at once.

``re`` tries a long list of words one after the other wherever one of their first characters stands; a table
of pairs of characters, looked up for the whole text by numpy, leaves few places to try.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from phrasebank.masking.scan import Scan

__all__ = ["Pairs", "find_literally", "seeking"]

_SIZE = 1 << 20
"""Entries of a table, of one byte: pairs of the common 7,000 characters seldom share one."""
_SPREAD = 40503
"""2 ** 16 over the golden ratio (Knuth, TAOCP 6.4): spreads neighbouring code points."""
_UNICODE = 0x110000


@lru_cache(maxsize=2)
def _marks(text: str) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """Of each character its code point, and the entry of it with the one behind it."""
    marks = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    behind = np.append(marks[1:], np.uint32(0)) if len(marks) else marks
    return marks, (marks * np.uint32(_SPREAD) + behind) & np.uint32(_SIZE - 1)


def _entry(word: str) -> int:
    return (ord(word[0]) * _SPREAD + ord(word[1])) % 2**32 & (_SIZE - 1)


class Pairs:
    """The beginnings of some words.

    Arguments:
        words: of one character or more.
    """

    def __init__(self, words: Iterable[str]) -> None:
        listed = frozenset(words)
        self._table = np.zeros(_SIZE, np.bool_)
        self._table[[_entry(word) for word in listed if len(word) > 1]] = True
        self._single: NDArray[np.bool_] | None = None
        singles = [ord(word) for word in listed if len(word) == 1]
        if singles:
            self._single = np.zeros(_UNICODE, np.bool_)
            self._single[singles] = True

    def places(self, text: str) -> list[int]:
        """The 0-based characters at which one of the words may begin, in order."""
        marks, entries = _marks(text)
        found = self._table[entries]
        if self._single is not None:
            found |= self._single[marks]
        places: list[int] = np.flatnonzero(found).tolist()
        return places


def seeking(words: Iterable[str], pattern: str) -> Scan:
    """A search for a pattern that begins with one of some words.

    Arguments:
        words: as in ``Pairs``.
        pattern: regular expression; it may look behind.

    Returns:
        a function that yields the matches in a text, in order, not overlapping, as ``finditer`` would.
    """
    pairs = Pairs(words)
    match = re.compile(pattern).match

    def scan(text: str) -> Iterator[re.Match[str]]:
        last = 0
        for at in pairs.places(text):
            if at >= last and (found := match(text, at)) is not None:
                last = found.end()
                yield found

    return scan


_scratch = np.zeros(_SIZE, np.bool_)


def find_literally(text: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Find words as they stand.

    Arguments:
        text: any text.
        names: words of two characters or more; of several that begin at one place the longest is found.

    Yields:
        first character and the one behind of each, in order, not overlapping.
    """
    heads: dict[str, list[str]] = {}
    for name in sorted({name for name in names if len(name) > 1}, key=lambda name: (-len(name), name)):
        heads.setdefault(name[:2], []).append(name)
    if not heads:
        return
    entries = list(map(_entry, heads))
    _scratch[entries] = True
    places: list[int] = np.flatnonzero(_scratch[_marks(text)[1]]).tolist()
    _scratch[entries] = False
    last = 0
    for at in places:
        if at < last:
            continue
        for name in heads.get(text[at : at + 2], ()):
            if text.startswith(name, at):
                last = at + len(name)
                yield at, last
                break
