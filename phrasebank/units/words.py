"""What the words of one speech are: verbs, content words, and how much it speaks of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from phrasebank.tokeniser import tokeniser
from phrasebank.units.lexicon import EMPTY_WORDS, LEAD_VERBS

__all__ = ["Words", "tag_of", "weigh"]

_PREDICATES = ("v", "i", "l", "a", "z")
"""First letters of the tags (ICTCLAS, as jieba has them) of words that can be a predicate: verbs,
idioms, set phrases, adjectives, states."""

_CONTENTS = ("n", "v", "a", "j", "l")
_NAMES = frozenset({"nr", "ns", "nt", "nrt", "nrfg"})
_PLACES = frozenset({"ns", "nt"})

_EMPTY = frozenset(EMPTY_WORDS.split())
_LEADING = frozenset(LEAD_VERBS.split())


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a speech.

    Arguments:
        predicates: those that can be a predicate.
        places: those that the tagger takes for a place or a body.
        ranks: content words, each with its place in the order of how often the speech says them; the
            most frequent has 0.
    """

    predicates: frozenset[str]
    places: frozenset[str]
    ranks: dict[str, int]

    def salient(self, tokens: Iterable[str], most: int) -> tuple[str, ...]:
        """The content words among tokens that the speech speaks of most, at most ``most``."""
        ranks = self.ranks
        found = {token for token in tokens if token in ranks}
        return tuple(sorted(found, key=ranks.__getitem__)[:most])


def weigh(sentences: Sequence[Sequence[str]]) -> Words:
    """Look at the words of a whole speech.

    Arguments:
        sentences: tokens of each of its sentences.
    """
    counts = Counter(chain.from_iterable(sentences))
    natures = {word: _nature(word) for word in counts}
    predicates = frozenset(word for word, nature in natures.items() if nature & _PREDICATE)
    places = frozenset(word for word, nature in natures.items() if nature & _PLACE)
    content = sorted((-count, word) for word, count in counts.items() if natures[word] & _CONTENT)
    return Words(predicates, places, {word: rank for rank, (_, word) in enumerate(content)})


_PREDICATE, _PLACE, _CONTENT = 1, 2, 4


@cache
def _nature(word: str) -> int:
    """What a word can be, as a sum of ``_PREDICATE``, ``_PLACE`` and ``_CONTENT``."""
    tag = tag_of(word)
    return (
        _PREDICATE * tag.startswith(_PREDICATES)
        + _PLACE * (tag in _PLACES)
        + _CONTENT * _is_content(word, tag)
    )


def _is_content(word: str, tag: str) -> bool:
    if len(word) < 2 or word in _EMPTY or word[0] == "{":
        return False
    if word in _LEADING and tag != "vn":
        return False
    return tag.startswith(_CONTENTS) and tag not in _NAMES


@cache
def tag_of(word: str) -> str:
    """The part of speech of a word by itself, "x" of a slot or punctuation.

    Of a word that the tagger takes apart it is the last part's, the head of a Chinese compound.
    """
    if not "一" <= word[0] <= "鿿":
        return "x"
    return str(tokeniser().tag(word)[-1][1])
