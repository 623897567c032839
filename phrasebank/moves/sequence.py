"""The best sequence of moves (Viterbi), in whole numbers, and how sure each of them is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

__all__ = ["best_path", "probabilities"]

_DIGITS = 3


def best_path(scores: npt.NDArray[np.int32], follow: npt.NDArray[np.int32]) -> list[int]:
    """The moves that together score highest; of equals the one that stands first.

    Arguments:
        scores: of each move (column) for each line, at least one line.
        follow: of a move (column) behind another (row).
    """
    import numpy as np

    into = follow.T.copy()
    reached = np.empty_like(into)
    states = np.empty_like(scores)
    states[0] = scores[0]
    for number in range(1, len(scores)):
        np.add(into, states[number - 1], out=reached)
        np.maximum.reduce(reached, axis=1, out=states[number])
        states[number] += scores[number]
    last = int(states[-1].argmax())
    path = [last]
    for state in states[-2::-1]:
        last = int((state + into[last]).argmax())
        path.append(last)
    return path[::-1]


def probabilities(
    scores: npt.NDArray[np.int32], follow: npt.NDArray[np.int32], path: list[int], unit: int
) -> list[float]:
    """How probable each move of a path is beside the others, its neighbours being what they are.

    Arguments:
        scores, follow: as for ``best_path``.
        path: a move for each line.
        unit: of the scores, parts of a nat.
    """
    import numpy as np

    moves = np.array(path)
    whole = scores.astype(np.float64)
    whole[1:] += follow[moves[:-1]]
    whole[:-1] += follow[:, moves[1:]].T
    whole -= whole.max(axis=1, keepdims=True)
    shares = np.exp(whole / unit)
    chosen = shares[np.arange(len(path)), moves] / shares.sum(axis=1)
    rounded: list[float] = np.round(chosen, _DIGITS).tolist()
    return rounded
