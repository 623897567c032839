"""The words that full text is found by: characters and their pairs.

They are made here, so that no database need know Chinese. Measured (design, mining.md): pairs find
every substring of two or many characters; trigrams miss two, words miss most. Single characters are words
of their own: as beginnings of pairs they would be found by joining thousands of lists.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["grams_of", "grams_to_find", "spelled"]

_RUNS = re.compile(r"[〇一-鿿㐀-䶿\U00020000-\U0003ffffA-Za-z0-9]+")


def grams_of(text: str) -> list[str]:
    """The words of a text for the index: each character and each pair of neighbours, once."""
    words: list[str] = []
    for run in _RUNS.findall(text.lower()):
        words += run
        words += map(str.__add__, run, run[1:])
    return list(dict.fromkeys(words))


def spelled(texts: Sequence[str]) -> list[str]:
    """The words of many texts, each text's in one line with blanks between: as ``grams_of``, but some may
    stand twice. Made for all at once, which takes a fifth of the time.

    Arguments:
        texts: any; many megabytes of them take ten times as much memory.
    """
    import numpy as np

    lowered = [text.lower() for text in texts]
    codes = np.frombuffer("\n".join([*lowered, ""]).encode("utf-32-le", "surrogatepass"), "<u4")
    kept = _in_words()[np.minimum(codes, _BEYOND)]
    kept |= (codes >= _SUPPLEMENT.start) & (codes < _SUPPLEMENT.stop)
    letters = np.where(kept, codes, _BLANK)
    paired = kept[:-1] & kept[1:]
    lines = np.full((len(codes), _WIDTH), _BLANK, "<u4")
    lines[:, 0] = letters
    lines[:-1, 2][paired] = codes[:-1][paired]
    lines[:-1, 3][paired] = codes[1:][paired]
    written = lines.tobytes().decode("utf-32-le")
    found: list[str] = []
    start = 0
    for text in lowered:
        stop = start + _WIDTH * len(text)
        found.append(written[start:stop])
        start = stop + _WIDTH
    return found


_WIDTH = 5
"""A character, a blank, it and the next one, a blank."""
_BLANK = 32
_BEYOND = 0xFFFF
_SUPPLEMENT = range(0x20000, 0x40000)


@cache
def _in_words() -> NDArray[np.bool_]:
    """Of each character below ``_BEYOND`` whether it belongs to words."""
    import numpy as np

    return np.array([_RUNS.match(chr(code)) is not None for code in range(_BEYOND + 1)], np.bool_)


def grams_to_find(query: str) -> list[str]:
    """The words that a text with this substring has.

    They find candidates; whether the query stands in the text itself is to be verified. None where the
    query has neither Chinese nor letters nor figures.
    """
    words: list[str] = []
    for run in _RUNS.findall(query.lower()):
        words += map(str.__add__, run, run[1:]) if len(run) > 1 else run
    return list(dict.fromkeys(words))
