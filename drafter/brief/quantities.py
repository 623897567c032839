"""Quantities: a figure with its unit, as officials write them (1.2亿元, 98.5%, 三十八起, 3万元～5万元).

Number forms follow GB/T 15835: Arabic figures, half-width, a range repeats its unit (4.2.4, 5%～10%).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from drafter.brief.numerals import from_chinese
from drafter.brief.units import is_unit

__all__ = ["Quantity", "parse_quantity", "parse_range", "plain", "say_quantity", "say_range"]

_HALF_WIDTH = str.maketrans("０１２３４５６７８９．，％＋－−", "0123456789.,%+--")
#: Digits and point: the money of the world in 分 has 17.
_LONGEST = 24
_ARABIC = re.compile(
    r"(?P<sign>[+-]?)(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(?P<unit>.*)", re.DOTALL
)
_CHINESE = re.compile(
    r"(?P<number>负?[零〇一二两三四五六七八九十百千万亿]+(?:点[零〇一二三四五六七八九]+)?)(?P<unit>.*)"
)
# A unit holds no figure but the powers of m2, m3; 多 余 几 来 say that the figure is not exact.
_UNIT = re.compile(r"(?:[^\d～~—–±]|(?<=[a-z])[23](?!\d))*")
_SCALE = re.compile(r"^[十百千万亿]+")
_INEXACT = (
    "多",
    "余",
    "几",
    "来",
    "-",
    ".",
    ",",
    "，",
    "、",
    "至",
    "到",
    "以",
    "左右",
    "上下",
    "/",
    ":",
    "：",
)
_NOTE = re.compile(r"（.*）", re.DOTALL)
_RANGE = re.compile(r"(?P<low>.+?)\s*(?:～|~|—{1,2}|–|至|到|(?<=[\d%％\w])-)\s*(?P<high>.+)")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with its unit.

    Arguments:
        value: the figure in its own unit: 1.2 for 1.2亿元.
        unit: scale word and measure together (亿元), with a bracketed note where one was written.
        text: the figure as written, without separators (1234, 12.50, 三十八).
    """

    value: Decimal
    unit: str
    text: str


def parse_quantity(text: str) -> Quantity:
    """Read one exact figure, with or without a unit.

    Read: 38, 1,234, -12.5%, １２, 38起, 1.2亿元（占比65.3%）, 三十八起, 负三. After a Chinese numeral only
    units of the table count, since 一般 and 百强 begin like figures too.

    Raises:
        ValueError: it is no exact figure (三十多, 约40, 3万元～5万元, abc).
    """
    head, bracket, note = text.strip().replace("(", "（").replace(")", "）").partition("（")
    body = head.translate(_HALF_WIDTH) + bracket + note
    match = _ARABIC.fullmatch(body)
    if match:
        number = match["number"].replace(",", "")
        if len(number) > _LONGEST:
            raise ValueError("not one exact figure: too many digits")
        sign = "-" if match["sign"] == "-" else ""
        quantity = Quantity(Decimal(sign + number), match["unit"].strip(), sign + number)
    else:
        quantity = _from_words(body)
    bare = _NOTE.sub("", quantity.unit)
    if _SCALE.sub("", bare).startswith(_INEXACT) or not _UNIT.fullmatch(bare):
        raise ValueError(f"not one exact figure: {text}")
    return quantity


def parse_range(text: str) -> tuple[Quantity, Quantity]:
    """Read a range of two figures of one unit: 3万元～5万元, 5%-10%, 10至20人.

    Raises:
        ValueError: it is no range, or its ends stand the wrong way round.
    """
    match = _RANGE.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"not a range: {text}")
    low, high = parse_quantity(match["low"]), parse_quantity(match["high"])
    if not low.unit:
        low = Quantity(low.value, high.unit, low.text)
    if low.unit == high.unit and low.value > high.value:
        raise ValueError(f"a range from the larger to the smaller: {text}")
    return low, high


def say_quantity(quantity: Quantity) -> str:
    """Print it as it was written: 1.2亿元."""
    return f"{quantity.text}{quantity.unit}"


def say_range(low: Quantity, high: Quantity) -> str:
    """Print a range with the unit at either end: 3万元～5万元 (GB/T 15835 5.2)."""
    return f"{say_quantity(low)}～{say_quantity(high)}"


def plain(value: Decimal | int) -> str:
    """A number in Arabic figures without exponent and without empty decimals: 12.50 is 12.5."""
    text = f"{Decimal(value):f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _from_words(body: str) -> Quantity:
    match = _CHINESE.fullmatch(body)
    if match is None:
        raise ValueError(f"not a figure: {body}")
    for end in range(len(match["number"]), 0, -1):
        # 三十亿元: the scale word may belong to the figure; the longest reading wins.
        number, unit = body[:end], body[end:].strip()
        if unit and not is_unit(_NOTE.sub("", unit)):
            continue
        try:
            value = from_chinese(number)
        except ValueError:
            continue
        return Quantity(Decimal(str(value)), unit, number)
    raise ValueError(f"not a figure: {body}")
