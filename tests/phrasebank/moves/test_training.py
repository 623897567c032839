from pathlib import Path

import numpy as np
import pytest

from phrasebank.errors import CodedError
from phrasebank.model import Move, Unit
from phrasebank.moves.classifier import judge
from phrasebank.moves.training.chain import Chains, negative_likelihood
from phrasebank.moves.training.descent import minimise
from phrasebank.moves.training.examples import lone_examples
from phrasebank.moves.training.fit import fit, write_weights
from phrasebank.moves.training.scoring import score
from phrasebank.moves.weights import load_file


def test_the_gradient_is_the_slope_of_the_likelihood() -> None:
    chance = np.random.default_rng(7)
    scores, follow = chance.normal(size=(7, 3)), chance.normal(size=(3, 3))
    moves = np.array([0, 1, 2, 2, 1, 0, 1])
    chains = Chains.of(moves, np.array([2, 4, 1]), np.array([1.0, 0.5, 2.0]))
    value, surplus, pairs = negative_likelihood(chains, scores, follow)
    step = 1e-6
    for where in np.ndindex(scores.shape):
        moved = scores.copy()
        moved[where] += step
        slope = (negative_likelihood(chains, moved, follow)[0] - value) / step
        assert slope == pytest.approx(surplus[where], abs=1e-4)
    for where in np.ndindex(follow.shape):
        moved = follow.copy()
        moved[where] += step
        slope = (negative_likelihood(chains, scores, moved)[0] - value) / step
        assert slope == pytest.approx(pairs[where], abs=1e-4)


def test_the_minimum_of_a_bowl_is_found() -> None:
    steep = np.array([1.0, 30.0, 500.0])
    goal = np.array([3.0, -2.0, 0.5])
    found = minimise(
        lambda at: (float(steep @ (at - goal) ** 2), 2 * steep * (at - goal)),
        np.zeros(3),
        most=200,
        tolerance=1e-12,
    )
    assert found == pytest.approx(goal, abs=1e-3)


LONE = [
    (Unit.SENTENCE, Move.POINT_BASELINE, "严禁{number}"),
    (Unit.SENTENCE, Move.POINT_BASELINE, "严禁瞒报"),
    (Unit.SENTENCE, Move.POINT_DUTY, "由{body}牵头"),
    (Unit.SENTENCE, Move.POINT_DUTY, "由{org}牵头负责"),
]


def test_what_was_learnt_is_found_again(tmp_path: Path) -> None:
    examples = list(lone_examples(LONE, 20.0))
    fitted = fit([], examples)
    for name in ("a.npz", "b.npz"):
        write_weights(fitted, "摘要", tmp_path / name)
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()
    weights = load_file(tmp_path / "a.npz")
    assert weights.digest == "摘要"
    for example in examples:
        assert [each.move for each in judge(example.lines, weights)] == list(example.moves)
    with pytest.raises(CodedError):
        write_weights(fitted, "摘要", tmp_path / "a.npz")


def test_scores_are_counted_by_move() -> None:
    duty, demand = Move.POINT_DUTY.value, Move.POINT_DEMAND.value
    scores = score([(duty, duty), (duty, demand), (demand, demand), (demand, demand)])
    assert scores.moves[duty] == (1.0, 0.5, pytest.approx(2 / 3), 2)
    assert scores.moves[demand] == (pytest.approx(2 / 3), 1.0, 0.8, 2)
    assert scores.macro_f1 == pytest.approx((2 / 3 + 0.8) / 2)
    assert scores.accuracy == 0.75
