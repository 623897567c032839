"""The divisions of China by name and short name (行政区划名称与简称)."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from phrasebank.masking.tables import sections

__all__ = ["Divisions", "divisions", "short_of"]

_PEOPLES = (
    "满族|回族|蒙古族|蒙古|壮族|苗族|侗族|瑶族|土家族|彝族|藏族|羌族|白族|傣族|傈僳族|哈尼族|佤族|拉祜族"
    "|纳西族|景颇族|布朗族|独龙族|怒族"
    "|普米族|布依族|水族|仡佬族|仫佬族|毛南族|黎族|畲族|朝鲜族|达斡尔族|鄂温克族|鄂伦春|土族|撒拉族"
    "|东乡族|保安族|裕固族|哈萨克族|哈萨克|柯尔克孜|塔吉克|锡伯|维吾尔|各族|鄂温克"
)
_TAIL = re.compile(
    rf"(?:(?:{_PEOPLES})*自治[区州县旗]|特别行政区|地区|林区|特区|矿区|新区|[省市县区州盟]"
    rf"|(?<=[左右中前后])旗|旗)$"
)


class Divisions(NamedTuple):
    """Names of divisions.

    Arguments:
        full: every full name.
        short: short forms that by themselves can only mean the place.
        provinces: full and short names of provinces.
    """

    full: frozenset[str]
    short: frozenset[str]
    provinces: frozenset[str]


def short_of(name: str) -> str:
    """The short form of a division: 临江市 → 临江, 湘西土家族苗族自治州 → 湘西; or itself."""
    short = _TAIL.sub("", name)
    if len(short) > 2 and short[-1] in "市县区" and name.endswith(("新区", "林区", "矿区")):
        short = short[:-1]
    return short if len(short) >= 2 else name


@cache
def divisions() -> Divisions:
    """The table of divisions (divisions.txt); ordinary words (ordinary_places.txt) are no short form."""
    table = sections("divisions.txt")
    full = frozenset(name for part in table.values() for name in part)
    ordinary = frozenset(word for part in sections("ordinary_places.txt").values() for word in part)
    short = frozenset(short_of(name) for name in full) - ordinary
    provinces = frozenset(table["province"]) | {short_of(name) for name in table["province"]}
    return Divisions(full, short, provinces)
