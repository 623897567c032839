"""Makes of a point's paragraph, taken from passages that people wrote: which moves, in what order.

A passage of the bank carries the move of each of its sentences. What it argued stays an argued
block; what it stated of its own place becomes the place where the brief's data and measures go.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from phrasebank.bank import Bank
from phrasebank.model import Move, Unit

__all__ = ["skeletons_of"]

_BLOCKS = {
    Move.POINT_RATIONALE: Move.POINT_RATIONALE.value,
    Move.POINT_STATUS: "data",
    Move.POINT_MEASURE: "measures",
    Move.POINT_DUTY: "measures",
    Move.POINT_DEADLINE: "measures",
    Move.POINT_DEMAND: Move.POINT_DEMAND.value,
    Move.POINT_BASELINE: Move.POINT_BASELINE.value,
}
#: Moves by which a point's passage may be filed: that of its first sentence.
_FIRST = (Move.POINT_LEAD, *_BLOCKS)
#: Argued sentences a paragraph takes at most, and in a row (composition.md: never three).
_MOST_ARGUED, _IN_A_ROW = 3, 2
_STATED = ("data", "measures")


def skeletons_of(bank: Bank, *, kind: str, topic: str, level: str) -> list[tuple[str, ...]]:
    """The makes that passages of this kind and topic show, each once, in a fixed order.

    Arguments:
        bank: where the passages are.
        kind, topic, level: of the speech.
    """
    found: dict[tuple[str, ...], None] = {}
    for move in _FIRST:
        for phrase in bank.candidates(move, units=(Unit.PASSAGE,), kind=kind, topic=topic, level=level):
            skeleton = _skeleton(phrase.moves)
            if skeleton:
                found[skeleton] = None
    return sorted(found)


def _skeleton(moves: Sequence[Move]) -> tuple[str, ...]:
    """A passage's blocks; () where they make no point's paragraph."""
    blocks: list[str] = []
    for block in (_BLOCKS.get(move, "") for move in moves):
        if block and not (block in _STATED and block in blocks):
            blocks.append(block)
    if "measures" not in blocks:
        return ()
    if "data" not in blocks:
        # Figures come before what they call for, behind a reason where there is one.
        at = 1 if blocks[0] == Move.POINT_RATIONALE.value else 0
        blocks.insert(at, "data")
    if blocks.index("data") > blocks.index("measures"):
        return ()  # a figure behind an order hangs in the air
    blocks.insert(blocks.index("measures") + 1, "verbatim")
    argued = [block for block in blocks if block not in (*_STATED, "verbatim")]
    runs = [
        len(list(run))
        for stated, run in groupby(blocks, lambda b: b in _STATED or b == "verbatim")
        if not stated
    ]
    if len(argued) > _MOST_ARGUED or max(runs, default=0) > _IN_A_ROW or len(set(argued)) < len(argued):
        return ()
    return tuple(blocks)
