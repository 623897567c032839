"""The learned weights of the looks of characters, in one small file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from phrasebank.masking.suspicion.features import BITS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["CLASSES", "WEIGHTS_FILE", "Weights", "load", "load_file"]

WEIGHTS_FILE = Path(__file__).with_name("weights.npz")

CLASSES = ("", "elsewhere", "body", "person", "number", "period", "event", "document")
"""What a character can be part of, by the slot that would take its place; "" is nothing."""

_LOW = 0x00FF00FF00FF00FF
"""Every second byte of eight."""
_BIAS = 128
"""Added to each weight, so that sums of packed weights borrow nothing from their neighbours."""


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """Weights of the classes.

    Arguments:
        rows: of each look its eight weights, biased, packed in eight bytes; shape (2 ** BITS,).
        start: weight of each class before anything is seen, in nats; shape (8,).
        step: nats of one unit of a weight.
        digest: of the texts it was made from.
    """

    rows: NDArray[np.uint64]
    start: NDArray[np.float32]
    step: float
    digest: str

    def chances(self, looks: list[NDArray[np.uint32]]) -> NDArray[np.float32]:
        """How likely each character is of each class.

        Arguments:
            looks: of each look a row per character (``Looks.rows``).

        Returns:
            shape (characters, classes), each row sums to 1.
        """
        import numpy as np

        count = len(looks[0])
        sums = np.zeros((2, count), np.uint64)
        low, eight = np.uint64(_LOW), np.uint64(8)
        for look in looks:
            packed = self.rows.take(look)
            sums[0] += packed & low
            sums[1] += (packed >> eight) & low
        lanes = sums.view(np.uint16).reshape(2, count, 4)
        scores = np.empty((count, len(CLASSES)), np.float32)
        for half in (0, 1):
            for lane in range(4):
                scores[:, 2 * lane + half] = lanes[half, :, lane]
        scores -= _BIAS * len(looks)
        scores *= np.float32(self.step)
        scores += self.start
        scores -= scores.max(axis=1, keepdims=True)
        np.exp(scores, out=scores)
        scores /= scores.sum(axis=1, keepdims=True)
        return scores


@cache
def load() -> Weights:
    """The weights that came with the package, read on the first call."""
    return load_file(WEIGHTS_FILE)


def load_file(path: Path) -> Weights:
    """Read weights that ``tools/train_suspicion.py`` has written."""
    import numpy as np

    with np.load(path, allow_pickle=False) as stored:
        table = np.zeros((1 << BITS, len(CLASSES)), np.int16)
        table[np.cumsum(stored["gaps"], dtype=np.int64)] = stored["weights"]
        packed = (table + _BIAS).astype("<u1").view("<u8").reshape(-1).astype(np.uint64)
        return Weights(packed, stored["start"], float(stored["step"]), str(stored["digest"]))
