"""What a person should see first: one number for a phrase, from how it was found and what it says."""

from __future__ import annotations

from functools import lru_cache
from math import log

__all__ = ["score"]

_QUALITY, _SPREAD, _OFTEN, _NEW = 0.45, 0.35, 0.1, 0.1
_WIDEST = log(64)
"""Speeches from which on a phrase is everybody's; a bigger archive must not push all else down."""
_MOST_OFTEN = log(256)
_DOUBT = 0.8


def score(
    *, occurrences: int, speeches: int, quality: float, has_doubts: bool = False, is_known: bool = False
) -> float:
    """Rank a phrase, 0 to 1.

    ``0.45 quality + 0.35 ln(speeches)/ln 64 + 0.1 ln(occurrences)/ln 256 + 0.1 new``, each share at most
    1, and a fifth less where there are doubts. Quality says how complete and how general the words are.
    It depends on the phrase alone, not on how many others there are: a score changes only when the
    phrase is met again. The weights are ours, set by reading the lists they bring to the top.

    Arguments:
        occurrences: at how many places it was found.
        speeches: in how many speeches.
        quality: how good the words are by themselves, 0 to 1.
        has_doubts: whether the miner has.
        is_known: whether an accepted phrase of the bank says it already.
    """
    return _score(occurrences, speeches, quality, has_doubts, is_known)


@lru_cache(50_000)  # most phrases are met once
def _score(occurrences: int, speeches: int, quality: float, has_doubts: bool, is_known: bool) -> float:
    spread = min(log(max(speeches, 1)) / _WIDEST, 1.0)
    often = min(log(max(occurrences, 1)) / _MOST_OFTEN, 1.0)
    value = _QUALITY * quality + _SPREAD * spread + _OFTEN * often + (0.0 if is_known else _NEW)
    return round(value * (_DOUBT if has_doubts else 1.0), 4)
