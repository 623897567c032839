"""Counting across speeches: words, phrases of several words, formulae, near-duplicates, scores."""

from phrasebank.counting.clauses import clauses_of
from phrasebank.counting.phrases import count_phrases
from phrasebank.counting.tokens import tokenize

__all__ = ["clauses_of", "count_phrases", "tokenize"]
