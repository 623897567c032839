"""Runs of 1, 2, 3 … tokens with how often they stand, in how many speeches, and what stands beside them.

Level by level: a run can only be frequent if the two runs one shorter that make it up are (Apriori), so
each level looks at the places only where both were. A sort of one 64-bit number a place (run, next token,
place) groups them; measured (design, mining.md) this is 4 to 10 times faster than a hash table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = ["Level", "count_levels"]

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

_BITS = 63
"""Bits of a number that sorts as it should: int64 without its sign."""


@dataclass(slots=True)
class Level:
    """All frequent runs of one length; arrays have a row for each run.

    Arguments:
        length: tokens of a run.
        tf: how often it stands.
        df: in how many speeches.
        first: index of its first token at its first place.
        prefix, suffix: rows of the runs without its last and first token, on the level below.
        left, right: branching entropy in nats; a place at the edge of a clause counts as free, that is
            as a neighbour of its own, and so does a neighbour that is too rare to be counted.
        opens, closes: how often it stands at the beginning and at the end of a clause.
        places: indexes of first tokens, all of one run together, in order.
        starts: where in ``places`` each run's begin; one more at the end.
    """

    length: int
    tf: Ints
    df: Ints
    first: Ints
    prefix: Ints
    suffix: Ints
    left: Floats
    right: Floats
    opens: Ints
    closes: Ints
    places: NDArray[np.int32]
    starts: Ints


class _Text(NamedTuple):
    """Of each place its speech, whether it is a break, and the row of the run below that begins there."""

    speech: NDArray[np.int32]
    breaks: NDArray[np.bool_]
    row: NDArray[np.int32]


def count_levels(
    tokens: NDArray[np.int32],
    speech: NDArray[np.int32],
    breaks: NDArray[np.bool_],
    *,
    longest: int,
    tf: int,
    df: int,
) -> Iterator[Level]:
    """Count runs of tokens, those of one token first.

    Arguments:
        tokens: numbers of words, shape (tokens,); the last one must be a break.
        speech: of each the index of its speech, ascending.
        breaks: of each whether it ends a clause and is part of no run.
        longest: tokens of the longest runs.
        tf, df: a run must stand so often and in so many speeches.

    Yields:
        a level for each length that has runs; its entropies are complete.
    """
    if not len(tokens):
        return
    size = int(tokens.max()) + 1
    # The row of the run that begins at each place, on the level at hand; -1 for none.
    row = np.full(len(tokens) + 1, -1, np.int32)
    at = np.flatnonzero(~breaks)
    below: Level | None = None
    for length in range(1, longest + 2):
        if below is None:
            key = tokens[at].astype(np.int64)
        else:
            at = below.places.astype(np.int64)
            at = at[row[at + 1] >= 0]
            at.sort()
            key = row[at].astype(np.int64) * size + tokens[at + length - 1]
        key, at = _sorted(key, at)
        edges = np.flatnonzero(np.diff(key, prepend=-1))
        counts = np.diff(edges, append=len(key))
        if below is not None:
            _look_beside(below, row, at[edges], counts)
            yield below
        if length > longest:
            return
        level = _level(length, _Text(speech, breaks, row), (at, counts), (tf, df))
        if not len(level.tf):
            return
        row[:] = -1
        row[level.places] = np.repeat(np.arange(len(level.tf), dtype=np.int32), level.tf)
        below = level


def _sorted(key: Ints, at: Ints) -> tuple[Ints, Ints]:
    """Keys in order, and places with them, in order among equal keys; ``at`` must ascend."""
    bits = max(int(at[-1]).bit_length(), 1) if len(at) else 1
    highest = int(key.max()).bit_length() if len(key) else 1
    if highest + bits <= _BITS:
        packed = (key << bits) | at
        packed.sort()
        return packed >> bits, packed & ((1 << bits) - 1)
    order = np.argsort(key, kind="stable")
    return key[order], at[order]


def _level(
    length: int,
    text: _Text,
    grouped: tuple[Ints, Ints],
    fewest: tuple[int, int],
) -> Level:
    speech, breaks, row = text
    at, counts = grouped
    frequent = counts >= fewest[0]
    places = at[np.repeat(frequent, counts)]
    tf = counts[frequent]
    starts = np.concatenate([[0], np.cumsum(tf)])
    df = _sum(_changes(speech[places], starts), starts)
    enough = df >= fewest[1]
    if not enough.all():
        places = places[np.repeat(enough, tf)]
        tf, df = tf[enough], df[enough]
        starts = np.concatenate([[0], np.cumsum(tf)])
    first = places[starts[:-1]]
    return Level(
        length=length,
        tf=tf,
        df=df,
        first=first,
        prefix=row[first].astype(np.int64),
        suffix=row[first + 1].astype(np.int64),
        left=np.zeros(len(tf)),
        right=np.zeros(len(tf)),
        opens=_sum(breaks[places - 1] | (places == 0), starts),
        closes=_sum(breaks[places + length], starts),
        places=places.astype(np.int32),
        starts=starts,
    )


def _changes(values: NDArray[np.int32], starts: Ints) -> NDArray[np.bool_]:
    """Whether each value differs from the one before it in its group."""
    changed = np.empty(len(values), np.bool_)
    if len(values):
        changed[1:] = values[1:] != values[:-1]
        changed[starts[:-1]] = True
    return changed


def _sum(flags: NDArray[np.bool_], starts: Ints) -> Ints:
    if len(starts) == 1:
        return np.zeros(0, np.int64)
    return np.add.reduceat(flags, starts[:-1], dtype=np.int64)


def _look_beside(level: Level, row: NDArray[np.int32], first: Ints, counts: Ints) -> None:
    """Fill in what stands beside the runs of a level, from the runs one token longer.

    Arguments:
        level: to be filled in.
        row: of each place the row of the run of this level that begins there.
        first: a place of each longer run.
        counts: how often each stands, rare ones included.
    """
    size = len(level.tf)
    entropies = []
    for held in (row[first], row[first + 1]):
        share = counts / level.tf[held]
        free = level.tf - np.bincount(held, counts, size)
        counted = np.bincount(held, -share * np.log(share), size)
        entropies.append(counted + free / level.tf * np.log(level.tf))
    level.right, level.left = entropies
