"""下降一倍, 减少2倍: nothing falls by more than itself."""

from drafter.check.finding import Severity
from drafter.check.matching import finder
from drafter.check.rule import Example, Rule

RULE = Rule(
    code="N011",
    name="下降不用倍数",
    severity=Severity.ERROR,
    source="数学常识；GB/T 15835—2011 使用习惯",
    why="“{text}”说不通：降低用百分数或几分之几，一倍就降到零了",
    about="减少、下降、降低、缩短不能用倍数。要算清是降了一半、三分之二，还是降到几分之几。",
    examples=(Example("事故起数下降一倍"), Example("审批时间缩短了2倍")),
    fine=("事故起数下降一半", "增长一倍", "下降到原来的三分之一", "成本降低，效率提高一倍", "减少一倍镜"[:2]),
    words=finder(
        r"(?:下降|减少|降低|缩短|缩小|压缩|压减|减轻|降)了?(?:近|约|超过)?(?:\d+(?:\.\d+)?|[一二两三四五六七八九十几]+)倍(?!镜)",
        needs="倍",
    ),
)
