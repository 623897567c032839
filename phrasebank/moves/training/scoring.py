"""How well moves are found: precision, recall and F1 of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from phrasebank.model import Move

__all__ = ["MoveScore", "Scores", "score"]


class MoveScore(NamedTuple):
    """How well one move is found; ``labelled`` is how many lines are labelled with it."""

    precision: float
    recall: float
    f1: float
    labelled: int


class Scores(NamedTuple):
    """How well moves are found.

    Arguments:
        moves: by ``Move`` value, of those that are labelled at all.
        macro_f1: mean of their F1.
        accuracy: share of lines that are right.
    """

    moves: dict[str, MoveScore]
    macro_f1: float
    accuracy: float


def score(pairs: Iterable[tuple[str, str]]) -> Scores:
    """Score moves.

    Arguments:
        pairs: of each line the labelled and the found move; at least one.
    """
    counted = Counter(pairs)
    labelled: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for (right, given), count in counted.items():
        labelled[right] += count
        found[given] += count
    moves: dict[str, MoveScore] = {}
    for name in (move.value for move in Move):
        hits, has, gets = counted[name, name], labelled[name], found[name]
        if has:
            moves[name] = MoveScore(hits / gets if gets else 0.0, hits / has, 2 * hits / (has + gets), has)
    hits = sum(counted[name, name] for name in moves)
    return Scores(moves, sum(each.f1 for each in moves.values()) / len(moves), hits / sum(counted.values()))
