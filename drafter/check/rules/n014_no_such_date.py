"""2月30日, 13月: dates that no calendar has."""

import datetime as dt
import re
from collections.abc import Iterator

from drafter.check.finding import Severity
from drafter.check.rule import Example, Hit, Rule

_DATE = re.compile(r"(?:(?P<y>20\d\d|19\d\d)年)?(?<![\d.])(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日)?(?!均|份额)")
_COUNTED = re.compile(r"(?:个|第|满|近|约|长达)$")
_LEAP = 2024
"""A leap year, for dates whose year is not told."""


def _impossible(text: str) -> Iterator[Hit]:
    if "月" not in text:
        return
    for match in _DATE.finditer(text):
        month, day = int(match["m"]), int(match["d"] or 1)
        if _COUNTED.search(text[: match.start()]):
            continue
        try:
            dt.date(int(match["y"] or _LEAP), month, day)
        except ValueError:
            yield Hit(match.start(), match.end())


RULE = Rule(
    code="N014",
    name="没有这一天",
    severity=Severity.ERROR,
    source="公历",
    why="没有“{text}”这一天",
    about="月份在1到12之间，日子要那个月有；2月29日要那一年是闰年。",
    examples=(Example("2月30日前完成"), Example("2025年2月29日"), Example("13月底")),
    fine=("2024年2月29日", "12月31日", "9月底", "历时13个月"),
    words=_impossible,
)
