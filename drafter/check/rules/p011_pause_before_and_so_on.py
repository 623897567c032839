"""教育、医疗、等 → 教育、医疗等."""

from drafter.check.finding import Severity
from drafter.check.matching import finder
from drafter.check.rule import Example, Rule

RULE = Rule(
    code="P011",
    name="“等”前面不用顿号",
    severity=Severity.ERROR,
    source="GB/T 15834—2011 4.5.3.6",
    why="“等”前面不用顿号",
    about="列举后面用“等”，“等”前面不再用顿号。“等级”“等待”“等着”一类的词不算。",
    examples=(
        Example("教育、医疗、等民生事业", "教育、医疗等民生事业"),
        Example("煤、电、等等", "煤、电等等"),
    ),
    fine=("不看天、等老天", "等级、等次", "靠、等、要", "一、等级评定", "靠、等、看"),
    words=finder(
        "(?<=[一-鿿”》）])、(?=等(?!得|[^，。；、]{1,4}、|级|待|量|保|静|压|离|高|腰|着|次|候|额|同|于|到|靠|来|一|上|死|人|不|米|、|老|雨|政|资|项目|我|你|他|工))",
        "",
        needs="、",
    ),
    certain=True,
)
