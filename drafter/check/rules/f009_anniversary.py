"""今年是建党一百周年: anniversaries are computed."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from drafter.brief.numerals import from_chinese
from drafter.check.finding import Severity
from drafter.check.manuscript import Manuscript
from drafter.check.rule import Example, Hit, Placed, Rule, Settings

_TABLE = Path(__file__).parents[1] / "tables" / "anniversaries.toml"


@cache
def _events() -> tuple[tuple[str, int], ...]:
    table = tomllib.loads(_TABLE.read_text("utf-8"))
    return tuple((name, entry["year"]) for entry in table["event"] for name in entry["names"])


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(sorted((re.escape(name) for name, _ in _events()), key=len, reverse=True))
    return re.compile(
        rf"(?:(?P<y>20\d\d)年是|今年是|今年，?(?:正值|迎来|适逢))(?:我们)?(?:庆祝|纪念|迎来)?(?P<e>{names})(?P<w>(?P<n>\d+|[一二三四五六七八九十百零]+)周年)"
    )


def _wrong(manuscript: Manuscript, settings: Settings) -> Iterator[Placed]:
    years = dict(_events())
    for at, text in enumerate(manuscript.paragraphs):
        if "周年" not in text:
            continue
        for match in _pattern().finditer(text):
            year = int(match["y"]) if match["y"] else manuscript.date.year if manuscript.date else None
            if year is None:
                continue
            told = int(match["n"]) if match["n"].isdigit() else int(from_chinese(match["n"]))
            right = year - years[match["e"]]
            if told != right:
                why = f"{match['e']}在{years[match['e']]}年，到{year}年是{right}周年"
                yield Placed(at, Hit(*match.span("w"), f"{right}周年", why))


RULE = Rule(
    code="F009",
    name="周年算得不对",
    severity=Severity.ERROR,
    source="史实年份（tables/anniversaries.toml）",
    why="周年算得不对",
    about="写了“今年是…周年”的，按讲话的年份算一算。",
    examples=(
        Example("今年是新中国成立75周年。", date="2026-03-18"),
        Example("2021年是中国共产党成立一百零一周年。"),
    ),
    fine=("2021年是中国共产党成立一百周年。", "新中国成立75周年前夕"),
    whole=_wrong,
)
