"""Amounts in a text as decimals with their rounding: what a computed comparison is checked with."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

__all__ = ["AMOUNT", "UNIT", "Amount", "amount", "off_by", "share_of"]

UNIT = (
    r"(?:个?百分点|[万亿千百]?(?:元|人次|人|名|户次|户|家|个|起|件|例|吨|亩|公里|平方米|平方公里|立方米|公顷|千瓦时|千瓦|辆|台|套|处|座|所|项|次|场|宗|天|头|只|斤|公斤|美元|张|条|份|位|篇|支|对|间|株|棵|台次|人年)"
    r"|[万亿]|[%％‰])"
)
AMOUNT = r"\d[\d,]*(?:\.\d+)?"
"""A number in digits; of Chinese numerals no rate is told."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as it was written.

    Arguments:
        value: the number.
        slack: half of its last digit: what rounding may have taken or given.
        unit: as written.
    """

    value: Decimal
    slack: Decimal
    unit: str = ""

    @property
    def last_place(self) -> Decimal:
        """One of its last digit: 0.1 of 12.5."""
        return Decimal(1).scaleb(int(self.value.as_tuple().exponent))


def amount(number: str, unit: str = "") -> Amount:
    """A number and its unit as written."""
    bare = number.replace(",", "")
    decimals = len(bare.partition(".")[2])
    value = Decimal(bare)
    slack = Decimal(5) / Decimal(10) ** (decimals + 1) if decimals or unit[:1] in "万亿" else Decimal(0)
    return Amount(value, slack, unit.replace("％", "%"))


def share_of(part: Amount, whole: Amount) -> tuple[Decimal, Decimal] | None:
    """The least and the most percent that a part can be of a whole, or None of nothing."""
    low, high = whole.value - whole.slack, whole.value + whole.slack
    if low <= 0:
        return None
    return (part.value - part.slack) / high * 100, (part.value + part.slack) / low * 100


def off_by(told: Amount, low: Decimal, high: Decimal) -> bool:
    """Whether a percentage told lies outside what it can be, by more than its own last digit.

    Arguments:
        told: the percentage.
        low, high: the least and the most it can be.
    """
    margin = told.slack * 2 if told.slack else Decimal("0.5")
    return told.value < low - margin or told.value > high + margin
