"""，， and 。，: two marks that cannot stand side by side."""

from drafter.check.finding import Severity
from drafter.check.matching import finder
from drafter.check.rule import Example, Rule


def _one(marks: str) -> str | None:
    """The mark that is left of several alike; of different ones only the writer can tell."""
    return marks[0] if len(set(marks)) == 1 else None


RULE = Rule(
    code="P013",
    name="标点叠用",
    severity=Severity.ERROR,
    source="GB/T 15834—2011 5.1",
    why="“{text}”两个点号不能连用",
    about="逗号、顿号、句号、分号、冒号不能两个连着用。一样的留一个；不一样的只指出来。",
    examples=(Example("加强领导，，压实责任。。", "加强领导，压实责任。"), Example("加强领导，。")),
    fine=("真的吗？！", "他说：“好。”", "等等……。"),
    words=finder(
        "[，、；：。,]{2,}(?!。)",
        lambda match: _one(match[0]),
        unless=lambda match: set(match[0]) == {"。"} and len(match[0]) > 2,
    ),
    certain=True,
)
