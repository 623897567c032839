"""Wording that speeches repeat clause by clause (固定表述): runs of whole clauses met in several speeches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from phrasebank.counting.corpus import Corpus
from phrasebank.counting.edges import is_slot, is_sound, is_whole_clause
from phrasebank.counting.levels import Level, count_levels
from phrasebank.counting.ngrams import Run, Thresholds

__all__ = ["FEWEST_CHARACTERS", "find_formulae"]

FEWEST_CHARACTERS = 12
"""Characters outside slots from which on fixed wording is a formula; below it is a phrase."""
_MOST_CHARACTERS = 120
"""As a sentence of the bank (``phrasebank.check.LONGEST``)."""
_CLAUSES = 8
"""Clauses of the longest formula."""
_MOST_SLOTS = 2
_GIVES_WAY = 0.7
"""As for phrases: from this share of its places on, a longer formula takes the place of a shorter."""
_ENDS = frozenset(["", "，", "；", "：", "。", "！", "？", "…", "—"])
_PAIRS = (("“", "”"), ("（", "）"), ("《", "》"), ("‘", "’"))
_SLOT = 0.1
_FREE_ENOUGH = 1.5

Ints = NDArray[np.int64]


def find_formulae(corpus: Corpus, fewest: Thresholds) -> list[Run]:
    """Find runs of whole clauses that are repeated, in no order.

    Of runs that hold each other the longest stays, unless the shorter one stands often without it.

    Arguments:
        corpus: all speeches.
        fewest: in how many speeches a run must stand; one place in each is enough.
    """
    begins, lengths = _clauses(corpus)
    if not len(begins):
        return []
    clauses = _numbered(corpus, begins, lengths)
    # A break behind the last clause of each sentence.
    sentence = corpus.sentence_of(begins)
    last = np.flatnonzero(np.diff(sentence, append=-1))
    tokens = np.insert(clauses + 1, last + 1, 0).astype(np.int32)
    begins = np.insert(begins, last + 1, begins[last])
    lengths = np.insert(lengths, last + 1, 0)
    speech = corpus.speech[begins]
    levels = list(count_levels(tokens, speech, tokens == 0, longest=_CLAUSES, tf=fewest.df, df=fewest.df))
    runs: list[Run] = []
    above = np.zeros(0, np.int64)
    for level in reversed(levels):
        if not len(above):
            above = np.zeros(len(level.tf), np.int64)
        keep = above < _GIVES_WAY * level.tf
        held = np.maximum(above, np.where(keep, level.tf, 0))
        runs += _runs(corpus, level, np.flatnonzero(keep).tolist(), begins, lengths)
        if level.length > 1:
            below = levels[level.length - 2]
            above = np.zeros(len(below.tf), np.int64)
            np.maximum.at(above, level.prefix, held)
            np.maximum.at(above, level.suffix, held)
    return runs


def _clauses(corpus: Corpus) -> tuple[Ints, Ints]:
    """Index of the first token of each clause that is not empty, and how many tokens it has."""
    ends_one = np.fromiter((word in _ENDS for word in corpus.words), np.bool_, len(corpus.words))
    ends = np.flatnonzero(ends_one[corpus.tokens])
    begins = np.concatenate([[0], ends[:-1] + 1]) if len(ends) else ends
    lengths = ends - begins
    return begins[lengths > 0], lengths[lengths > 0]


def _numbered(corpus: Corpus, begins: Ints, lengths: Ints) -> Ints:
    """A number for each clause, the same for the same words."""
    factors = _factors(int(lengths.max()))
    weights = np.zeros(len(corpus.tokens), np.uint64)
    inside = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    at = np.repeat(begins, lengths) + inside
    weights[at] = (corpus.tokens[at].astype(np.uint64) + np.uint64(1)) * factors[inside]
    sums = np.add.reduceat(weights, begins)
    # Tokens between clauses weigh nothing, so that a sum up to the next clause is the clause's own.
    return np.unique(sums, return_inverse=True)[1].astype(np.int64)


def _factors(size: int) -> NDArray[np.uint64]:
    """Odd numbers that look random: two clauses in 2^64 have the same sum."""
    steps = np.arange(1, size + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    mixed = (steps ^ (steps >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return (mixed ^ (mixed >> np.uint64(31))) | np.uint64(1)


def _runs(corpus: Corpus, level: Level, rows: Sequence[int], begins: Ints, lengths: Ints) -> Iterator[Run]:
    for row in rows:
        first = int(level.first[row])
        start = int(begins[first])
        last = first + level.length - 1
        length = int(begins[last] + lengths[last]) - start
        words = [corpus.words[token] for token in corpus.tokens[start : start + length].tolist()]
        text = corpus.text(start, length)
        slots = sum(map(is_slot, words))
        fixed = sum(len(word) for word in words if not is_slot(word))
        if not fixed >= FEWEST_CHARACTERS or len(text) > _MOST_CHARACTERS or slots > _MOST_SLOTS:
            continue
        if not (_has_clean_edges(words) and _is_paired(text) and is_sound(text)):
            continue
        free = min(float(min(level.left[row], level.right[row])) / _FREE_ENOUGH, 1.0)
        places = begins[level.places[level.starts[row] : level.starts[row + 1]]]
        yield Run(
            text=text,
            tf=int(level.tf[row]),
            df=int(level.df[row]),
            quality=round(0.8 + 0.2 * free - _SLOT * slots, 3),
            length=length,
            places=places.astype(np.int32),
        )


def _has_clean_edges(words: Sequence[str]) -> bool:
    first, last = words[0], words[-1]
    return _may_stand(first) and _may_stand(last) and is_whole_clause(first, last)


def _may_stand(word: str) -> bool:
    return "一" <= word[:1] <= "鿿"


def _is_paired(text: str) -> bool:
    return all(text.count(opener) == text.count(closer) for opener, closer in _PAIRS)
