"""一、二、四: a number is skipped."""

from collections.abc import Iterator
from dataclasses import replace

from drafter.check.anomalies import anomalies
from drafter.check.finding import Severity
from drafter.check.manuscript import Manuscript
from drafter.check.rule import Example, Placed, Rule, Settings

_FIRST = "缺第1项"


def _gaps(manuscript: Manuscript, settings: Settings) -> Iterator[Placed]:
    for placed in anomalies(manuscript, "numbering-gap"):
        # A list that begins with 二、 may be a part of a longer one that was cut out.
        severity = Severity.WARNING if placed.hit.why.endswith(_FIRST) else None
        yield Placed(placed.paragraph, replace(placed.hit, severity=severity))


RULE = Rule(
    code="S001",
    name="序号跳了",
    severity=Severity.ERROR,
    source="GB/T 9704—2012 7.3.3",
    why="序号不连续",
    about="同一级的序号一个接一个。多半是删了一条没有改后面的，或者漏了一条。",
    examples=(
        Example(
            "在全市安全生产工作会议上的讲话\\n同志们：\\n今天开会。\n一、提高认识\n要想得深。\n二、压实责任\n要压得实。\n四、抓好落实\n要落得下。"
        ),
    ),
    fine=(
        "在全市安全生产工作会议上的讲话\\n同志们：\\n今天开会。\n一、提高认识\n要想得深。\n二、压实责任\n要压得实。\n三、抓好落实\n要落得下。",
    ),
    whole=_gaps,
)
