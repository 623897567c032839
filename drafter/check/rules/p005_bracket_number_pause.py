"""（一）、 → （一）."""

from drafter.check.finding import Severity
from drafter.check.matching import finder
from drafter.check.rule import Example, Rule

RULE = Rule(
    code="P005",
    name="带括号的序号后面不加标点",
    severity=Severity.ERROR,
    source="GB/T 15834—2011 附录 A；GB/T 9704—2012 7.3.3",
    why="带括号的序号后面不加标点",
    about="序号有了括号，后面就不再用顿号、逗号、句点。只看段首。",
    examples=(
        Example("（一）、提高认识", "（一）提高认识"),
        Example("（3）．查隐患", "（3）查隐患"),
    ),
    fine=("（一）提高认识", "见附件（一）、（二）"),
    words=finder(r"^\s*[（(](?:[一二三四五六七八九十]+|\d{1,2})[）)](?P<w>[、，．.,])", "", needs="）)"),
    certain=True,
)
