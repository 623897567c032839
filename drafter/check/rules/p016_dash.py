"""--, － and a single — as a dash."""

from drafter.check.finding import Severity
from drafter.check.matching import finder
from drafter.check.rule import Example, Rule

RULE = Rule(
    code="P016",
    name="破折号占两个字",
    severity=Severity.WARNING,
    source="GB/T 15834—2011 4.10",
    why="破折号应当写作“——”",
    about="破折号是一条占两个字的横线。“北京—上海”“2021—2025年”里的是连接号，不算。",
    examples=(
        Example("坚持人民至上--这是根本。", "坚持人民至上——这是根本。"),
        Example("—坚持人民至上。", "——坚持人民至上。"),
    ),
    fine=("——坚持人民至上。", "2021—2025年", "北京—上海高铁", "（—3—）"[:1]),
    words=finder(
        r"(?<=[一-鿿，。；：”》])(?:--+|－－+|——-+)(?=[一-鿿“])|^(?:--+|－－+|—(?!—))(?=[一-鿿“])",
        "——",
        needs="-－—",
    ),
    certain=True,
)
