"""What the words of one speech are: verbs, content words, and how much it speaks of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, compress

from phrasebank.tokeniser import REMEMBERED, tokeniser
from phrasebank.units.lexicon import ADVERBS, EMPTY_WORDS, LEAD_VERBS, THEME_VERBS

__all__ = ["Words", "tag_of", "weigh"]

_PREDICATES = ("v", "i", "l", "a", "z")
"""First letters of the tags (ICTCLAS, as jieba has them) of words that can be a predicate: verbs,
idioms, set phrases, adjectives, states."""

_THINGS = ("n", "vn", "an", "j", "l")
"""Tags of words that a point can be about: nouns, verbs and adjectives used as nouns, short names, set
phrases. A verb is one only where we say so (``THEME_VERBS``): 整治, not 希望."""
_NAMES = frozenset({"nr", "ns", "nt", "nrt", "nrfg", "ng"})
_PLACES = frozenset({"ns", "nt"})

_EMPTY = frozenset(EMPTY_WORDS.split())
_LEADING = frozenset(LEAD_VERBS.split())
_ACTS = frozenset(THEME_VERBS.split())
_ADVERBS = frozenset(ADVERBS.split())
_OFTEN = 2
"""Times that a speech says what it dwells on."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a speech.

    Arguments:
        predicates: those that can be a predicate.
        places: those that the tagger takes for a place or a body.
        ranks: words that a point can be about, each with its place in the order of how often the speech
            says them; the most frequent has 0.
        dwelt: the words of ``ranks`` that it says more than once are those below this place.
    """

    predicates: frozenset[str]
    places: frozenset[str]
    ranks: dict[str, int]
    dwelt: int

    def salient(self, tokens: Iterable[str], most: int) -> tuple[str, ...]:
        """The words among tokens that the speech speaks of most, at most ``most``."""
        ranks = self.ranks
        return tuple(sorted(ranks.keys() & tokens, key=ranks.__getitem__)[:most])

    def dwelt_on(self, tokens: Iterable[str], most: int) -> tuple[str, ...]:
        """The same, of words that the speech says more than once."""
        ranks = self.ranks
        return tuple([word for word in self.salient(tokens, most) if ranks[word] < self.dwelt])


def weigh(sentences: Sequence[Sequence[str]]) -> Words:
    """Look at the words of a whole speech.

    Arguments:
        sentences: tokens of each of its sentences.
    """
    counts = Counter(chain.from_iterable(sentences))
    words = list(counts)
    natures = list(map(_nature, words))
    predicates = frozenset(compress(words, map(_PREDICATES_OF.__getitem__, natures)))
    places = frozenset(compress(words, map(_PLACES_OF.__getitem__, natures)))
    content = list(compress(words, map(_CONTENTS_OF.__getitem__, natures)))
    content.sort()
    content.sort(key=counts.__getitem__, reverse=True)
    dwelt = sum(counts[word] >= _OFTEN for word in content)
    return Words(predicates, places, {word: rank for rank, word in enumerate(content)}, dwelt)


_PREDICATE, _PLACE, _CONTENT = 1, 2, 4
_PREDICATES_OF, _PLACES_OF, _CONTENTS_OF = (
    tuple(bool(nature & flag) for nature in range(8)) for flag in (_PREDICATE, _PLACE, _CONTENT)
)


@lru_cache(maxsize=REMEMBERED)
def _nature(word: str) -> int:
    """What a word can be, as a sum of ``_PREDICATE``, ``_PLACE`` and ``_CONTENT``."""
    tag = tag_of(word)
    return (
        _PREDICATE * tag.startswith(_PREDICATES)
        + _PLACE * (tag in _PLACES)
        + _CONTENT * _is_content(word, tag)
    )


def _is_content(word: str, tag: str) -> bool:
    """Whether a point can be about a word: themes are what phrases are found by."""
    if len(word) < 2 or word in _EMPTY or word[0] == "{":
        return False
    if word in _ACTS:
        return True
    if word in _LEADING and tag != "vn":
        return False
    if tag == "l" and (word[:2] in _ADVERBS or word[0] in "不一"):
        return False
    # What no dictionary knows (人要, 既要) is mostly cut amiss.
    return tag.startswith(_THINGS) and tag not in _NAMES and len(tokeniser().tag(word)) == 1


@lru_cache(maxsize=REMEMBERED)
def tag_of(word: str) -> str:
    """The part of speech of a word by itself, "x" of a slot or punctuation.

    Of a word that the tagger takes apart it is the last part's, the head of a Chinese compound.
    """
    if not "一" <= word[0] <= "鿿":
        return "x"
    return str(tokeniser().tag(word)[-1][1])
