"""A text that was cut off."""

from collections.abc import Iterator

from drafter.check.anomalies import anomalies
from drafter.check.finding import Severity
from drafter.check.manuscript import Manuscript
from drafter.check.rule import Example, Placed, Rule, Settings


def _cut(manuscript: Manuscript, settings: Settings) -> Iterator[Placed]:
    return anomalies(manuscript, "truncated")


RULE = Rule(
    code="S005",
    name="文稿没有写完",
    severity=Severity.WARNING,
    source="公文校核",
    why="文稿没有写完就断了",
    about="最后一段以省略号收尾，或者写着“未完”“全文共多少字”，多半是从网上粘贴时没有粘全。",
    examples=(Example("在全市会议上的讲话\n同志们：\n今天开会，部署安全生产工作，要求大家抓好落实……"),),
    fine=("在全市会议上的讲话\n同志们：\n今天开会，部署安全生产工作，要求大家抓好落实。",),
    whole=_cut,
)
