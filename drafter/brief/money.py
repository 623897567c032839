"""Amounts and scale words: 120000000 as 1.2亿元, and back; nothing is ever rounded."""

from __future__ import annotations

from decimal import Decimal

from drafter.brief.quantities import Quantity, plain

__all__ = ["base", "scaled", "yuan"]

_SCALES = (("万亿", Decimal(10**12)), ("亿", Decimal(10**8)), ("万", Decimal(10**4)))
_READ = (
    *_SCALES,
    ("千万", Decimal(10**7)),
    ("百万", Decimal(10**6)),
    ("千", Decimal(1000)),
    ("百", Decimal(100)),
)
_MOST_DECIMALS = 2
"""1.25亿元 is said; 1.2345亿元 becomes 12345万元."""


def scaled(value: Decimal | int, unit: str) -> str:
    """Say a count with the largest scale word that leaves two decimals at most: 3.5万人, 1.2亿元."""
    number = Decimal(value)
    for name, size in _SCALES:
        if abs(number) >= size and _decimals(number / size) <= _MOST_DECIMALS:
            return f"{plain(number / size)}{name}{unit}"
    return f"{plain(number)}{unit}"


def yuan(value: Decimal | int) -> str:
    """Say an amount given in 元."""
    return scaled(value, "元")


def base(quantity: Quantity) -> Quantity:
    """The quantity without scale word: 1.2亿元 is 120000000元."""
    for name, size in sorted(_READ, key=lambda scale: -len(scale[0])):
        if quantity.unit.startswith(name):
            value = quantity.value * size
            return Quantity(value, quantity.unit[len(name) :], plain(value))
    return quantity


def _decimals(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
