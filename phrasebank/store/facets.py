"""The rows by which an accepted phrase is picked: one for each topic, kind and level."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import product
from typing import Any

from phrasebank.model import Phrase
from phrasebank.vocabulary import SLOT_TYPES

__all__ = ["ANY", "SHIPPED", "bits_of", "facet_rows"]

ANY = ""
"""Stands in a row for any topic, kind or level."""

_BIT = {name: 1 << number for number, name in enumerate(SLOT_TYPES)}
# A second value of one kind (number2) asks for more than the first: it has a bit of its own.
_REPEATED = 1 << len(_BIT)


SHIPPED = 1 << 61
"""Marks the rows of built-in phrases that nobody has decided on: a bank may be asked without them."""


def bits_of(slots: Collection[str]) -> int:
    """A set of slot names as a number, for one comparison in the database."""
    bits = 0
    for name in slots:
        bits |= _BIT.get(name, _REPEATED)
    return bits


def facet_rows(number: int, phrase: Phrase, *, shipped: bool = False) -> Iterator[dict[str, Any]]:
    """The rows of a phrase.

    Arguments:
        number: of the phrase.
        phrase: an accepted one.
        shipped: whether it is a built-in one that nobody has decided on.
    """
    slots = bits_of({slot.name for slot in phrase.slots}) | (SHIPPED if shipped else 0)
    for topic, kind, level in product(
        phrase.topics or (ANY,), phrase.kinds or (ANY,), phrase.levels or (ANY,)
    ):
        yield {
            "number": number,
            "move": phrase.move.value,
            "unit": phrase.unit.value,
            "topic": topic,
            "kind": kind,
            "level": level,
            "score": phrase.score,
            "slots": slots,
        }
