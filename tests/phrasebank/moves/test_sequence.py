from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from phrasebank.moves.sequence import best_path, probabilities

SCORE = st.integers(-9, 9)
FOLLOW = st.lists(st.lists(SCORE, min_size=3, max_size=3), min_size=3, max_size=3)
SCORES = st.lists(st.lists(SCORE, min_size=3, max_size=3), min_size=1, max_size=5)


def worth(path: tuple[int, ...], scores: np.ndarray, follow: np.ndarray) -> int:
    own = sum(int(scores[line, move]) for line, move in enumerate(path))
    return own + sum(int(follow[pair]) for pair in pairwise(path))


@given(SCORES, FOLLOW)
def test_no_sequence_is_better_than_the_best(lines: list[list[int]], steps: list[list[int]]) -> None:
    scores, follow = np.array(lines, dtype=np.int32), np.array(steps, dtype=np.int32)
    path = tuple(best_path(scores, follow))
    assert worth(path, scores, follow) == max(
        worth(other, scores, follow) for other in product(range(3), repeat=len(lines))
    )


@given(SCORES, FOLLOW)
def test_what_is_chosen_is_as_probable_as_any_other(lines: list[list[int]], steps: list[list[int]]) -> None:
    scores, follow = np.array(lines, dtype=np.int32), np.array(steps, dtype=np.int32)
    chances = probabilities(scores, follow, best_path(scores, follow), 1)
    assert all(0.333 <= chance <= 1 for chance in chances)
