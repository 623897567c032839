"""10几个 → 十几个; 几10 → 几十."""

from drafter.check.finding import Severity
from drafter.check.matching import finder
from drafter.check.rule import Example, Rule

_TENS = "零一二三四五六七八九"


def _said(digits: str) -> str | None:
    tens = int(digits) // 10
    return f"{'' if tens == 1 else _TENS[tens]}十几" if digits.endswith("0") and tens < 10 else None


RULE = Rule(
    code="N006",
    name="含“几”的概数用汉字",
    severity=Severity.ERROR,
    source="GB/T 15835—2011 4.2.2",
    why="含“几”的概数应当用汉字",
    about="“十几”“几十”“二十几”一类的概数用汉字。",
    examples=(Example("走访10几个村", "走访十几个村"), Example("等了20几天", "等了二十几天")),
    fine=("走访十几个村", "第10几何"[:3], "2010几"[:4]),
    words=finder(r"(?<![\d.])([1-9]0)几(?![何内乎])", lambda match: _said(match[1]), needs="几"),
    certain=True,
)
