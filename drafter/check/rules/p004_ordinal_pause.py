"""第一、 → 第一，."""

from drafter.check.finding import Severity
from drafter.check.matching import finder
from drafter.check.rule import Example, Rule

RULE = Rule(
    code="P004",
    name="“第一”“首先”后面用逗号",
    severity=Severity.ERROR,
    source="GB/T 15834—2011 附录 A",
    why="“第一”“首先”一类后面应当用逗号",
    about="“第一”“第二”“首先”“其次”后面用逗号，不用顿号。只看段首、句首；“第一、二、三产业”不算。",
    examples=(
        Example("第一、提高认识。第二、落实责任。", "第一，提高认识。第二，落实责任。"),
        Example("首先、要提高认识。", "首先，要提高认识。"),
    ),
    fine=("第一、二、三产业", "第一、第二、第三批", "第一、三季度", "第一、六年级", "名列第一、第二"),
    words=finder(
        "(?:^|(?<=[。；：]))(?:第[一二三四五六七八九十]+|首先|其次|再次|最后)(?P<w>、)(?!第?[一二三四五六七八九十])",
        "，",
        needs="、",
    ),
    certain=True,
)
