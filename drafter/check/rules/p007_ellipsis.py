"""... → ……."""

from drafter.check.finding import Severity
from drafter.check.matching import finder
from drafter.check.rule import Example, Rule

RULE = Rule(
    code="P007",
    name="省略号是六个点",
    severity=Severity.ERROR,
    source="GB/T 15834—2011 4.11",
    why="省略号应当写作“……”",
    about="省略号是居中的六个点，占两个字。三个句点、三个句号、一个“…”都不是。",
    examples=(
        Example("修路、架桥...都要有人干", "修路、架桥……都要有人干"),
        Example("等等。。。", "等等……"),
        Example("修路、架桥…都要有人干", "修路、架桥……都要有人干"),
    ),
    fine=("修路、架桥……都要有人干", "3.5", "…………"),
    words=finder(r"\.{3,}|。{3,}|．{3,}|·{3,}|(?<!…)…(?!…)", "……", needs="….。．·"),
    certain=True,
)
