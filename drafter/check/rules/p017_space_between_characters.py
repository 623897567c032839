"""Spaces between Chinese characters."""

from drafter.check.finding import Severity
from drafter.check.matching import finder
from drafter.check.rule import Example, Rule

RULE = Rule(
    code="P017",
    name="汉字中间有空格",
    severity=Severity.INFO,
    source="排版惯例",
    why="汉字中间有空格",
    about="句子里汉字之间不空格。两个字的姓名为了对齐中间空一格、职务和姓名之间空一格，不算。",
    examples=(Example("要进一步加强 安全生产工作，压实责任。", "要进一步加强安全生产工作，压实责任。"),),
    fine=("市长 周明远", "李 明", "王 伟　张 强", "加强 GDP 核算"),
    words=finder(r"(?<=[一-鿿，；、]{4})[ \u3000]+(?=[一-鿿]{4}[^\n]*[，。；])", "", needs=" \u3000"),
    certain=True,
)
