"""Phrases out of tokenised text by itself, without a bank: for a look at a corpus and for measuring."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from phrasebank.counting.clauses import clauses_of
from phrasebank.counting.scores import score

if TYPE_CHECKING:
    from phrasebank.counting.counted import Counted

__all__ = ["count_phrases"]

_ANY = "point.measure"
"""The move of text of which nobody has said what it does."""


def count_phrases(speeches: Iterable[Iterable[Sequence[str]]]) -> list[Counted]:
    """Find phrases and formulae, those first that a person should see first.

    Arguments:
        speeches: of each its sentences or clauses, of each its tokens (``tokenize``).
    """
    from phrasebank.counting.corpus import Speech
    from phrasebank.counting.counted import count

    written = (
        Speech(number, clauses_of((0, 0, sum(map(len, tokens)), _ANY, tokens) for tokens in sentences))
        for number, sentences in enumerate(speeches)
    )
    return sorted(count(written), key=_rank)


def _rank(phrase: Counted) -> tuple[float, str]:
    value = score(occurrences=phrase.occurrences, speeches=len(phrase.speeches), quality=phrase.quality)
    return -value, phrase.id
