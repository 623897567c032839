"""The move of every line of a speech: trained scores, rules, and what follows what."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from phrasebank.moves.letters import grams_of
from phrasebank.moves.places import chain_of, places_of
from phrasebank.moves.rules import ruled
from phrasebank.moves.sequence import best_path, probabilities
from phrasebank.moves.situated import Judged, Situated
from phrasebank.moves.weights import SCALE, Weights, load

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

__all__ = ["classify", "judge"]

_CERTAIN = 12 * SCALE
"""What a rule adds to the score of its move: more than words and places ever differ by."""


def classify(speech: Sequence[Situated]) -> list[Judged]:
    """Find the move of every line of a speech.

    Arguments:
        speech: its lines in order; a limb stands behind the sentence it is part of.

    Returns:
        one for each line. A limb does what its sentence does.
    """
    return judge(speech, load())


def judge(speech: Sequence[Situated], weights: Weights) -> list[Judged]:
    """The same with scores of one's own (docs/moves.md)."""
    if not speech:
        return []
    chain, inside = chain_of(speech)
    lines = [speech[number] for number in chain]
    scores = _scores(lines, weights)
    for number, move in ruled(lines):
        scores[number, weights.moves.index(move.value)] += _CERTAIN
    path = best_path(scores, weights.follow)
    sure = probabilities(scores, weights.follow, path, SCALE)
    found = {
        number: Judged(weights.moves[move], chance)
        for number, move, chance in zip(chain, path, sure, strict=True)
    }
    return [found[number if whole < 0 else whole] for number, whole in enumerate(inside)]


def _scores(lines: Sequence[Situated], weights: Weights) -> npt.NDArray[np.int32]:
    """Score of each move (column) for each line by its words and its place."""
    import numpy as np

    grams = grams_of([line.text for line in lines])
    rows = np.stack([weights.table[keys] for keys in grams.keys], axis=1).ravel()
    known = np.flatnonzero(rows)
    edges = np.searchsorted(known, grams.starts * len(grams.keys))
    # The row of zeros at the end is for lines in which nothing is known.
    picked = weights.grams[np.append(rows[known], np.uint16(0))]
    scores = np.add.reduceat(picked, edges, axis=0, dtype=np.int32)
    scores[np.append(edges[1:], len(known)) == edges] = 0
    numbers: dict[tuple[str, ...], int] = {}
    which = [numbers.setdefault(place, len(numbers)) for place in places_of(lines)]
    stands = np.array([_stand(place, weights) for place in numbers])
    scores += stands[which]
    return scores


@lru_cache(maxsize=16384)
def _stand(place: tuple[str, ...], weights: Weights) -> npt.NDArray[np.int32]:
    rows = [weights.places[name] for name in place if name in weights.places]
    summed: npt.NDArray[np.int32] = weights.stands[rows].sum(axis=0, dtype=weights.stands.dtype)
    return summed
