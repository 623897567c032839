""".5 → 0.5."""

from drafter.check.finding import Severity
from drafter.check.matching import finder
from drafter.check.rule import Example, Rule

RULE = Rule(
    code="N009",
    name="小数点前面漏了0",
    severity=Severity.ERROR,
    source="GB/T 15835—2011 5.1.3",
    why="纯小数的小数点前面要写0",
    about="小数点前面的0不能省：0.5%，不写.5%。",
    examples=(Example("下降.5个百分点", "下降0.5个百分点"),),
    fine=("下降0.5个百分点", "1.5", "第1.5条", "3. 5"),
    words=finder(r"(?<=[一-鿿～—])\.(?=\d+(?:%|个|万|亿|元|倍|度|吨|米|级))", "0.", needs="."),
    certain=True,
)
