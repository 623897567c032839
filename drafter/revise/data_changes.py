"""What has changed in the data of a brief."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from drafter.brief.comparison import say_change
from drafter.brief.model import Brief, Fact
from drafter.brief.polarity import polarity
from drafter.brief.quantities import plain
from drafter.compose.said import say_figure

__all__ = ["DataChanges", "FactChange", "compare", "sayings"]


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact before and now."""

    before: Fact
    now: Fact

    @property
    def turned(self) -> bool:
        """Whether its change now points another way, so that direction words do not hold."""
        return _sign(self.before) != _sign(self.now)

    def __str__(self) -> str:
        old, new = _whole(self.before), _whole(self.now)
        if old == new:
            old, new = (f"{fact.source or '来源未写'}" for fact in (self.before, self.now))
            if old == new:
                return f"{self.now.name}：往年的数改了"
        return f"{self.now.name}：{old} → {new}"


@dataclass(frozen=True, slots=True)
class DataChanges:
    """What has changed between two briefs.

    Arguments:
        changed: facts that both have and that are not the same.
        added: names of facts that are new.
        removed: names of facts that are gone.
        otherwise: whether anything but the data has changed too.
    """

    changed: tuple[FactChange, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]
    otherwise: bool


def compare(before: Brief, now: Brief) -> DataChanges:
    """The changes between a brief as it was drafted from and as it is now."""
    pairs = [(before.facts[name], now.facts[name]) for name in before.facts if name in now.facts]
    return DataChanges(
        changed=tuple(FactChange(old, new) for old, new in pairs if _bare(old) != _bare(new)),
        added=tuple(name for name in now.facts if name not in before.facts),
        removed=tuple(name for name in before.facts if name not in now.facts),
        otherwise=replace(before, facts={}, file="") != replace(now, facts={}, file=""),
    )


def _bare(fact: Fact) -> Fact:
    """Without the place where it was given: a row moved is no change."""
    return replace(fact, origin="")


def _sign(fact: Fact) -> int:
    change = fact.change or 0
    return (change > 0) - (change < 0)


def _whole(fact: Fact) -> str:
    return "，".join(part for part in (say_figure(fact), _change(fact), fact.period) if part)


def _change(fact: Fact) -> str:
    return (
        ""
        if fact.change is None
        else say_change(fact.change, fact.change_unit, polarity(fact.name), name=fact.name)
    )


def sayings(change: FactChange) -> Mapping[str, str]:
    """How the figures of a fact are found in a text, with what takes their place: 38起 → 41起.

    The change is among them where it points the same way as before; one that does not needs other
    words about it. Remarks (占比65.3%) go with their figure or alone.
    """
    old, new = change.before, change.now
    pairs = {say_figure(old): say_figure(new), f"{old.text}{old.unit}": f"{new.text}{new.unit}"}
    if old.note and new.note:
        pairs[old.note] = new.note
    if old.change is not None and new.change is not None and not change.turned:
        pairs[_size(old)] = _size(new)
    return {before: now for before, now in pairs.items() if before != now and any(map(str.isdigit, before))}


def _size(fact: Fact) -> str:
    """12.5%, without the direction word."""
    return f"{plain(abs(fact.change or Decimal(0)))}{fact.change_unit}"
