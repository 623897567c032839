"""1、 → 1. and 一. → 一、."""

from drafter.check.finding import Severity
from drafter.check.matching import finder
from drafter.check.rule import Example, Rule

RULE = Rule(
    code="P006",
    name="序号用错了点号",
    severity=Severity.WARNING,
    source="GB/T 9704—2012 7.3.3；GB/T 15834—2011 附录 A",
    why="序号应当写作“{right}”",
    about="汉字数字后面用顿号（一、），阿拉伯数字后面用下脚点（1.）。只看段首；“2.5万吨”不算。",
    examples=(
        Example("1、加强排查", "1.加强排查"),
        Example("一.提高认识", "一、提高认识"),
        Example("二，落实责任", "二、落实责任"),
    ),
    fine=("1.加强排查", "一、提高认识", "1、2号楼", "一，是要快"),
    words=finder(
        r"^\s*(?P<w>\d{1,2}、(?!\d)|[一二三四五六七八九十]{1,3}[.．](?=[一-鿿])"
        r"|[二三四五六七八九十]{1,2}，(?=[一-鿿]{2,}))",
        lambda match: match["w"][:-1] + "." if match["w"][0].isdigit() else match["w"][:-1] + "、",
    ),
    certain=True,
)
