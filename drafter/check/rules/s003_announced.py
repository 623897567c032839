"""我讲三点意见, and there are two."""

import re
from collections.abc import Iterator
from dataclasses import replace

from drafter.check.anomalies import anomalies
from drafter.check.finding import Severity
from drafter.check.manuscript import Manuscript
from drafter.check.rule import Example, Placed, Rule, Settings

#: 我讲三点意见 announces parts; 办好以下五个方面的实事 may count anything.
_SPEAKS = re.compile(
    "(?:讲|谈|强调|汇报|报告|交流|提)[^，。；]{0,8}?(?P<n>[一二两三四五六七八九十]|[0-9]+)"
    "(?:点|个方面|个问题|条|项要求|句话|层意思|件事|个意见|个部分)"
)
_TOLD = re.compile(r"讲(\d+)个")
_COUNT = {"两": 2, **{numeral: number for number, numeral in enumerate("一二三四五六七八九十", 1)}}


def _announced(manuscript: Manuscript, settings: Settings) -> Iterator[Placed]:
    for placed in anomalies(manuscript, "announced-mismatch"):
        told = _TOLD.search(placed.hit.why)
        at = _where(manuscript, int(told[1]) if told else 0)
        severity = Severity.WARNING if at is None else None
        where = placed.paragraph if at is None else at
        hit = replace(placed.hit, start=0, end=len(manuscript.paragraphs[where]), severity=severity)
        yield Placed(where, hit)


def _where(manuscript: Manuscript, number: int) -> int | None:
    """The paragraph that announces so many parts in so many words."""
    for at, text in enumerate(manuscript.paragraphs):
        for match in _SPEAKS.finditer(text):
            said = _COUNT.get(match["n"]) or (int(match["n"]) if match["n"].isdigit() else 0)
            if said == number:
                return at
    return None


RULE = Rule(
    code="S003",
    name="说讲几点和实际不符",
    severity=Severity.ERROR,
    source="讲话稿写作惯例",
    why="开头说讲几点，和后面的部分数对不上",
    about="开头说“讲三点意见”，后面就要有三个部分。",
    examples=(
        Example(
            "在全市安全生产工作会议上的讲话\\n同志们：\\n下面，我讲三点意见。\n一、提高认识\n要想得深。\n二、压实责任\n要压得实。"
        ),
    ),
    fine=(
        "在全市安全生产工作会议上的讲话\\n同志们：\\n下面，我讲两点意见。\n一、提高认识\n要想得深。\n二、压实责任\n要压得实。",
    ),
    whole=_announced,
)
