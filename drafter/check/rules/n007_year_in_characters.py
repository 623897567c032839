"""二零二四年, 2O24年, 二0二四年."""

from drafter.check.finding import Severity
from drafter.check.matching import finder
from drafter.check.rule import Example, Rule

_ZERO = str.maketrans("零Oo0Ｏ○◯", "〇〇〇〇〇〇〇")
_DIGIT = str.maketrans("OoＯ〇○零", "000000")


def _year(words: str) -> str:
    if any(char.isdigit() for char in words if char != "0"):
        return words.translate(_DIGIT)
    return words.translate(_ZERO)


RULE = Rule(
    code="N007",
    name="年份里的“〇”写错",
    severity=Severity.ERROR,
    source="GB/T 15835—2011 5.2.4；GB/T 9704—2012 7.3.5",
    why="年份应当写作“{right}”",
    about="汉字年份里的零是“〇”，不是“零”、字母 O、圆圈“○”；数字年份里的是 0，不是字母 O。",
    examples=(
        Example("二零二四年三月", "二〇二四年三月"),
        Example("2O24年", "2024年"),
        Example("二○二五年", "二〇二五年"),
    ),
    fine=("二〇二四年", "2024年", "零点", "二零二四一号"),
    words=finder(
        r"[一二][零OoＯ0○◯〇九][零OoＯ0○◯〇一二三四五六七八九]{2}(?=年)|[12][0OoＯ〇○零9][0-9OoＯ〇○零]{2}(?=年)",
        lambda match: _year(match[0]),
        needs="年",
        unless=lambda match: match[0].isdecimal() or set(match[0]) <= set("〇一二三四五六七八九"),
    ),
    certain=True,
)
