"""2026年3月18日（星期四）: the weekday of a date is computed."""

import datetime as dt
import re
from collections.abc import Iterator

from drafter.check.finding import Severity
from drafter.check.manuscript import Manuscript
from drafter.check.rule import Example, Hit, Placed, Rule, Settings

_DAYS = "一二三四五六日"
_DATED = re.compile(
    r"(?:(?P<y>20\d\d)年)?(?<!\d)(?P<m>\d{1,2})月(?P<d>\d{1,2})日[（(，]?(?P<w>(?:星期|周|礼拜)(?P<n>[一二三四五六日天]))"
)


def _weekdays(manuscript: Manuscript, settings: Settings) -> Iterator[Placed]:
    for at, text in enumerate(manuscript.paragraphs):
        if "日" not in text:
            continue
        for match in _DATED.finditer(text):
            year = int(match["y"]) if match["y"] else manuscript.date.year if manuscript.date else None
            if year is None:
                continue
            try:
                day = _DAYS[dt.date(year, int(match["m"]), int(match["d"])).weekday()]
            except ValueError:
                continue
            if match["n"].replace("天", "日") != day:
                right = match["w"][:-1] + day
                yield Placed(
                    at, Hit(*match.span("w"), right, why=f"{year}年{match['m']}月{match['d']}日是{right}")
                )


RULE = Rule(
    code="N015",
    name="日期和星期对不上",
    severity=Severity.ERROR,
    source="公历",
    why="日期和星期对不上",
    about="写了日期又写星期的，按公历算一算。没有写年份的，照讲话的年份。",
    examples=(Example("2026年3月18日（星期四）召开"), Example("3月18日（周二）召开", date="2026-03-02")),
    fine=("2026年3月18日（星期三）召开", "3月18日（周四）召开"),
    whole=_weekdays,
)
