"""Ask jieba's dictionary for a word's tag without loading jieba.

Building the segmenter costs 0.65 s, more than a whole draft; its dictionary is a text file of
``word frequency tag`` lines in order, and a binary search in the mapped file takes microseconds.
"""

from __future__ import annotations

import importlib.util
import mmap
from functools import cache
from pathlib import Path

__all__ = ["begins_with_longer_word", "is_verb"]

#: Rarer words are tagged too unreliably to decide by.
_COMMON = 100
#: Longest words worth looking up (从业人员, 批发市场).
_LONGEST = 4
_FIRST = "\n一 ".encode()


def is_verb(word: str) -> bool:
    """Whether the dictionary knows the word as a verb and nothing else (tag v), and it is common.

    Arguments:
        word: one word.
    """
    tag, frequency = _entry(word)
    return tag == "v" and frequency >= _COMMON


def begins_with_longer_word(text: str, length: int) -> bool:
    """Whether a longer dictionary word that is no verb begins the text: 互联网 for 互联.

    Arguments:
        text: the words.
        length: characters of the word in question.
    """
    return any(
        _entry(text[:longer])[0][:1] in ("n", "a", "i", "l")
        for longer in range(length + 1, min(_LONGEST, len(text)) + 1)
    )


@cache
def _entry(word: str) -> tuple[str, int]:
    """The dictionary's tag and frequency of a word; "" and 0 where it has none."""
    dictionary = _dictionary()
    if dictionary is None:
        return "", 0
    wanted = word.encode()
    # The lines are sorted from the first Chinese word on.
    low, high = dictionary.find(_FIRST) + 1, len(dictionary)
    while low < high:
        start = dictionary.rfind(b"\n", 0, (low + high) // 2) + 1
        end = dictionary.find(b"\n", start)
        found, frequency, tag = dictionary[start:end].split(b" ")
        if found == wanted:
            return tag.decode(), int(frequency)
        if found < wanted:
            low = end + 1
        else:
            high = start
    return "", 0


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
