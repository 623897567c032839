"""下降-12.5%: a fall that is negative."""

from drafter.check.finding import Severity
from drafter.check.matching import finder
from drafter.check.rule import Example, Rule

RULE = Rule(
    code="F005",
    name="下降又写负数",
    severity=Severity.ERROR,
    source="统计用语惯例",
    why="“下降”已经是减，后面不能再写负数",
    about="“下降-5%”是升还是降，听的人弄不清。写“下降5%”。",
    examples=(Example("事故起数下降-12.5%", "事故起数下降12.5%"),),
    fine=("事故起数下降12.5%", "下降12.5—15%", "气温降到-5度"),
    words=finder(r"(下降|减少|降低|回落)(了?)[-－−负](?=\d)", "\\1\\2", needs="-－−负"),
)
