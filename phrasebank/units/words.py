"""What the words of one speech are: verbs, content words, and how much it speaks of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from phrasebank.units.lexicon import EMPTY_WORDS, LEAD_VERBS

__all__ = ["Words", "tag_of", "weigh"]

_PREDICATES = ("v", "i", "l", "a", "z")
"""First letters of the tags (ICTCLAS, as jieba has them) of words that can be a predicate: verbs,
idioms, set phrases, adjectives, states."""

_CONTENT = ("n", "v", "a", "j", "l")
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
        found = sorted({token: ranks[token] for token in tokens if token in ranks}.items(), key=_by_rank)
        return tuple(word for word, _ in found[:most])


def _by_rank(item: tuple[str, int]) -> int:
    return item[1]


def weigh(sentences: Sequence[Sequence[str]]) -> Words:
    """Look at the words of a whole speech.

    Arguments:
        sentences: tokens of each of its sentences.
    """
    counts = Counter(chain.from_iterable(sentences))
    predicates = frozenset(word for word in counts if tag_of(word).startswith(_PREDICATES))
    places = frozenset(word for word in counts if tag_of(word) in _PLACES)
    content = sorted((-count, word) for word, count in counts.items() if _is_content(word))
    return Words(predicates, places, {word: rank for rank, (_, word) in enumerate(content)})


def _is_content(word: str) -> bool:
    if len(word) < 2 or word in _EMPTY or word[0] == "{":
        return False
    tag = tag_of(word)
    if word in _LEADING and tag != "vn":
        return False
    return tag.startswith(_CONTENT) and tag not in _NAMES


@cache
def tag_of(word: str) -> str:
    """The part of speech of a word by itself, "x" of a slot or punctuation.

    Of a word that the tagger takes apart it is the last part's, the head of a Chinese compound.
    """
    if not "一" <= word[0] <= "鿿":
        return "x"
    import rjieba

    return str(rjieba.tag(word)[-1][1])
