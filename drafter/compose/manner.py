"""The manner (风格) of samples that the user named, as far as a draft can follow it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from drafter.speech import Family

__all__ = ["HeadingShape", "Manner"]


@dataclass(frozen=True, slots=True)
class HeadingShape:
    """What a sample's part headings look like.

    Arguments:
        length: characters, on the average.
        limbs: how many limbs a comma parts them into, on the average.
    """

    length: float
    limbs: float


@dataclass(frozen=True, slots=True)
class Manner:
    """What a draft follows.

    Arguments:
        files: the samples, as the sources of their phrases name them.
        distance: how far a text is from the samples' manner, 0 and up.
        taste: how much to the samples' taste a phrase is, -1.2 to 1.2.
        family: how most of their points are numbered; None where they are not.
        headings: the shape of their part headings; None where they have none.
    """

    files: frozenset[str]
    distance: Callable[[str], float]
    taste: Callable[[str], float]
    family: Family | None = None
    headings: HeadingShape | None = None
