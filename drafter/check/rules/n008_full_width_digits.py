"""２０ → 20; ％ → %."""

import re
import unicodedata
from collections.abc import Iterator

from drafter.check.finding import Severity
from drafter.check.rule import Example, Hit, Rule

_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ％]+")


def _wide(text: str) -> Iterator[Hit]:
    for match in _WIDE.finditer(text):
        # A wide ％ alone is printed by many a paper.
        severity = Severity.WARNING if match[0] == "％" else None
        yield Hit(*match.span(), unicodedata.normalize("NFKC", match[0]), severity=severity)


RULE = Rule(
    code="N008",
    name="用了全角数字、字母",
    severity=Severity.ERROR,
    source="GB/T 15835—2011 5.1.1",
    why="“{text}”应当用半角",
    about="阿拉伯数字、拉丁字母、百分号用半角。",
    examples=(Example("关闭２０家", "关闭20家"), Example("增长5％", "增长5%")),
    fine=("关闭20家", "增长5%"),
    words=_wide,
    certain=True,
)
