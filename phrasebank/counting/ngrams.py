"""Which runs of words are phrases (固定搭配): they hold together, stand freely, and are whole.

A run of 1 to 24 words is one if it is frequent (``Thresholds``), holds together (NPMI over its weakest
split), has many neighbours on either side (branching entropy), ends where clauses end, begins and ends
with a word that may, and stands by itself often enough beside the longer phrases that hold it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from phrasebank.counting.corpus import Corpus
from phrasebank.counting.edges import edge_of, is_break, is_slot, is_sound
from phrasebank.counting.levels import Level, count_levels

__all__ = ["LONGEST", "Run", "Thresholds", "find_ngrams", "thresholds"]

LONGEST = 24
"""Words of the longest runs looked at; no clause that can be said is longer."""

_NPMI = 0.3
"""Measured (design, mining.md): with the entropy below, 80 % of what is kept is usable, from 55 %."""
_ENTROPY, _ENTROPY_SHARE = 1.0, 0.65
"""Nats, and the share of the entropy that a run as rare could have at most: of 3 places it is ln 3."""
_FEWEST_CHARACTERS = 4
_CLOSES = 0.08
"""Share of its places at which a clause must end: 生态环境质量持续 never ends one."""
_BEGINS = 0.25
"""Share of its places at which no noun may stand before it: 设施建设 is nearly always the rest of a name."""
_LISTS, _GOES_ON, _JOINS = frozenset("、"), frozenset("、“《（‘"), frozenset(["和", "与", "及", "以及"])
_ADVERB_CLOSES = 0.5
"""The same of adverb and verb, which mostly want an object: 大力发展, but 扎实推进, 再创佳绩."""
_GIVES_WAY = 0.7
"""Share of its places at which a longer phrase holds it, from which on it gives way."""
_MOST_SLOTS = 1


class Thresholds(NamedTuple):
    """How often a run must stand, and in how many speeches."""

    tf: int
    df: int


def thresholds(speeches: int) -> Thresholds:
    """What is asked of a run in so many speeches.

    Five places in three speeches (design, mining.md); a folder of a few speeches has less to show.
    """
    if speeches < _FEW_SPEECHES:
        return Thresholds(3, 2)
    return Thresholds(5, 3)


_FEW_SPEECHES = 30


class Run(NamedTuple):
    """A run of words that is a phrase.

    Arguments:
        text: the words.
        tf, df: how often it stands, in how many speeches.
        quality: 0 to 1, see ``_quality``.
        length: tokens.
        places: indexes of its first tokens, in order.
    """

    text: str
    tf: int
    df: int
    quality: float
    length: int
    places: NDArray[np.int32]


@dataclass(slots=True)
class _Traits:
    """What the words of a corpus are, by number."""

    breaks: NDArray[np.bool_]
    slots: NDArray[np.bool_]
    sizes: NDArray[np.int64]
    first: NDArray[np.bool_]
    last: NDArray[np.bool_]
    adverbial: NDArray[np.bool_]
    verbal: NDArray[np.bool_]
    idiom: NDArray[np.bool_]
    nominal: NDArray[np.bool_]
    lists: NDArray[np.bool_]
    goes_on: NDArray[np.bool_]
    joins: NDArray[np.bool_]


def find_ngrams(corpus: Corpus, fewest: Thresholds) -> list[Run]:
    """Find the phrases of a corpus, in no order.

    Arguments:
        corpus: all speeches.
        fewest: as ``thresholds`` has it.
    """
    breaks = np.fromiter(map(is_break, corpus.words), np.bool_, len(corpus.words))
    at_break = breaks[corpus.tokens]
    levels = list(
        count_levels(corpus.tokens, corpus.speech, at_break, longest=LONGEST + 1, tf=fewest.tf, df=fewest.df)
    )
    if not levels:
        return []
    traits = _traits(corpus, breaks, levels[0])
    total = len(corpus.tokens) - int(at_break.sum())
    kept: list[NDArray[np.bool_]] = []
    npmis: list[NDArray[np.float64]] = []
    for level in levels[:LONGEST]:
        npmi = _npmi(levels, level, total)
        npmis.append(npmi)
        begins = _begins(corpus, traits, level)
        whole = _is_whole(corpus, traits, level) & _is_no_part_of_a_list(corpus, traits, level)
        kept.append(_holds(level, npmi) & whole & (begins >= _BEGINS))
    _give_way(levels, kept)
    return [
        run
        for level, keep, npmi in zip(levels, kept, npmis, strict=False)
        for run in _runs(corpus, level, np.flatnonzero(keep), _quality(corpus, traits, level, npmi))
    ]


def _runs(
    corpus: Corpus, level: Level, rows: NDArray[np.intp], quality: NDArray[np.float64]
) -> Iterator[Run]:
    for row in rows.tolist():
        text = corpus.text(int(level.first[row]), level.length)
        if is_sound(text):
            yield Run(
                text=text,
                tf=int(level.tf[row]),
                df=int(level.df[row]),
                quality=round(float(quality[row]), 3),
                length=level.length,
                places=level.places[level.starts[row] : level.starts[row + 1]],
            )


def _traits(corpus: Corpus, breaks: NDArray[np.bool_], words: Level) -> _Traits:
    size = len(corpus.words)
    slots = np.fromiter(map(is_slot, corpus.words), np.bool_, size)
    flags = np.zeros((6, size), np.bool_)
    for number in corpus.tokens[words.first].tolist():
        if not slots[number]:
            flags[:, number] = edge_of(corpus.words[number])
    sizes = np.fromiter(map(len, corpus.words), np.int64, size)
    sizes[slots] = 0
    marks = [
        np.fromiter((word in some for word in corpus.words), np.bool_, size)
        for some in (_LISTS, _GOES_ON, _JOINS)
    ]
    return _Traits(breaks, slots, sizes, *flags, *marks)


def _npmi(levels: Sequence[Level], level: Level, total: int) -> NDArray[np.float64]:
    """Normalised pointwise mutual information over the weakest split; 1 for a single word."""
    weakest = np.ones(len(level.tf))
    self_information = -np.log(level.tf / total)
    prefix, suffix = level.prefix, level.suffix
    heads: dict[int, NDArray[np.int64]] = {}
    tails: dict[int, NDArray[np.int64]] = {}
    for length in range(level.length - 1, 0, -1):
        below = levels[length - 1]
        heads[length], tails[length] = below.tf[prefix], below.tf[suffix]
        prefix, suffix = below.prefix[prefix], below.suffix[suffix]
    for length, head in heads.items():
        tail = tails[level.length - length]
        together = np.log(level.tf / head * total / tail)
        np.minimum(weakest, together / self_information, out=weakest)
    return weakest


def _holds(level: Level, npmi: NDArray[np.float64]) -> NDArray[np.bool_]:
    least = np.minimum(_ENTROPY, _ENTROPY_SHARE * np.log(level.tf))
    free = np.minimum(level.left, level.right) >= least
    return free & (npmi >= _NPMI) & (level.closes >= _CLOSES * level.tf)


def _begins(corpus: Corpus, traits: _Traits, level: Level) -> NDArray[np.float64]:
    """Share of its places at which no noun stands before a run of which it could be the rest."""
    if not len(level.tf):
        return np.zeros(0)
    free = ~traits.nominal[corpus.tokens[level.places - 1]] | (level.places == 0)
    share = np.add.reduceat(free, level.starts[:-1], dtype=np.int64) / level.tf
    share[~traits.nominal[corpus.tokens[level.first]]] = 1.0
    return share


def _is_no_part_of_a_list(corpus: Corpus, traits: _Traits, level: Level) -> NDArray[np.bool_]:
    """Whether a run is not mostly a list cut in two: 打好蓝天 before 、碧水, 国务院和省委 behind 党中央、."""
    if not len(level.tf):
        return np.zeros(0, np.bool_)
    tokens, starts = corpus.tokens, level.starts[:-1]
    goes_on = np.add.reduceat(traits.goes_on[tokens[level.places + level.length]], starts, dtype=np.int64)
    is_name = traits.nominal[tokens[level.first]]
    ends = is_name | (2 * goes_on <= level.closes)
    joins = np.zeros(len(level.tf), np.bool_)
    for place in range(1, level.length - 1):
        joins |= traits.joins[tokens[level.first + place]]
    listed = np.add.reduceat(traits.lists[tokens[level.places - 1]], starts, dtype=np.int64)
    return ends & ~(joins & (2 * listed > level.tf))


def _is_whole(corpus: Corpus, traits: _Traits, level: Level) -> NDArray[np.bool_]:
    tokens = corpus.tokens
    first, last = tokens[level.first], tokens[level.first + level.length - 1]
    sizes = np.zeros(len(level.tf), np.int64)
    slots = np.zeros(len(level.tf), np.int64)
    content = np.zeros(len(level.tf), np.bool_)
    for place in range(level.length):
        word = tokens[level.first + place]
        sizes += traits.sizes[word]
        slots += traits.slots[word]
        content |= ~(traits.adverbial | traits.verbal)[word]
    whole = traits.first[first] & traits.last[last]
    whole &= (sizes >= _FEWEST_CHARACTERS) & (slots <= _MOST_SLOTS)
    # All verbs and adverbs (大力发展): a phrase only where it closes clauses.
    return whole & (content | traits.idiom[first] | (level.closes >= _ADVERB_CLOSES * level.tf))


def _give_way(levels: Sequence[Level], kept: list[NDArray[np.bool_]]) -> None:
    """Drop what nearly always stands inside a longer phrase that is kept."""
    above = np.zeros(len(levels[len(kept) - 1].tf), np.int64)
    for number in range(len(kept) - 1, -1, -1):
        level = levels[number]
        kept[number] &= above < _GIVES_WAY * level.tf
        if number == 0:
            return
        held = np.maximum(above, np.where(kept[number], level.tf, 0))
        above = np.zeros(len(levels[number - 1].tf), np.int64)
        np.maximum.at(above, level.prefix, held)
        np.maximum.at(above, level.suffix, held)


_SAYS = np.array([0.0, 0.35, 0.75, 1.0])
"""How much a phrase of so many words says, three or more alike; a single one is a word of the dictionary."""
_IDIOM = 0.7
_SLOT = 0.15
_CLOSES_WELL = 0.4
_FREE_ENOUGH = 3.0


def _quality(corpus: Corpus, traits: _Traits, level: Level, npmi: NDArray[np.float64]) -> NDArray[np.float64]:
    """How good a phrase is by itself, 0 to 1.

    Two fifths for saying something (more than one word, or an idiom), a quarter for closing clauses, a
    fifth for free neighbours, the rest for holding together. A slot takes something away.
    """
    says = np.full(len(level.tf), _SAYS[min(level.length, len(_SAYS) - 1)])
    if level.length == 1:
        says[traits.idiom[corpus.tokens[level.first]]] = _IDIOM
    closes = np.minimum(level.closes / level.tf / _CLOSES_WELL, 1)
    free = np.minimum(np.minimum(level.left, level.right) / _FREE_ENOUGH, 1)
    slots = sum(traits.slots[corpus.tokens[level.first + place]] for place in range(level.length))
    return 0.4 * says + 0.25 * closes + 0.2 * free + 0.15 * np.clip(npmi, 0, 1) - _SLOT * slots
