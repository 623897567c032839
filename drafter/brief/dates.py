"""Dates there and back: 2026-03-18, 2026年3月18日, 二〇二六年三月十八日."""

from __future__ import annotations

import datetime as dt
import re

from drafter.brief.numerals import from_chinese, from_digits, to_chinese, to_digits

__all__ = ["parse_date", "say_date", "say_date_in_words", "say_month_day"]

_HALF_WIDTH = str.maketrans("０１２３４５６７８９／．－", "0123456789/.-")
_NUMERIC = re.compile(
    r"(?P<year>\d{4})\s*([-/.年])\s*(?P<month>\d{1,2})\s*([-/.月])\s*(?P<day>\d{1,2})\s*日?"
)
_WORDS = re.compile(
    r"(?P<year>[〇○零一二三四五六七八九]{4})年(?P<month>[一二三四五六七八九十]{1,2})月(?P<day>[一二三四五六七八九十]{1,3})日"
)


def parse_date(text: str) -> dt.date:
    """Read a whole date.

    Raises:
        ValueError: it has no such form, or there is no such day (2026-02-30).
    """
    body = text.strip().translate(_HALF_WIDTH)
    match = _NUMERIC.fullmatch(body)
    if match:
        first, second = match[2], match[4]
        if (first, second) not in (("-", "-"), ("/", "/"), (".", "."), ("年", "月")):
            raise ValueError(f"not a date: {text}")
        return dt.date(int(match["year"]), int(match["month"]), int(match["day"]))
    match = _WORDS.fullmatch(body)
    if match is None:
        raise ValueError(f"not a date: {text}")
    month, day = from_chinese(match["month"]), from_chinese(match["day"])
    if not isinstance(month, int) or not isinstance(day, int):
        raise ValueError(f"not a date: {text}")
    return dt.date(from_digits(match["year"]), month, day)


def say_date(date: dt.date) -> str:
    """2026年3月8日: whole year, no padding (GB/T 9704 7.3.5.4)."""
    return f"{date.year}年{date.month}月{date.day}日"


def say_month_day(date: dt.date) -> str:
    """3月8日."""
    return f"{date.month}月{date.day}日"


def say_date_in_words(date: dt.date) -> str:
    """二〇二六年三月八日."""
    return f"{to_digits(date.year)}年{to_chinese(date.month)}月{to_chinese(date.day)}日"
