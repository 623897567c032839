"""What a character and its neighbours look like, as numbers of rows in a table of weights."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any
from zlib import crc32

from phrasebank.masking.persons import surnames
from phrasebank.masking.tokens import Tokens, is_word
from phrasebank.tokeniser import tokeniser

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.uint32]

__all__ = ["BITS", "Looks"]

BITS = 17
"""The table of weights has ``2 ** BITS`` rows."""

_REACH = 3
_BREAK = 10
"""Stands before the first and behind the last character: a line break."""
_STEPS = (10, 100, 1000, 10000)
"""Edges between classes of how often the dictionary met a word (occurrences in its own texts)."""


_OFTEN = 4
"""Class of words that the dictionary met a thousand times or more."""


class _Known(dict[str, int]):
    """Of each word met: what the dictionary says of it and its hash, packed in one number."""

    def __missing__(self, word: str) -> int:
        kind = min(len(word), 5) * 8
        if is_word(word):
            often = tokeniser().suggest_freq(word)
            kind += 1 + sum(often > step for step in _STEPS)
        if len(self) > 400_000:
            self.clear()
        packed = self[word] = kind << 32 | crc32(word.encode())
        return packed


class _Tags(dict[str, int]):
    def __missing__(self, tag: str) -> int:
        number = self[tag] = crc32(tag.encode()) & 0xFFFF
        return number


_KNOWN = _Known()
_TAGS = _Tags()


@cache
def _surname_kinds() -> Numbers:
    import numpy as np

    kinds = np.zeros(65536, np.uint32)
    common, careful, double = surnames()
    for kind, marks in ((2, careful), (1, common)):
        for mark in marks:
            kinds[ord(mark)] = kind
    for name in double.split("|"):
        kinds[ord(name[0])] = 3
    return kinds


class Looks:
    """The looks of the characters of a text.

    Arguments:
        text: the text.
        tokens: of it.
    """

    def __init__(self, text: str, tokens: Tokens) -> None:
        import numpy as np

        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
        codes = np.where(codes > 0xFFFF, 0xFFFF, codes).astype(np.uint32)
        edge = np.full(_REACH + 1, _BREAK, np.uint32)
        self._codes = np.concatenate([edge, codes, edge])
        self._surname = _surname_kinds()[self._codes]
        count = len(tokens.words)
        packed = np.fromiter(map(_KNOWN.__getitem__, tokens.words), np.uint64, count)
        tags = np.fromiter(map(_TAGS.__getitem__, tokens.tags), np.uint32, count)
        self._names = np.array(
            [_TAGS[tag] for tag in ("ns", "nt", "nz", "nr", "nrt", "nrfg", "j")], np.uint32
        )
        no = np.zeros(2, np.uint32)
        self._word = np.concatenate([no, (packed & np.uint64(0xFFFFFFFF)).astype(np.uint32), no])
        self._kind = np.concatenate([no, (packed >> np.uint64(32)).astype(np.uint32), no])
        self._tag = np.concatenate([no, tags, no])
        starts = np.asarray(tokens.starts, np.uint32)
        self._starts = starts
        self._of = np.repeat(np.arange(count, dtype=np.uint32), np.diff(starts))
        han = (codes >= 0x4E00) & (codes <= 0x9FFF)
        at = np.arange(len(codes), dtype=np.int64)
        last = np.maximum.accumulate(np.where(han, -1, at))
        following = np.minimum.accumulate(np.where(han, len(codes), at)[::-1])[::-1]
        # The mark that opens the run of Chinese characters, the one that closes it, and how far they are.
        self._opening = np.minimum(at - last, 5).astype(np.uint32) << 16 | self._codes[last + _REACH + 1]
        closing = np.minimum(following - at, 5).astype(np.uint32) << 16
        self._closing = closing | self._codes[following + _REACH + 1]
        self.size = len(codes)

    def certain(self) -> NDArray[np.bool_]:
        """Which characters need no looking at: those of frequent words between frequent words, and marks."""
        import numpy as np

        often = ((self._kind & 7) >= _OFTEN) & ~np.isin(self._tag, self._names)
        first = self._codes[self._starts[:-1] + np.uint32(_REACH + 1)]
        mark = np.ones(len(self._kind), bool)
        mark[2:-2] = ((first < 0x4E00) | (first > 0x9FFF)) & ((first < 0x30) | (first > 0x7A))
        calm = often | mark
        sure = (often & (self._kind >= 16))[2:-2] & calm[1:-3] & calm[3:-1]
        sure |= mark[2:-2]
        found: NDArray[np.bool_] = np.repeat(sure, np.diff(self._starts))
        return found

    def rows(self, at: NDArray[np.int64]) -> list[Numbers]:
        """Which rows of the table speak for some characters.

        Arguments:
            at: 0-based characters.

        Returns:
            of each look a row number per character.
        """
        import numpy as np

        codes, surname, kind, word, tag = self._codes, self._surname, self._kind, self._word, self._tag
        token = self._of[at].astype(np.int64)
        here = at.astype(np.uint32) - self._starts[token]
        number = token + 2
        c = {d: codes[at + (_REACH + 1 + d)] for d in range(-_REACH, _REACH + 1)}
        s = {d: surname[at + (_REACH + 1 + d)] for d in (-2, -1, 0, 1)}
        k = {d: kind[number + d] for d in (-1, 0, 1)}
        t = {d: tag[number + d] for d in (-2, -1, 0, 1)}
        w = {d: word[number + d] for d in (-1, 0, 1)}
        shape = np.minimum(here, np.uint32(3)) << np.uint32(6) | k[0]
        opening, closing = self._opening[at], self._closing[at]
        looks: list[tuple[Numbers, ...]] = [(c[d],) for d in range(-_REACH, _REACH + 1)]
        looks += [(c[d], c[d + 1]) for d in range(-_REACH, _REACH)]
        looks += [(c[d], c[d + 1], c[d + 2]) for d in (-2, -1, 0)]
        looks += [
            (t[0], shape),
            (t[-1], t[0], here),
            (t[0], t[1], here),
            (t[-1], t[0], t[1]),
            (t[-2], t[-1], t[0]),
            (k[-1], shape, k[1]),
            (s[-2], s[-1], s[0], s[1]),
            (s[0], c[-1]),
            (s[-1], shape, c[-2]),
            (c[0], shape, t[0]),
            (w[0], here),
            (w[-1], shape),
            (w[1], shape),
            (opening, shape),
            (closing, shape),
            (opening, closing),
        ]
        return [_row(number, *parts) for number, parts in enumerate(looks)]


def _row(number: int, *parts: Numbers) -> Numbers:
    import numpy as np

    mixed: Any = np.uint32((number * 0x9E3779B1 + 0x7F4A7C15) & 0xFFFFFFFF)
    for part in parts:
        mixed = (part ^ mixed) * np.uint32(0x85EBCA6B)
        mixed ^= mixed >> np.uint32(15)
    mixed *= np.uint32(0xC2B2AE35)
    rows: Numbers = mixed >> np.uint32(32 - BITS)
    return rows
