"""Periods of statistics (时段) there and back: 2025年, 2026年1—2月, 上半年, 前三季度, 去年同期."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from drafter.brief.numerals import from_digits

__all__ = ["Period", "parse_period", "say_period", "tidy_period", "year_before"]

_WIDE = str.maketrans("０１２３４５６７８９～~－–至到", "0123456789------")
_CHINESE_YEAR = re.compile(r"^[〇○零一二三四五六七八九]{4}(?=年)")
_LEAD = re.compile(r"^(?:截至|截止|至)")
_TAIL = re.compile(r"(?:累计|合计|底|末|以来|期间|[（(][^）)]*[）)])+$")
_YEAR = re.compile(
    r"(?P<year>(?:19|20)\d{2})(?:年度|年|(?=$|[-./]\d{1,2}$|Q[1-4]$))|(?P<word>今年|本年度?|去年|上年度?|前年|明年)"
)
_YEARS = re.compile(r"(?P<first>(?:19|20)\d{2})年?-(?P<last>(?:19|20)\d{2})年?")
_LONG = re.compile(r"(?P<y1>\d{4})年(?P<m1>\d{1,2})月-(?P<y2>\d{4})年(?P<m2>\d{1,2})月")
_MONTHS = re.compile(r"(?P<first>\d{1,2})月?-(?P<last>\d{1,2})月份?")
_MONTH = re.compile(r"[-./]?(?P<month>\d{1,2})(?:月份?)?")
_DIGITS_ONLY = re.compile(r"(?:19|20)\d{2}(?:[-./](?:0?[1-9]|1[0-2]))?")
_WRONG_DASH = re.compile(r"(?<=[\d月年])\s*(?:-|~|～|–|－)\s*(?=\d{1,4}[月年])")
_OFFSETS = {"今年": 0, "本年": 0, "本年度": 0, "去年": -1, "上年": -1, "上年度": -1, "前年": -2, "明年": 1}
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4, "两": 2}
_QUARTER = re.compile(r"第?(?P<number>[一二三四1-4])季度?|Q(?P<latin>[1-4])")
_QUARTERS_SO_FAR = re.compile(r"前(?P<number>[二两三23])(?:个)?季度")
_WORDS = {"": (1, 12), "全年": (1, 12), "上半年": (1, 6), "下半年": (7, 12)}
_SHAPES = {
    (1, 12): "",
    (1, 6): "上半年",
    (7, 12): "下半年",
    (1, 3): "一季度",
    (4, 6): "二季度",
    (7, 9): "三季度",
    (10, 12): "四季度",
    (1, 9): "前三季度",
}


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Whole months from the first to the last, both inside; later periods are greater.

    Arguments:
        last: (year, month).
        first: (year, month).
    """

    last: tuple[int, int]
    first: tuple[int, int]


def parse_period(text: str, today: dt.date | None = None) -> Period:
    """Read a period.

    Arguments:
        text: as written.
        today: what 今年, 去年同期 and a period without its year (上半年) are counted from.

    Raises:
        ValueError: it is no period, or is relative and ``today`` is not given.
    """
    body = _LEAD.sub("", re.sub(r"\s", "", text))
    body = body.translate(_WIDE).replace("—", "-").replace("--", "-").upper()
    body = _TAIL.sub("", body)
    body = _CHINESE_YEAR.sub(lambda match: str(from_digits(match[0])), body)
    if match := _LONG.fullmatch(body):
        return _period(int(match["y1"]), int(match["m1"]), int(match["y2"]), int(match["m2"]), text)
    if match := _YEARS.fullmatch(body):
        return _period(int(match["first"]), 1, int(match["last"]), 12, text)
    match = _YEAR.match(body)
    if match is None:
        if today is None:
            raise ValueError(f"a period without its year: {text}")
        return _within(today.year, body, text)
    rest = body[match.end() :]
    if match["year"]:
        return _within(int(match["year"]), rest, text)
    if today is None:
        raise ValueError(f"a period relative to today: {text}")
    year = today.year + _OFFSETS[match["word"]]
    if rest == "同期":
        return _period(year, 1, year, today.month, text)
    return _within(year, rest, text)


def say_period(period: Period, today: dt.date | None = None) -> str:
    """Say a period: 2025年, 2025年上半年, 2026年1—2月 (GB/T 15835: — between months and years).

    Arguments:
        today: if given, its own year and the one before are said 今年 and 去年.
    """
    (year, month), (last_year, last_month) = period.first, period.last
    if year != last_year:
        if (month, last_month) == (1, 12):
            return f"{year}—{last_year}年"
        return f"{year}年{month}月—{last_year}年{last_month}月"
    said = {today.year: "今年", today.year - 1: "去年"}.get(year, f"{year}年") if today else f"{year}年"
    if (month, last_month) in _SHAPES:
        return said + _SHAPES[(month, last_month)]
    months = f"{month}月" if month == last_month else f"{month}—{last_month}月"
    return said + months


def tidy_period(text: str) -> str:
    """The writer's own words with a year that says so and the right dash: 2025, 2025年1-9月, 2025.09."""
    if _DIGITS_ONLY.fullmatch(text):
        return say_period(parse_period(text))
    return _WRONG_DASH.sub("—", text)


def year_before(period: Period) -> Period:
    """The same months of the year before (上年同期)."""
    (year, month), (last_year, last_month) = period.first, period.last
    return Period((last_year - 1, last_month), (year - 1, month))


def _within(year: int, rest: str, text: str) -> Period:
    if rest in _WORDS:
        first, last = _WORDS[rest]
    elif match := _QUARTER.fullmatch(rest):
        number = _QUARTERS[match["number"] or match["latin"]]
        first, last = number * 3 - 2, number * 3
    elif match := _QUARTERS_SO_FAR.fullmatch(rest):
        first, last = 1, _QUARTERS[match["number"]] * 3
    elif match := _MONTHS.fullmatch(rest):
        first, last = int(match["first"]), int(match["last"])
    elif match := _MONTH.fullmatch(rest):
        first = last = int(match["month"])
    else:
        raise ValueError(f"not a period: {text}")
    return _period(year, first, year, last, text)


def _period(year: int, month: int, last_year: int, last_month: int, text: str) -> Period:
    if not (1 <= month <= 12 and 1 <= last_month <= 12 and (year, month) <= (last_year, last_month)):
        raise ValueError(f"not a period: {text}")
    return Period((last_year, last_month), (year, month))
