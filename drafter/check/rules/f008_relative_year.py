"""今年（2025年） in a speech of 2026."""

import re
from collections.abc import Iterator

from drafter.check.finding import Severity
from drafter.check.manuscript import Manuscript
from drafter.check.rule import Example, Hit, Placed, Rule, Settings

_AHEAD = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1, "后年": 2}
_SAID = re.compile(r"(?P<r>今年|本年|去年|上年|前年|明年|后年)(?:[（(]|是|即|，即)(?P<y>20\d\d)年")


def _wrong(manuscript: Manuscript, settings: Settings) -> Iterator[Placed]:
    if manuscript.date is None:
        return
    for at, text in enumerate(manuscript.paragraphs):
        if "年" not in text:
            continue
        for match in _SAID.finditer(text):
            year = manuscript.date.year + _AHEAD[match["r"]]
            if int(match["y"]) != year:
                why = f"讲话的日期是{manuscript.date.year}年，“{match['r']}”是{year}年"
                yield Placed(at, Hit(*match.span("y"), str(year), why))


RULE = Rule(
    code="F008",
    name="“今年”“去年”和讲话日期对不上",
    severity=Severity.ERROR,
    source="按讲话日期计算",
    why="和讲话日期对不上",
    about="写明了“今年（某年）”的，按讲话的日期算一算。日期从稿子的日期行、提纲或 --date 来。",
    examples=(
        Example("今年（2025年）要办十件实事。", date="2026-03-18"),
        Example("去年是2023年。", date="2025-01-05"),
    ),
    fine=("今年（2026年）要办十件实事。", "去年，2023年的数"),
    whole=_wrong,
)
