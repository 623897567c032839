"""Known phrases counted in new speeches: what it costs hangs on the new speeches, not on the archive."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from phrasebank.counting.corpus import Corpus, Speech, gather, unnumbered
from phrasebank.counting.edges import is_slot
from phrasebank.counting.tokens import tokenize

__all__ = ["count_known"]


def count_known(known: Iterable[tuple[int, str]], speeches: Iterable[Speech]) -> dict[int, tuple[int, int]]:
    """Count phrases in speeches.

    A phrase is found where its words stand as the tokeniser cuts it by itself; in rare sentences it is
    cut otherwise, and then the next full count finds it.

    Arguments:
        known: number and text of each phrase.
        speeches: new ones.

    Returns:
        by number of a phrase at how many places and in how many of the speeches it stands; only of those
        that do.
    """
    corpus = gather(speeches)
    wanted = _by_length(known, {word: number for number, word in enumerate(corpus.words)})
    found: dict[int, tuple[int, int]] = {}
    sums = np.zeros(len(corpus.tokens), np.uint64)
    for length in range(1, max(wanted, default=0) + 1):
        # The sum over one more token of each run, weighed by its place in it.
        sums = sums[: len(corpus.tokens) - length + 1] + _weights(
            corpus.tokens[length - 1 :], np.array([length])
        )
        if not len(sums):
            break
        if length in wanted:
            _look_up(corpus, sums, wanted[length], found)
    return found


def _by_length(
    known: Iterable[tuple[int, str]], numbers: Mapping[str, int]
) -> dict[int, tuple[NDArray[np.uint64], NDArray[np.int64]]]:
    """Of phrases all of whose words stand in the speeches, by their number of words: sums, and numbers."""
    phrases: list[int] = []
    flat: list[int] = []
    lengths: list[int] = []
    for phrase, text in known:
        words = tokenize(text)
        tokens = [numbers.get(unnumbered(word) if is_slot(word) else word, -1) for word in words]
        if tokens and -1 not in tokens:
            phrases.append(phrase)
            flat += tokens
            lengths.append(len(tokens))
    if not phrases:
        return {}
    sizes = np.array(lengths)
    begins = np.cumsum(sizes) - sizes
    places = np.arange(len(flat)) - np.repeat(begins, sizes) + 1
    totals = np.add.reduceat(_weights(np.array(flat, np.int32), places), begins)
    order = np.lexsort((totals, sizes))
    found: dict[int, tuple[NDArray[np.uint64], NDArray[np.int64]]] = {}
    for length in np.unique(sizes).tolist():
        rows = order[sizes[order] == length]
        found[length] = (totals[rows], np.array(phrases, np.int64)[rows])
    return found


def _weights(tokens: NDArray[np.int32], places: NDArray[np.int64]) -> NDArray[np.uint64]:
    """A number that looks random for each token at its place of a run (SplitMix64)."""
    mixed = tokens.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15) + (
        places.astype(np.uint64) << np.uint64(40)
    )
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    scrambled: NDArray[np.uint64] = mixed ^ (mixed >> np.uint64(31))
    return scrambled


def _look_up(
    corpus: Corpus,
    sums: NDArray[np.uint64],
    wanted: tuple[NDArray[np.uint64], NDArray[np.int64]],
    found: dict[int, tuple[int, int]],
) -> None:
    totals, phrases = wanted
    row = np.minimum(np.searchsorted(totals, sums), len(totals) - 1)
    places = np.flatnonzero(totals[row] == sums)
    row = row[places]
    pairs = np.unique(row.astype(np.int64) * len(corpus.speeches) + corpus.speech[places])
    occurrences = np.bincount(row, minlength=len(totals))
    speeches = np.bincount(pairs // len(corpus.speeches), minlength=len(totals))
    for number in np.flatnonzero(occurrences).tolist():
        found[int(phrases[number])] = (int(occurrences[number]), int(speeches[number]))
