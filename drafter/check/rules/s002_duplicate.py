"""一、二、二: a number comes twice."""

from collections.abc import Iterator

from drafter.check.anomalies import anomalies
from drafter.check.finding import Severity
from drafter.check.manuscript import Manuscript
from drafter.check.rule import Example, Placed, Rule, Settings


def _twice(manuscript: Manuscript, settings: Settings) -> Iterator[Placed]:
    return anomalies(manuscript, "numbering-duplicate")


RULE = Rule(
    code="S002",
    name="序号重了",
    severity=Severity.ERROR,
    source="GB/T 9704—2012 7.3.3",
    why="序号重复",
    about="同一级的序号不重复。多半是加了一条没有改后面的。",
    examples=(
        Example(
            "在全市安全生产工作会议上的讲话\\n同志们：\\n今天开会。\n一、提高认识\n要想得深。\n二、压实责任\n要压得实。\n二、抓好落实\n要落得下。"
        ),
    ),
    fine=(
        "在全市安全生产工作会议上的讲话\\n同志们：\\n今天开会。\n一、提高认识\n要想得深。\n二、压实责任\n要压得实。",
    ),
    whole=_twice,
)
