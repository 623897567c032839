"""Changes to an input: a few edits, each a place and a way, so that a generator of any kind can draw them."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import NamedTuple

__all__ = ["WAYS", "Edit", "edited", "random_edits"]

#: insert a word, overwrite by a byte, drop a stretch, say a stretch again, say it many times, move it, put
#: in a stretch of another seed.
WAYS = ("word", "byte", "drop", "again", "often", "move", "other")
#: A stretch is at most so many bytes, and said often so many times: what grows by the square shows.
_STRETCH, _OFTEN = 64, 300
_LARGEST = 60_000


class Edit(NamedTuple):
    """One change.

    Arguments:
        way: one of ``WAYS``.
        at: where, as a share of the input's length in thousandths.
        pick: chooses among words, lengths and values.
    """

    way: str
    at: int
    pick: int


def edited(seed: bytes, edits: Sequence[Edit], words: Sequence[str], others: Sequence[bytes]) -> bytes:
    """The seed with all edits made, one after another."""
    data = seed
    for way, share, pick in edits:
        at = len(data) * share // 1000
        stretch = data[at : at + 1 + pick % _STRETCH]
        if way == "word" and words:
            data = data[:at] + words[pick % len(words)].encode("utf-8", "surrogatepass") + data[at:]
        elif way == "byte":
            data = data[:at] + bytes([pick % 256]) + data[at + 1 :]
        elif way == "drop":
            data = data[:at] + data[at + len(stretch) :]
        elif way == "again":
            data = data[:at] + stretch + data[at:]
        elif way == "often":
            data = data[:at] + stretch * (2 + pick % _OFTEN) + data[at:]
        elif way == "move":
            rest = data[:at] + data[at + len(stretch) :]
            to = pick % (len(rest) + 1)
            data = rest[:to] + stretch + rest[to:]
        elif way == "other" and others:
            other = others[pick % len(others)]
            start = pick % (len(other) + 1)
            data = data[:at] + other[start : start + 4 * _STRETCH] + data[at:]
        data = data[:_LARGEST]
    return data


def random_edits(random: Random) -> list[Edit]:
    """Some edits, mostly few."""
    count = min(random.choice((1, 1, 2, 3, 5, 8, 20)), 20)
    return [
        Edit(random.choice(WAYS), random.randrange(1001), random.randrange(1 << 16)) for _ in range(count)
    ]
