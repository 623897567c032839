"""The trained scores, as numbers that travel in one small file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from phrasebank.model import Move
from phrasebank.moves.letters import BITS

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

__all__ = ["MODEL_FILE", "SCALE", "Weights", "load", "load_file"]

MODEL_FILE = Path(__file__).with_name("model.npz")
SCALE = 1000
"""Scores are kept as whole thousandths of a nat: sums are then the same on every machine."""


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """Scores of moves, in 1/SCALE nat.

    Arguments:
        moves: ``Move`` values, in the order of the columns.
        table: by key of an n-gram (``letters``) its row in ``grams``, 0 for one that says nothing.
        grams: score of each move by n-gram; row 0 is zero; shape (rows, moves).
        places: the row of each place (``places``) in ``stands``.
        stands: score of each move by place.
        follow: score of a move (column) behind another (row).
        digest: of the labelled texts it was made from (``training.fit.digest_of``).
    """

    moves: tuple[str, ...]
    table: npt.NDArray[np.uint16]
    grams: npt.NDArray[np.int16]
    places: dict[str, int]
    stands: npt.NDArray[np.int32]
    follow: npt.NDArray[np.int32]
    digest: str


@cache
def load() -> Weights:
    """The scores that came with the package, read on the first call."""
    return load_file(MODEL_FILE)


def load_file(path: Path) -> Weights:
    """Read scores that ``training.fit.write_weights`` has written.

    Raises:
        ValueError: they are of other moves than ``Move`` has.
    """
    import numpy as np

    with np.load(path, allow_pickle=False) as stored:
        moves = tuple(str(name) for name in stored["moves"])
        if sorted(moves) != sorted(move.value for move in Move):
            raise ValueError(f"{path}: other moves")
        table = np.zeros(1 << BITS, dtype=np.uint16)
        table[stored["keys"]] = np.arange(1, len(stored["keys"]) + 1, dtype=np.uint16)
        nothing = np.zeros((1, len(moves)), dtype=np.int16)
        return Weights(
            moves=moves,
            table=table,
            grams=np.concatenate([nothing, stored["grams"]]),
            places={str(name): number for number, name in enumerate(stored["places"])},
            stands=stored["stands"].astype(np.int32),
            follow=stored["follow"].astype(np.int32),
            digest=str(stored["digest"]),
        )
