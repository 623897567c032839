"""What a decision would do, worked out before anybody is asked."""

from __future__ import annotations

from dataclasses import dataclass

from phrasebank.errors import Problem
from phrasebank.model import Phrase
from phrasebank.store import Change, Held

__all__ = ["Plan", "Refused"]


@dataclass(frozen=True, slots=True)
class Refused:
    """A phrase that a decision leaves out.

    Arguments:
        phrase: as it is.
        problems: why, each named by the beginning of the phrase's id.
    """

    phrase: Phrase
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a decision would do; nothing is changed until its changes go to ``Store.decide``.

    Arguments:
        changes: one a phrase.
        refused: what is left out, and why.
        unchanged: phrases that are so already.
    """

    changes: tuple[Change, ...] = ()
    refused: tuple[Refused, ...] = ()
    unchanged: tuple[Held, ...] = ()

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """The phrases as they would be; of one that is taken out nothing."""
        return tuple(change.after for change in self.changes if change.after is not None)
