"""Figures of one name over several periods → one fact: the newest, with what went before it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from drafter.brief.change import Change, change_between
from drafter.brief.model import Fact
from drafter.brief.periods import Period, year_before
from drafter.brief.problems import Problems

__all__ = ["Dated", "merge_periods", "with_history"]

_UNDATED = Period((0, 0), (0, 0))


@dataclass(frozen=True, slots=True)
class Dated:
    """A fact with its row and its period as understood; None where it has no readable one."""

    fact: Fact
    line: int
    period: Period | None


def merge_periods(found: list[Dated], problems: Problems) -> tuple[Fact, ...]:
    """One fact a name, in the order first met.

    Rows of one name that differ in their period become the newest and its history; others of one
    name are noted (B023).
    """
    by_name: dict[str, list[Dated]] = {}
    for item in found:
        by_name.setdefault(item.fact.name, []).append(item)
    facts: list[Fact] = []
    for name, items in by_name.items():
        periods = {item.period for item in items if item.period is not None}
        if len(items) > 1 and len(periods) < len(items):
            for item in items[1:]:
                message = f"这项数据给了两次（第{items[0].line}行已有）"
                problems.add("B023", message, line=item.line, key=name, mend="请只留一处，或用“时段”分开")
            continue
        newest_first = sorted(items, key=lambda item: item.period or _UNDATED, reverse=True)
        facts.append(with_history(newest_first) if len(items) > 1 else items[0].fact)
    return tuple(facts)


def with_history(items: list[Dated]) -> Fact:
    """The first of the items, newest first, with the others of its unit as history.

    同比 is computed from the same period a year before where the data do not give it.
    """
    newest = items[0]
    fact, period = newest.fact, newest.period
    earlier = [item for item in items[1:] if item.fact.unit == fact.unit and item.fact.value is not None]
    previous = fact.previous
    if period is not None:
        before = year_before(period)
        previous = next((item.fact.value for item in earlier if item.period == before), previous)
    change = Change(fact.change, fact.change_unit) if fact.change is not None else None
    if change is None and previous is not None and fact.value is not None:
        change = change_between(previous, fact.value, fact.unit)
    figures = ((item.fact.period, item.fact.value) for item in reversed(earlier))
    history = tuple((when, value) for when, value in figures if value is not None)
    return replace(
        fact,
        previous=previous,
        history=history,
        change=change.value if change else None,
        change_unit=change.unit if change else fact.change_unit,
    )
