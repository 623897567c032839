"""约5000万元左右: say it once."""

from drafter.check.finding import Severity
from drafter.check.matching import finder
from drafter.check.rule import Example, Rule

_NUMBER = r"(?:\d[\d.,]*|[一二三四五六七八九十百千几两]+)[%％万亿]?[一-鿿]{0,4}?"

RULE = Rule(
    code="N010",
    name="“约”和“左右”重复",
    severity=Severity.ERROR,
    source="语义重复；GB/T 15835—2011 5.2 概数的表示",
    why="“{text}”把“大概”说了两遍，留一个就够",
    about="“约”“近”“大约”“大概”和“左右”“上下”，“至少”“超过”和“以上”，“最多”和“以下”“以内”，留一个。",
    examples=(
        Example("投资约5000万元左右", "投资约5000万元"),
        Example("至少30人以上", "至少30人"),
        Example("最多不超过20人以内", "最多不超过20人"),
    ),
    fine=("投资约5000万元", "5000万元左右", "超过30人的以上单位", "约请30人左右"),
    words=finder(
        rf"(?:(?:大约|大概|约(?!请|定|束|谈|见)|将近|接近)(?:要|有|需)?(?P<a>{_NUMBER})(?:左右|上下)|(?:至少|不少于|不低于|超过|突破)(?P<b>{_NUMBER})以上(?!的单位|单位|[一-鿿]{{0,2}}企业)|(?:最多|至多|不超过|不多于|不高于)(?P<c>{_NUMBER})(?:以下|以内))",
        lambda match: (
            match[0]
            .removesuffix("左右")
            .removesuffix("上下")
            .removesuffix("以上")
            .removesuffix("以下")
            .removesuffix("以内")
        ),
        needs="左上以",
    ),
    certain=True,
)
