"""A linear chain of moves (Lafferty, McCallum and Pereira 2001): its likelihood and the gradient of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from phrasebank.moves.training.features import Floats, Numbers

__all__ = ["Chains", "negative_likelihood"]


@dataclass(frozen=True, slots=True)
class Chains:
    """The right moves of speeches.

    Arguments:
        moves: number of the move of every line, speech behind speech.
        firsts: number of the first line of each speech, the longest speech first.
        lengths: lines of each speech, none longer than the one before.
        weights: of each line, the same for all of a speech.
        before: of each line the move of the line before it, -1 for the first of a speech.
    """

    moves: Numbers
    firsts: Numbers
    lengths: Numbers
    weights: Floats
    before: Numbers

    @classmethod
    def of(cls, moves: Numbers, lengths: Numbers, weights: Floats) -> Chains:
        """Make one from the moves of all lines, and the lines and the weight of each speech."""
        firsts = np.cumsum(lengths) - lengths
        before = np.concatenate([[-1], moves[:-1]])
        before[firsts] = -1
        order = np.argsort(-lengths, kind="stable")
        return cls(moves, firsts[order], lengths[order], np.repeat(weights, lengths), before)


def negative_likelihood(chains: Chains, scores: Floats, follow: Floats) -> tuple[float, Floats, Floats]:
    """Minus the log-likelihood of the moves, and its gradients.

    Arguments:
        chains: the right moves.
        scores: of each move (column) for each line.
        follow: score of a move (column) behind another (row).

    Returns:
        the value, and the gradients by scores and follow.
    """
    peak = scores.max(axis=1, keepdims=True)
    local = np.exp(scores - peak)
    passing = np.exp(follow)
    firsts, lengths = chains.firsts, chains.lengths
    ahead = np.empty_like(local)
    norm = np.empty(len(local))
    for step in range(int(lengths[0])):
        here = firsts[lengths > step] + step
        state = local[here] if step == 0 else (ahead[here - 1] @ passing) * local[here]
        norm[here] = state.sum(axis=1)
        ahead[here] = state / norm[here, None]
    back = np.ones_like(local)
    pairs = np.zeros_like(follow)
    for step in range(int(lengths[0]) - 2, -1, -1):
        here = firsts[lengths > step + 1] + step
        behind = local[here + 1] * back[here + 1] / norm[here + 1, None]
        back[here] = behind @ passing.T
        pairs += (ahead[here] * chains.weights[here, None]).T @ behind * passing
    numbers = np.arange(len(local))
    inner = chains.before >= 0
    steps = chains.before[inner], chains.moves[inner]
    likelihood = chains.weights @ (scores[numbers, chains.moves] - peak[:, 0] - np.log(norm))
    likelihood += chains.weights[inner] @ follow[steps]
    surplus = ahead * back
    surplus[numbers, chains.moves] -= 1
    np.subtract.at(pairs, steps, chains.weights[inner])
    return -float(likelihood), surplus * chains.weights[:, None], pairs
