"""2021-2025年 → 2021—2025年."""

from drafter.check.finding import Severity
from drafter.check.matching import finder
from drafter.check.rule import Example, Rule

RULE = Rule(
    code="N001",
    name="起止年份之间用一字线",
    severity=Severity.ERROR,
    source="GB/T 15834—2011 4.13.3.2；GB/T 15835—2011 5.1.5",
    why="起止的时间之间用一字线“—”",
    about="起止年份、月份、日期之间用占一个字的一字线，不用半字线、短横线。",
    examples=(
        Example("2021-2025年", "2021—2025年"),
        Example("1-9月", "1—9月"),
        Example("2021–2025年", "2021—2025年"),
    ),
    fine=("2021—2025年", "编号2021-25", "2025-03-18", "1～9月"),
    words=finder(
        r"(?<![\d\-])((?:19|20)\d\d年?|\d{1,2}月?)[-‐‑–－]((?:19|20)\d\d(?=年)|\d{1,2}(?=月(?!\d{1,2}[-‐‑–－]))|\d{1,2}(?=日))",
        "\\1—\\2",
        needs="-‐‑–－",
    ),
    certain=True,
)
