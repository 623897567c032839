"""How long a text is, and its sentences, clauses and paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from statistics import fmean, pstdev

from drafter.measure.written import Written

__all__ = ["LONG", "VERY_LONG", "Lengths", "lengths_of"]

LONG, VERY_LONG = 60, 90
"""Characters above which a sentence is long, and above which it cannot be read aloud in one breath."""
_LONG_CLAUSE = 28
_CLAUSE = re.compile(r"[^，。！？；：、…—]+")


@dataclass(frozen=True, slots=True)
class Lengths:
    """All in characters with punctuation; clauses without.

    Arguments:
        characters: of the whole text without white space.
        sentences, paragraphs: how many.
        sentence_mean, sentence_spread: mean and standard deviation.
        long, very_long: shares of sentences above 60 and above 90 characters.
        clause_mean: mean.
        long_clauses: share of clauses above 28 characters.
        paragraph_mean, paragraph_most: mean and longest.
    """

    characters: int
    sentences: int
    paragraphs: int
    sentence_mean: float
    sentence_spread: float
    long: float
    very_long: float
    clause_mean: float
    long_clauses: float
    paragraph_mean: float
    paragraph_most: int


def lengths_of(written: Written) -> Lengths:
    """Measure a text; of one without a sentence everything but its length is 0."""
    sentences = [len(sentence.text) for sentence in written.sentences] or [0]
    clauses = [
        len(clause) for sentence in written.sentences for clause in _CLAUSE.findall(sentence.text)
    ] or [0]
    paragraphs = [len(paragraph) for paragraph in written.body] or [0]
    return Lengths(
        written.length,
        len(written.sentences),
        len(written.paragraphs),
        fmean(sentences),
        pstdev(sentences),
        sum(length > LONG for length in sentences) / len(sentences),
        sum(length > VERY_LONG for length in sentences) / len(sentences),
        fmean(clauses),
        sum(length > _LONG_CLAUSE for length in clauses) / len(clauses),
        fmean(paragraphs),
        max(paragraphs),
    )
