"""A fact's figure and change in words, as the writer gave them."""

from __future__ import annotations

from drafter.brief.change import Change
from drafter.brief.model import Fact

__all__ = ["change_of", "say_figure"]


def say_figure(fact: Fact) -> str:
    """The figure with its unit and the remark that belongs to it: 1.2亿元（占比65.3%）."""
    note = f"（{fact.note}）" if fact.note else ""
    return f"{fact.text}{fact.unit}{note}"


def change_of(fact: Fact) -> Change | None:
    """The fact's year-on-year change, or None."""
    return None if fact.change is None else Change(fact.change, fact.change_unit)
