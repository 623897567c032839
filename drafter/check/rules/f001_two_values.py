"""One figure told twice with two values."""

import re
from collections.abc import Iterator

from drafter.check.amounts import AMOUNT, UNIT
from drafter.check.finding import Severity
from drafter.check.manuscript import Manuscript
from drafter.check.rule import Example, Hit, Placed, Rule, Settings

#: What names of measures end in; only of these is the same name the same figure.
_NAMED = re.compile(
    rf"(?P<name>[一-鿿]{{1,12}}(?:起数|人数|户数|家数|总数|总量|总额|总值|总产值|增加值|收入|支出|投资|面积|产量|里程|人口|覆盖率|合格率|满意度|优良率|达标率|办结率|就业率|化率|比重|占比))"
    rf"(?:已经?)?(?:达到?了?|为|是|有|共|约|超过|突破|升至|降至|增至|完成|实现)?(?P<n>{AMOUNT})(?P<u>{UNIT})"
)
_TIME = re.compile(
    r"(?:截至)?(?:20\d\d年(?:\d{1,2}[—～-]?\d{0,2}月)?|去年|今年|上年|前年|明年|近[一-鿿\d]{1,3}年|“?[一-鿿]{1,3}五”?|上半年|下半年|[一二三四]季度|\d{1,2}月|年初|年底|同期|目前|力争|目标|预计|计划)"
)
_WHOSE = re.compile("^(?:我们|全|我|本|其中|共|累计|新增|的|了|和|与|截至|目前|当前)+")
_BREAK = re.compile("[。！？；]")


def _twice(manuscript: Manuscript, settings: Settings) -> Iterator[Placed]:
    first: dict[tuple[str, str, tuple[str, ...]], tuple[str, int]] = {}
    for at, text in enumerate(manuscript.paragraphs):
        for match in _NAMED.finditer(text):
            start = max((found.end() for found in _BREAK.finditer(text, 0, match.start())), default=0)
            stop = _BREAK.search(text, match.end())
            times = tuple(_TIME.findall(text[start : match.start()]))
            if not times and _TIME.search(text[match.end() : stop.start() if stop else len(text)]):
                continue
            name = _WHOSE.sub("", match["name"])
            if len(name) < settings["shortest"] or not times:
                continue
            key, value = (name, match["u"], times), match["n"].replace(",", "")
            if key not in first:
                first[key] = value, at
            elif first[key][0] != value:
                told, where = first[key]
                why = f"“{name}”第{where + 1}段说是{told}{match['u']}，这里是{value}{match['u']}"
                yield Placed(at, Hit(match.start("n"), match.end("u"), why=why))


RULE = Rule(
    code="F001",
    name="同一个数前后不一",
    severity=Severity.WARNING,
    source="公文校核",
    why="同一个数前后不一",
    about="同一个指标、同一个时段、同一个单位，前后两个值。没有写时段的不比。settings：shortest 指标名至少几个字。",
    examples=(Example("2025年，全市财政收入45.2亿元。\n2025年，全市财政收入达到45.8亿元，压力不小。"),),
    fine=(
        "2025年，全市财政收入45.2亿元。\n2024年，全市财政收入43.8亿元。",
        "2025年财政收入45.2亿元，力争2026年财政收入达到50亿元。",
    ),
    whole=_twice,
    settings={"shortest": 4},
)
