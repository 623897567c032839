"""百分之5 → 5%."""

from drafter.check.finding import Severity
from drafter.check.matching import finder
from drafter.check.rule import Example, Rule

RULE = Rule(
    code="N013",
    name="百分数写法混用",
    severity=Severity.ERROR,
    source="GB/T 15835—2011 4.3",
    why="应当写作“{right}”",
    about="“百分之”后面用汉字，用阿拉伯数字就写“%”。",
    examples=(Example("增长百分之5", "增长5%"), Example("占百分之12.5", "占12.5%")),
    fine=("增长百分之五", "增长5%"),
    words=finder(r"百分之(\d+(?:\.\d+)?)", "\\1%", needs="之"),
    certain=True,
)
