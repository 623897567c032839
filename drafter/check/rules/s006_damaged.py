"""Characters that came to harm on the way."""

from drafter.check.finding import Severity
from drafter.check.matching import finder
from drafter.check.rule import Example, Rule

RULE = Rule(
    code="S006",
    name="字符损坏",
    severity=Severity.ERROR,
    source="公文校核",
    why="“{text}”是损坏的字符",
    about="编码转换时丢了的字：U+FFFD、“锟斤拷”、数字之间的问号、看不见的控制字符和双向控制符。",
    examples=(
        Example("汲取6?3事故教训"),
        Example("锟斤拷工作"),
        Example("落实\ufffd责任"),
        Example("落实\u202e责任"),
    ),
    fine=("汲取6·3事故教训", "为什么？"),
    words=finder(
        "\ufffd+|(?:锟斤拷)+|烫烫烫+|屯屯屯+|(?<=[0-9一二三四五六七八九十])\\?(?=[0-9一二三四五六七八九十])"
        "|[\x00-\x08\x0b\x0c\x0e-\x1f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+"
    ),
)
