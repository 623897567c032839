"""A local fact in a text."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Span"]


class Span(NamedTuple):
    """Words that say something of one place, time or person only.

    Arguments:
        start, end: 0-based characters of its text.
        slot: name of the slot that takes its place (``phrasebank.vocabulary.SLOT_TYPES``).
        doubt: what a person should look at, one Chinese line, or "".
        bare: words that may say something specific but read as ordinary words; they are left as they
            are, and a frame that holds them bears the doubt.
    """

    start: int
    end: int
    slot: str
    doubt: str = ""
    bare: bool = False
