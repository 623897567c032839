"""Character n-grams of the lines of a speech, hashed, all lines at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from phrasebank.vocabulary import SLOT_TYPES

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

__all__ = ["BITS", "EDGE", "LONGEST", "Grams", "grams_of", "key_of", "spell"]

LONGEST = 4
"""Characters of the longest n-gram; the words that tell moves apart (牵头抓总) have four at most."""
BITS = 18
"""Bits of a hashed n-gram: of the ten thousand that the model knows few share a key."""
EDGE = "\n"
"""Stands before the first and behind the last character of a line."""

_SLOT = re.compile(r"\{([a-z]+)[0-9]*\}")
# A slot is one character of the private use area by the type of its fact: 前 behind {deadline} and {date}
# says the same.
_TYPES = sorted({kind.value for kind in SLOT_TYPES.values()})
_LETTERS = {name: chr(0xE000 + _TYPES.index(kind.value)) for name, kind in SLOT_TYPES.items()}
_UNKNOWN = chr(0xE000 + len(_TYPES))
_GAP = EDGE * (LONGEST - 1)
_MULTIPLIER = 0x9E3779B97F4A7C15  # 2 ** 64 / golden ratio, Knuth's multiplicative hashing
_STEP = 1_000_003  # a prime above most code points


class Grams(NamedTuple):
    """N-grams of lines.

    Arguments:
        keys: by length of the n-gram, 1 to ``LONGEST``, the key of the n-gram that begins at each
            character; all of one length.
        starts: where each line begins in them, its leading ``EDGE`` included; shape (lines,).
        lengths: characters of each line, a slot counted as one; shape (lines,).
    """

    keys: tuple[npt.NDArray[np.uint32], ...]
    starts: npt.NDArray[np.int64]
    lengths: npt.NDArray[np.int64]


def spell(text: str) -> str:
    """A text with each slot as one character."""
    pieces = _SLOT.split(text)
    pieces[1::2] = [_LETTERS.get(name, _UNKNOWN) for name in pieces[1::2]]
    return "".join(pieces)


def grams_of(texts: Sequence[str]) -> Grams:
    """Hash the n-grams of lines; those that reach over two lines are no line's.

    Arguments:
        texts: masked lines, at least one.
    """
    import numpy as np

    joined = _GAP.join(texts)
    if joined.count(EDGE) != len(_GAP) * (len(texts) - 1):
        joined = _GAP.join(text.replace(EDGE, " ") for text in texts)
    whole = _GAP + spell(joined) + _GAP
    codes = np.frombuffer(whole.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
    edges = np.flatnonzero(codes == ord(EDGE))
    starts = edges[len(_GAP) - 1 :: len(_GAP)]
    lengths = edges[len(_GAP) :: len(_GAP)] - starts[:-1] - 1
    keys = []
    rolled = codes.copy()
    for length in range(1, LONGEST + 1):
        if length > 1:
            rolled[: -length + 1] *= np.uint64(_STEP)
            rolled[: -length + 1] += codes[length - 1 :]
        keys.append(_key(rolled, length))
    return Grams(tuple(keys), starts[:-1], lengths)


def _key(rolled: npt.NDArray[np.uint64], length: int) -> npt.NDArray[np.uint32]:
    import numpy as np

    mixed = (rolled + np.uint64(length)) * np.uint64(_MULTIPLIER)
    return (mixed >> np.uint64(64 - BITS)).astype(np.uint32)


def key_of(gram: str) -> int:
    """The key of one n-gram, ``EDGE`` for a line's edge; the same that ``grams_of`` gives it.

    Raises:
        ValueError: it is empty or longer than ``LONGEST``.
    """
    if not 0 < len(gram) <= LONGEST:
        raise ValueError(gram)
    rolled = 0
    for letter in gram:
        rolled = rolled * _STEP + ord(letter)
    mixed = (rolled + len(gram)) * _MULTIPLIER & (1 << 64) - 1
    return mixed >> (64 - BITS)
