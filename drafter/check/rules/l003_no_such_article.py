"""《安全生产法》第一百三十条: an article that the law does not have."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from drafter.brief.numerals import from_chinese
from drafter.check.dated import own_tables, table_of
from drafter.check.finding import Severity
from drafter.check.manuscript import Manuscript
from drafter.check.rule import Example, Hit, Placed, Rule, Settings
from drafter.errors import CodedError, Problem

_TABLE = Path(__file__).parents[1] / "tables" / "laws.toml"
_CITED = re.compile(
    r"《(?:中华人民共和国)?(?P<n>[^《》]{2,24})》(?:（[^（）]{2,20}）)?(?P<w>第(?P<k>[一二三四五六七八九十百千零]+|\d+)条)"
)


@lru_cache(maxsize=8)
def _articles(files: tuple[str, ...]) -> dict[str, tuple[int, dt.date]]:
    found: dict[str, tuple[int, dt.date]] = {}
    for file in files:
        for entry in table_of(Path(file)).get("articles", ()):
            try:
                found |= {name: (int(entry["count"]), entry["since"]) for name in entry["names"]}
            except (KeyError, TypeError, ValueError) as error:
                mend = '写成 [[articles]] names = ["某法"] count = 80 since = 2024-01-01'
                raise CodedError(Problem("C011", "条文数的写法不对", file, mend=mend)) from error
    return found


def _missing(manuscript: Manuscript, settings: Settings) -> Iterator[Placed]:
    table = _articles(tuple(map(str, (_TABLE, *own_tables(settings["folder"], settings["tables"])))))
    for at, text in enumerate(manuscript.paragraphs):
        if "条" not in text:
            continue
        for match in _CITED.finditer(text):
            count, since = table.get(match["n"], (0, None))
            if not count or (manuscript.date and since and manuscript.date < since):
                continue
            number = int(match["k"]) if match["k"].isdigit() else int(from_chinese(match["k"]))
            if number > count:
                why = f"《{match['n']}》一共{count}条，没有{match['w']}"
                yield Placed(at, Hit(*match.span("w"), why=why))


RULE = Rule(
    code="L003",
    name="没有这一条",
    severity=Severity.ERROR,
    source="公布的法律文本（tables/laws.toml）",
    why="没有这一条",
    about="引用的条数比这部法律的条文还多。只看表里有的法律。settings：tables 自己的表。",
    examples=(
        Example("《中华人民共和国安全生产法》第一百三十条规定，要担责任。"),
        Example("《民法典》第一千三百条"),
    ),
    fine=("《中华人民共和国安全生产法》第一百零七条", "《本市条例》第三百条"),
    whole=_missing,
    settings={"tables": []},
)
