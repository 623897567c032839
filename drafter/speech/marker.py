"""Numbering families (序号) of official speeches and how each is printed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

__all__ = ["Family", "Marker"]


class Family(Enum):
    """One way of numbering; the value is its name in briefs and messages."""

    CHAPTER = "一、"
    BRACKET = "（一）"
    ARABIC = "1."
    ARABIC_BRACKET = "（1）"
    CIRCLED = "①"
    ORDINAL = "第一，"
    YAO = "一要"
    SHI = "一是"
    ONE_VERB = "一看"
    FIRST = "首先，"
    QI = "其一，"
    DASH = "——"


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker as it stands before a unit.

    Arguments:
        family: the numbering family.
        number: 1-based count; None for —— items, which carry none.
        verb: for 一看 / 一抓 the one-character verb that follows the numeral, else "".
        noun: for 第一个方面 what is counted (个方面), else "".
    """

    family: Family
    number: int | None
    verb: str = ""
    noun: str = ""
