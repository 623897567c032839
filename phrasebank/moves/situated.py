"""What the classifier is given and what it gives: a line with its place in the speech, and its move."""

from __future__ import annotations

from typing import NamedTuple

from phrasebank.mining import Role

__all__ = ["Judged", "Situated"]


class Situated(NamedTuple):
    """One heading, lead, sentence or limb with its place in its speech.

    Arguments:
        text: masked words with their final mark, without what they are addressed or numbered with.
        role: of its paragraph.
        path: as ``Passage.path``.
        heading: words of the nearest heading or lead, not masked; of a heading its own.
        ordinal: 0-based number of the sentence in its paragraph, behind the lead.
        of: how many sentences that are.
        lead: whether it is a heading or the run-in lead of its paragraph.
        tokens: of the masked words.
    """

    text: str
    role: Role
    path: tuple[int, ...]
    heading: str
    ordinal: int
    of: int
    lead: bool
    tokens: tuple[str, ...] = ()


class Judged(NamedTuple):
    """The move of a line.

    Arguments:
        move: ``Move`` value.
        confidence: 0 to 1, how probable the move is beside the others, its neighbours being what they are.
    """

    move: str
    confidence: float
