"""Near-duplicates: which texts may be one (MinHash-LSH), which are, and which of them stays.

MinHash over character bigrams, 20 hashes in 5 bands of 4: two texts of Jaccard similarity 0.85 share a
band with probability 0.98, of 0.5 with 0.28, and every shared band is verified on the texts themselves.
Slots are compared by what they stand for; figures of any kind are alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from phrasebank.counting.contrast import contrasts_of
from phrasebank.vocabulary import SLOT_TYPES

__all__ = ["BANDS", "Variant", "is_near", "keys_of", "settle"]

BANDS = 5
"""Keys of a text; two texts are looked at together if they share one."""
_ROWS = 4
_SIMILAR = 0.8
"""Jaccard similarity of bigrams from which on two texts are one."""
_GUARD = 0.75
"""The shorter text must be so much of the longer one."""
_REPRESENTATIVES = 8
"""Texts that stay behind one key against which a further one is verified."""
_SHORTEST = 8
"""Characters below which a text has too few bigrams to be nearly another one."""

_SLOT = re.compile(r"\{([a-z]+)[0-9]*\}")
_FIGURES = ("number", "percent", "money", "count")
# A character of the private use area for each kind of slot.
_MARKS = {name: chr(0xE001 + place) for place, name in enumerate(SLOT_TYPES)}
_MARKS |= dict.fromkeys(_FIGURES, "\ue000")
_MIX = np.uint64(0x9E3779B97F4A7C15)


class Variant(NamedTuple):
    """A text among others that may be the same.

    Arguments:
        number: what the caller knows it by.
        id: ``phrase_id(text)``.
        text: masked words.
        stays: whether it may not be folded into another (a person decided on it, or it is shipped).
        occurrences: how often it was found itself.
        quality: as ``Phrase`` rows have it.
        into: number of the text that a person has folded it into by deciding on that one, or None.
    """

    number: int
    id: str
    text: str
    stays: bool
    occurrences: int
    quality: float
    into: int | None = None


def keys_of(texts: Sequence[str], units: Sequence[str]) -> NDArray[np.int64]:
    """The keys by which near-duplicates meet.

    Arguments:
        texts: masked words.
        units: of each its ``Unit`` value; texts of different units never meet.

    Returns:
        shape (texts, BANDS); 0 where a text is too short.
    """
    keys = np.zeros((len(texts), BANDS), np.int64)
    if not texts:
        return keys
    bare = _bare("\n".join(texts)).split("\n")
    sizes = np.fromiter(map(len, bare), np.int64, len(bare))
    used = np.flatnonzero(sizes >= _SHORTEST)
    if not len(used):
        return keys
    joined = "".join([bare[number] for number in used.tolist()])
    marks = np.frombuffer(joined.encode("utf-32-le"), np.uint32).astype(np.uint64)
    pairs = _mixed((marks[:-1] << np.uint64(21)) | marks[1:]).astype(np.uint32)
    starts = np.concatenate([[0], np.cumsum(sizes[used])[:-1]])
    # The pair across two texts counts for neither.
    across = starts[1:] - 1
    factors = (_mixed(np.arange(1, BANDS * _ROWS + 1, dtype=np.uint64)) | np.uint64(1)).astype(np.uint32)
    smallest = []
    for factor in factors:
        hashes = pairs * factor
        hashes ^= hashes >> np.uint32(15)
        hashes *= factor
        hashes[across] = np.iinfo(np.uint32).max
        smallest.append(np.minimum.reduceat(hashes, starts).astype(np.uint64))
    kinds = {unit: number for number, unit in enumerate(sorted(set(units)))}
    seeds = _mixed(np.array([_seed(unit) for unit in kinds], np.uint64))
    unit = seeds[np.fromiter((kinds[name] for name in units), np.int64, len(units))[used]]
    for band in range(BANDS):
        key = unit + np.uint64(band)
        for row in range(_ROWS):
            key = _mixed(key ^ smallest[band * _ROWS + row])
        keys[used, band] = (key >> np.uint64(1)).astype(np.int64)
    return keys


def is_near(one: str, other: str) -> bool:
    """Whether two texts say the same with hardly another word, and nothing that matters differs."""
    return _Words(one).is_near(_Words(other))


def settle(variants: Iterable[Variant], keys: Mapping[int, Sequence[int]]) -> dict[int, int]:
    """Which texts go into which.

    One after the other, what a person decided on first, then the most frequent, the best, the smallest
    id: each goes into the first before it that stays and is near, or stays itself. The order in which
    texts came makes no difference.

    Arguments:
        variants: texts; every text that shares a key with one of them must be among them.
        keys: of each text by number, as ``keys_of``.

    Returns:
        by number of a text that goes the number of the one that stays.
    """
    ordered = sorted(variants, key=_rank)
    words = [_Words(variant.text) for variant in ordered]
    # By key the places in that order of those that stay.
    staying: dict[int, list[int]] = {}
    into: dict[int, int] = {}
    for place, variant in enumerate(ordered):
        if variant.into is not None:
            into[variant.number] = variant.into
            continue
        own = [key for key in keys[variant.number] if key]
        if not variant.stays:
            before = {other for key in own for other in staying.get(key, ())}
            near = next((other for other in sorted(before) if words[place].is_near(words[other])), None)
            if near is not None:
                into[variant.number] = ordered[near].number
                continue
        for key in own:
            held = staying.setdefault(key, [])
            if len(held) < _REPRESENTATIVES:
                held.append(place)
    return into


def _rank(variant: Variant) -> tuple[bool, int, float, str]:
    return not variant.stays, -variant.occurrences, -variant.quality, variant.id


class _Words:
    """A text as it is compared with others."""

    __slots__ = ("bare", "contrasts", "pairs", "size")

    def __init__(self, text: str) -> None:
        self.bare = _bare(text)
        self.size = len(self.bare)
        self.pairs = frozenset(map(str.__add__, self.bare, self.bare[1:]))
        self.contrasts: list[str] | None = None

    def is_near(self, other: _Words) -> bool:
        if self.bare == other.bare:
            return True
        short, long = (self.size, other.size) if self.size < other.size else (other.size, self.size)
        if short < _SHORTEST or short < _GUARD * long:
            return False
        shared = len(self.pairs & other.pairs)
        if shared < _SIMILAR * (len(self.pairs) + len(other.pairs) - shared):
            return False
        if self._contrasts() != other._contrasts():
            return False
        # The same words in another order are another sentence: 扎实推进乡村振兴, 乡村振兴扎实推进.
        return SequenceMatcher(None, self.bare, other.bare, autojunk=False).ratio() >= _SIMILAR

    def _contrasts(self) -> list[str]:
        if self.contrasts is None:
            self.contrasts = contrasts_of(self.bare)
        return self.contrasts


def _bare(text: str) -> str:
    """A text with each slot as one character."""
    return _SLOT.sub(lambda match: _MARKS.get(match[1], "\ue0ff"), text) if "{" in text else text


def _seed(unit: str) -> int:
    return int.from_bytes(unit.encode()[:8], "little")


def _mixed(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Scramble 64-bit numbers (the finaliser of SplitMix64, Steele and others 2014)."""
    values = (values + _MIX) & np.uint64(0xFFFFFFFFFFFFFFFF)
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))
