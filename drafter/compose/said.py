"""A fact's figure and change in words, as the writer gave them."""

from __future__ import annotations

from drafter.brief.change import Change
from drafter.brief.model import Fact

__all__ = ["change_of", "say_figure"]


def say_figure(fact: Fact) -> str:
    """The figure with its unit and the remark that belongs to it: 1.2亿元（占比65.3%）."""
    note = f"（{fact.note}）" if fact.note else ""
    unit = fact.unit
    if unit[:1].isdigit():
        # 6.8 of 1/10万 is 6.8/10万, never 6.81/10万.
        unit = unit[1:] if unit.startswith("1/") else f"（{unit}）"
    return f"{fact.text}{unit}{note}"


def change_of(fact: Fact) -> Change | None:
    """The fact's year-on-year change, or None."""
    return None if fact.change is None else Change(fact.change, fact.change_unit)
