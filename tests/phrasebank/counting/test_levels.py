from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from math import isclose, log

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from phrasebank.counting.levels import Level, count_levels

BREAK = 0
Texts = list[list[int]]

texts = st.lists(st.lists(st.integers(0, 4), max_size=14), min_size=1, max_size=5)


def levels_of(speeches: Texts, tf: int = 1, df: int = 1, longest: int = 4) -> list[Level]:
    tokens = np.array([token for speech in speeches for token in [*speech, BREAK]], np.int32)
    sizes = [len(speech) + 1 for speech in speeches]
    speech = np.repeat(np.arange(len(speeches), dtype=np.int32), sizes)
    return list(count_levels(tokens, speech, tokens == BREAK, longest=longest, tf=tf, df=df))


def runs_of(speeches: Texts, length: int) -> dict[tuple[int, ...], list[tuple[int, int]]]:
    """Of each run without a break its places: speech, and place in it."""
    found: dict[tuple[int, ...], list[tuple[int, int]]] = defaultdict(list)
    for number, speech in enumerate(speeches):
        for start in range(len(speech) - length + 1):
            run = tuple(speech[start : start + length])
            if BREAK not in run:
                found[run].append((number, start))
    return found


def named(speeches: Texts, level: Level) -> list[tuple[int, ...]]:
    tokens = [token for speech in speeches for token in [*speech, BREAK]]
    return [tuple(tokens[first : first + level.length]) for first in level.first.tolist()]


@settings(max_examples=60)
@given(texts, st.integers(1, 3), st.integers(1, 3))
def test_counts_what_a_plain_count_does(speeches: Texts, tf: int, df: int) -> None:
    levels = {level.length: level for level in levels_of(speeches, tf, df)}
    for length in range(1, 5):
        plain = {
            run: (len(places), len({speech for speech, _ in places}))
            for run, places in runs_of(speeches, length).items()
            if len(places) >= tf and len({speech for speech, _ in places}) >= df
        }
        if length not in levels:
            assert not plain
            continue
        level = levels[length]
        counted = zip(level.tf.tolist(), level.df.tolist(), strict=True)
        assert dict(zip(named(speeches, level), counted, strict=True)) == plain


@settings(max_examples=60)
@given(texts)
def test_entropy_is_that_of_the_neighbours_with_every_edge_another_one(speeches: Texts) -> None:
    for level in levels_of(speeches):
        for row, run in enumerate(named(speeches, level)):
            left, right = [], []
            for number, start in runs_of(speeches, level.length)[run]:
                padded = [BREAK, *speeches[number], BREAK]
                before, behind = padded[start], padded[start + 1 + level.length]
                left.append(before or f"edge {len(left)}")
                right.append(behind or f"edge {len(right)}")
            assert isclose(level.left[row], entropy(left), abs_tol=1e-9)
            assert isclose(level.right[row], entropy(right), abs_tol=1e-9)
            assert level.closes[row] == sum(isinstance(one, str) for one in right)
            assert level.opens[row] == sum(isinstance(one, str) for one in left)


def entropy(neighbours: list[object]) -> float:
    total = len(neighbours)
    return -sum(count / total * log(count / total) for count in Counter(neighbours).values())


@given(texts)
def test_rows_of_a_level_name_the_rows_below(speeches: Texts) -> None:
    levels = levels_of(speeches)
    for below, level in pairwise(levels):
        names = named(speeches, below)
        for row, run in enumerate(named(speeches, level)):
            assert names[level.prefix[row]] == run[:-1]
            assert names[level.suffix[row]] == run[1:]


def test_sorts_keys_too_wide_to_be_packed_with_their_places() -> None:
    from phrasebank.counting.levels import _sorted

    key = np.array([1 << 61, 5, 1 << 61, 5], np.int64)
    found, at = _sorted(key, np.array([10, 11, 12, 13], np.int64))
    assert found.tolist() == [5, 5, 1 << 61, 1 << 61]
    assert at.tolist() == [11, 13, 10, 12]


def test_of_nothing_there_is_nothing() -> None:
    assert levels_of([]) == []
    assert levels_of([[BREAK, BREAK]]) == []
