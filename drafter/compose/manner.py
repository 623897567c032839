"""The manner (风格) of samples that the user named, as far as a draft can follow it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

__all__ = ["Manner"]


@dataclass(frozen=True, slots=True)
class Manner:
    """What a draft follows.

    Arguments:
        files: the samples, as the sources of their phrases name them.
        distance: how far a text is from the samples' manner, 0 and up.
    """

    files: frozenset[str]
    distance: Callable[[str], float]
