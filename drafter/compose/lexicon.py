"""Ask jieba's dictionary for a word's tag without loading jieba.

Building the segmenter costs 0.65 s, more than a whole draft; its dictionary is a text file of
``word frequency tag`` lines in order, and a binary search in the mapped file takes microseconds.
"""

from __future__ import annotations

import importlib.util
import mmap
from functools import cache
from pathlib import Path

__all__ = ["is_verb"]

#: Rarer words are tagged too unreliably to decide by.
_COMMON = 100
_FIRST = "\n一 ".encode()


@cache
def is_verb(word: str) -> bool:
    """Whether the dictionary knows the word as a verb and nothing else (tag v), and it is common.

    Arguments:
        word: one word.
    """
    dictionary = _dictionary()
    if dictionary is None:
        return False
    wanted = word.encode()
    # The lines are sorted from the first Chinese word on.
    low, high = dictionary.find(_FIRST) + 1, len(dictionary)
    while low < high:
        start = dictionary.rfind(b"\n", 0, (low + high) // 2) + 1
        end = dictionary.find(b"\n", start)
        found, frequency, tag = dictionary[start:end].split(b" ")
        if found == wanted:
            return tag == b"v" and int(frequency) >= _COMMON
        if found < wanted:
            low = end + 1
        else:
            high = start
    return False


@cache
def _dictionary() -> mmap.mmap | None:
    spec = importlib.util.find_spec("jieba")
    if spec is None or spec.origin is None:
        return None
    path = Path(spec.origin).with_name("dict.txt")
    if not path.is_file():
        return None
    with path.open("rb") as stream:
        return mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
