"""Figures of a text, in digits or in Chinese numerals, on one scale: 1.2万户 and 一万二千户 are 12000 户."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import NamedTuple

from drafter.brief.numerals import from_chinese

__all__ = ["Number", "numbers_of"]

_HAN = "零〇一二两三四五六七八九十百千万亿"
_ARABIC = r"\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．％", "0123456789.%")
_FIGURE = re.compile(
    rf"(?P<percent>[百千]分之(?:{_ARABIC}|[{_HAN}]+(?:点[{_HAN}]+)?))"
    rf"|(?P<share>[{_HAN}]+分之[{_HAN}]+)"
    rf"|(?P<arabic>{_ARABIC})(?P<scale>[百千万亿]{{0,2}})"
    rf"|(?P<ordinal>第(?=[{_HAN}\d]))?(?P<chinese>[{_HAN}]+(?:点[{_HAN}]+)?)"
)
_SCALES = {"百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_UNITS_FILE = Path(__file__).parents[1] / "brief" / "units.toml"
#: Units in which a figure of the same thing may be given, beside those of the table.
_MORE = ("月", "号", "个百分点", "百分点", "％", "%", "‰", "成", "倍", "番", "个多", "多", "余")


class Number(NamedTuple):
    """One figure.

    Arguments:
        value: without scale word: 120000000 for 1.2亿元.
        unit: what it counts (元, 起, %); "" where none is known to follow.
        start, end: 0-based characters, unit included.
        text: the words.
        chinese: whether it is written in Chinese numerals.
        ordinal: whether 第 stands before it.
    """

    value: Decimal
    unit: str
    start: int
    end: int
    text: str
    chinese: bool = False
    ordinal: bool = False


def numbers_of(text: str) -> Iterator[Number]:
    """Every figure of a text, in order; sets of numerals that are no number (三五, 一二三) stay out.

    Arguments:
        text: any words; full-width digits are read too.
    """
    plain = text.translate(_FULL_WIDTH)
    for match in _FIGURE.finditer(plain):
        value, unit = _value_of(match)
        if value is None:
            continue
        end = match.end()
        if not unit:
            unit = _unit_at(plain, end)
            end += len(unit)
            value, unit = _unscaled(value, unit)
        yield Number(
            value,
            unit,
            match.start(),
            end,
            text[match.start() : end],
            match["arabic"] is None,
            bool(match["ordinal"]),
        )


def _value_of(match: re.Match[str]) -> tuple[Decimal | None, str]:
    """The value of a figure; its unit where the figure itself holds it."""
    try:
        if match["percent"]:
            per = "%" if match["percent"][0] == "百" else "‰"
            words = match["percent"][3:]
            return _decimal(words if words[0].isascii() else from_chinese(words)), per
        if match["share"]:
            return _decimal(from_chinese(match["share"])), "之"
        if match["arabic"]:
            value = Decimal(re.sub("[,，]", "", match["arabic"]))
            for sign in match["scale"]:
                value *= _SCALES[sign]
            return value, ""
        return _decimal(from_chinese(match["chinese"])), ""
    except (ValueError, InvalidOperation, ArithmeticError):
        return None, ""


def _decimal(number: int | Decimal | Fraction | str) -> Decimal:
    if isinstance(number, Fraction):
        return (Decimal(number.numerator) / Decimal(number.denominator)).quantize(Decimal("0.000001"))
    return Decimal(str(number))


def _unscaled(value: Decimal, unit: str) -> tuple[Decimal, str]:
    """十多万 aside, a scale word may still stand before the unit (3个亿)."""
    return (value * _SCALES[unit[-1]], "") if unit in ("个亿", "个万") else (value, unit)


def _unit_at(text: str, position: int) -> str:
    longest, units = _units()
    for size in range(min(longest, len(text) - position), 0, -1):
        if (unit := text[position : position + size]) in units:
            return unit
    return ""


@cache
def _units() -> tuple[int, frozenset[str]]:
    with _UNITS_FILE.open("rb") as stream:
        # 28节课 are 28 of 节: what is counted is no unit.
        units = frozenset((*tomllib.load(stream)["units"], *_MORE, "个亿")) - {"节课"}
    return max(map(len, units)), units
