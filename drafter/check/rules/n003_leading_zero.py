"""03月05日 → 3月5日."""

from drafter.check.finding import Severity
from drafter.check.matching import finder
from drafter.check.rule import Example, Rule

RULE = Rule(
    code="N003",
    name="月、日不编虚位",
    severity=Severity.ERROR,
    source="GB/T 9704—2012 7.3.5.4",
    why="月、日前面不写0",
    about="成文日期和正文里的月、日不编虚位：1不写作01。",
    examples=(Example("2024年03月05日", "2024年3月5日"), Example("09月底前", "9月底前")),
    fine=("2024年3月5日", "10月", "100月"),
    words=finder(r"(?<!\d)0([1-9])(?=[月日])", "\\1", needs="0"),
    certain=True,
)
