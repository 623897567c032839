"""5～10% → 5%～10%; 3～5万元 → 3万元～5万元."""

from drafter.check.finding import Severity
from drafter.check.matching import finder
from drafter.check.rule import Example, Rule

RULE = Rule(
    code="N004",
    name="范围的前一个数漏了单位",
    severity=Severity.ERROR,
    source="GB/T 15835—2011 5.1.5",
    why="前一个数也要带上“{right}”里的单位，否则会被当成另一个数",
    about="百分数和带“万”“亿”的数表示范围，前一个数的百分号、“万”“亿”不能省。",
    examples=(
        Example("增长5～10%", "增长5%～10%"),
        Example("投入3～5万元", "投入3万元～5万元"),
        Example("增长5-10%", "增长5%～10%"),
    ),
    fine=("增长5%～10%", "3万元～5万元", "3～5人", "2～3个百分点", "15～20公里"),
    words=finder(
        r"(?<![\d.%％万亿年月日第\-—～~])(\d+(?:\.\d+)?)[～~—–\-](\d+(?:\.\d+)?)([%％‰]|[万亿](?:元|人|吨|亩|户|平方米|立方米|千瓦时?|公里|美元)?)(?![年月])",
        lambda match: f"{match[1]}{match[3]}～{match[2]}{match[3]}",
        needs="%％‰万亿",
    ),
    certain=True,
)
