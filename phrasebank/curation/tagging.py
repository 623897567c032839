"""File phrases under other subjects, kinds, levels, themes, or another move."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from phrasebank.curation.gate import why_not
from phrasebank.curation.plan import Plan, Refused
from phrasebank.curation.rewriting import rewrite
from phrasebank.errors import CodedError
from phrasebank.model import Move, Status
from phrasebank.store import Change, Held

__all__ = ["LISTS", "Tags", "Turn", "tag"]

LISTS = ("topics", "kinds", "levels", "themes")
"""Fields that hold several names each."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What becomes of one list of names.

    Arguments:
        put: names to stand there in place of all others, or None; () empties it: fits any.
        add, remove: names to add and to take away.
    """

    put: tuple[str, ...] | None = None
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()

    def of(self, names: Iterable[str]) -> tuple[str, ...]:
        """The list as it becomes: each name once, the old ones first."""
        kept = [*(names if self.put is None else self.put), *self.add]
        return tuple(name for name in dict.fromkeys(kept) if name not in self.remove)


@dataclass(frozen=True, slots=True)
class Tags:
    """How phrases shall be filed.

    Arguments:
        turns: by the name of a list (``LISTS``).
        move, family: new values, or None.
    """

    turns: Mapping[str, Turn] = field(default_factory=dict)
    move: Move | None = None
    family: str | None = None

    def is_empty(self) -> bool:
        """Whether nothing is to become different."""
        return (
            self.move is None and self.family is None and all(turn == Turn() for turn in self.turns.values())
        )


def tag(helds: Iterable[Held], tags: Tags) -> Plan:
    """File phrases otherwise (归类); one that would no longer pass the gate is left out.

    Arguments:
        helds: the phrases as the person saw them.
        tags: how they shall be filed.
    """
    changes: list[Change] = []
    refused: list[Refused] = []
    unchanged: list[Held] = []
    for held in helds:
        phrase = held.phrase
        fields: dict[str, str | tuple[str, ...]] = {
            name: turn.of(getattr(phrase, name)) for name, turn in tags.turns.items()
        }
        if tags.move is not None:
            fields["move"] = tags.move.value
        if tags.family is not None:
            fields["family"] = tags.family
        try:
            after = rewrite(phrase, fields)
            problems = why_not(after) if after.status is Status.ACCEPTED else ()
        except CodedError as error:
            problems = error.problems
        if problems:
            refused.append(Refused(phrase, problems))
        elif after == phrase:
            unchanged.append(held)
        else:
            changes.append(Change(phrase.id, held.revision, after, "tag"))
    return Plan(tuple(changes), tuple(refused), tuple(unchanged))
