"""Where in the outline each paragraph of a draft stands: the same place in another draft of the brief."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.revise.alignment import align
from drafter.speech import parse_speech
from drafter.speech.blocks import Block, Part, Role, speech_paragraphs

__all__ = ["Place", "places_of"]

_UNITS = (Role.HEADING, Role.RUN_IN)


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph's place.

    Arguments:
        key: role or part of the speech, numbers of the units it is in, count among its like.
        kept: characters at its head that are its own there: numbering, and a run-in lead sentence.
        role: what the paragraph is.
    """

    key: tuple[str, tuple[int, ...], int]
    kept: int
    role: Role

    @property
    def units(self) -> tuple[int, ...]:
        """Numbers of the units that it is in, the highest first."""
        return self.key[1]


def places_of(texts: Sequence[str]) -> dict[int, Place]:
    """Index of a paragraph → its place in the outline.

    Arguments:
        texts: the paragraphs of a draft.
    """
    blocks = speech_paragraphs(parse_speech("\n".join(texts)))
    at = align([block.text for block in blocks], texts)
    keys = list(_keys(blocks))
    return {number: keys[block] for number, block in at.items()}


def _keys(blocks: Sequence[Block]) -> Iterator[Place]:
    units: list[int] = []
    counts: dict[tuple[str, tuple[int, ...]], int] = {}
    for block in blocks:
        kept = 0
        if block.role in _UNITS:
            del units[block.level :]
            units += [0] * (block.level - len(units))
            units[-1] += 1
            kept = len(block.lead) if block.role is Role.RUN_IN else len(block.marker)
            name = block.role.value
        else:
            name = block.part.value if block.role is Role.BODY else block.role.value
        within = tuple(units) if block.part is Part.SECTIONS else ()
        count = counts.get((name, within), 0)
        counts[name, within] = count + 1
        yield Place((name, within, count), kept, block.role)
