"""38起，上年40起，同比下降12.5%: a change that contradicts its two values."""

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.check.amounts import AMOUNT, UNIT, amount, off_by
from drafter.check.finding import Severity
from drafter.check.rule import Example, Hit, Rule

_UP, _DOWN = "增长|增加|上升|提高|提升|扩大|增至|升至", "下降|减少|降低|回落|缩短|缩小|压减|压缩|降至"
_MOVED = f"(?P<d>{_UP}|{_DOWN})"
_N, _M = rf"(?P<a>{AMOUNT})(?P<ua>{UNIT})?", rf"(?P<b>{AMOUNT})(?P<ub>{UNIT})"
_RATE = rf"(?P<w>(?P<d2>增长|增加|上升|提高|提升|下降|减少|降低|增幅|降幅|涨幅|回落)了?(?:为|达到?|约|近)?(?P<c>{AMOUNT})(?P<uc>[%％]|个百分点))"
#: 由40起下降到35起，下降12.5%
_FROM_TO = re.compile(
    rf"[由从](?:[一-鿿]{{0,8}}的)?{_N}(?:[一-鿿]{{0,4}}?){_MOVED}?(?:了)?(?:到|至|为){_M}(?:[，（,]?(?:[一-鿿]{{0,4}}?){_RATE})?"
)
#: 35起，去年同期40起，下降12.5%  ·  35起，比去年同期的40起下降12.5%
_AGAINST = re.compile(
    rf"(?P<b>{AMOUNT})(?P<ub>{UNIT})[，,（]?(?:比|较)?(?:上年|去年|上年度|上一年|前一年)(?:同期)?(?:的|为|是|有)?(?P<a>{AMOUNT})(?P<ua>{UNIT})[，,]?(?:同比)?{_RATE}"
)
#: 35起，同比减少5起，下降12.5%
_BY = re.compile(
    rf"(?P<b>{AMOUNT})(?P<ub>{UNIT})[，,（](?:同比|比上年(?:同期)?|比去年(?:同期)?|较上年(?:同期)?|较去年(?:同期)?){_MOVED}了?(?P<a>{AMOUNT})(?P<ua>{UNIT})[，,、](?:同比)?{_RATE}"
)
#: Grown at constant prices, a value's rate is not that of its two amounts.
_PRICED = re.compile("元$")
#: 500管提高至6.2万管: a unit that is not in our list stands behind the first number.
_UNKNOWN = re.compile(rf"(?!{_UP}|{_DOWN}|到|至|为|逐|大幅|持续)[一-鿿]")
#: From the 46th place up to the 31st.
_PLACES = ("位", "名")
_DIGIT = re.compile(r"\d")


def _is_down(word: str) -> bool:
    return word in _DOWN.split("|") or word == "降幅"


def _wrong(text: str) -> Iterator[Hit]:
    if not ("由" in text or "从" in text or "年" in text or "同比" in text) or not _DIGIT.search(text):
        return
    for match in _FROM_TO.finditer(text):
        yield from _turned(match)
        yield from _rated(match, *_before_and_after(match))
    for match in _AGAINST.finditer(text):
        yield from _rated(match, *_before_and_after(match))
    for match in _BY.finditer(text):
        if match["ua"] == match["ub"] and match["ua"] not in ("%", "％"):
            now, by = amount(match["b"], match["ub"]), amount(match["a"], match["ua"])
            down = _is_down(match["d"])
            before = now.value + by.value if down else now.value - by.value
            yield from _judged(match, before, now.value, now.slack + by.slack)


def _before_and_after(match: re.Match[str]) -> tuple[Decimal, Decimal, Decimal] | tuple[()]:
    unit = match["ua"] or match["ub"]
    if (
        unit != match["ub"]
        or unit in _PLACES
        or (not match["ua"] and _UNKNOWN.match(match.string, match.end("a")))
    ):
        return ()
    before, after = amount(match["a"], unit), amount(match["b"], unit)
    return before.value, after.value, before.slack + after.slack


def _turned(match: re.Match[str]) -> Iterator[Hit]:
    values = _before_and_after(match)
    word = match["d"]
    if not values or not word or values[0] == values[1]:
        return
    if (values[1] < values[0]) != _is_down(word):
        said = f"从{match['a']}到{match['b']}是{'降了' if values[1] < values[0] else '升了'}，写的是“{word}”"
        yield Hit(*match.span("d"), why=said)


def _rated(match: re.Match[str], *values: Decimal) -> Iterator[Hit]:
    if match["w"] and values:
        yield from _judged(match, *values)


def _judged(match: re.Match[str], before: Decimal, after: Decimal, slack: Decimal) -> Iterator[Hit]:
    rate = amount(match["c"])
    unit = match["ub"].replace("％", "%")
    down = _is_down(match["d2"])
    start, end = match.span("w")
    if before != after and (after < before) != down:
        yield Hit(
            start, end, why=f"从{before}到{after}是{'降' if after < before else '升'}，写的是“{match['d2']}”"
        )
        return
    if unit == "%":
        points = abs(after - before)
        if match["uc"] != "个百分点":
            if rate.value == points:
                right = match["w"].removesuffix(match["uc"]) + "个百分点"
                yield Hit(start, end, right, why=f"从{before}%到{after}%是{points}个百分点，不是{points}%")
        elif abs(points - rate.value) > rate.slack * 2 + slack:
            yield Hit(
                start,
                end,
                match["w"].replace(match["c"], str(points)),
                why=f"从{before}%到{after}%是{points}个百分点",
            )
        return
    if match["uc"] == "个百分点" or before <= 0:
        return
    low = (abs(after - before) - slack) / (before + slack) * 100
    high = (abs(after - before) + slack) / max(before - slack, Decimal("0.01")) * 100
    if off_by(rate, low, high):
        computed = (abs(after - before) / before * 100).quantize(rate.last_place)
        priced = _PRICED.search(unit)
        why = f"从{before}到{after}，{'降' if down else '升'}了{computed}%，写的是{match['c']}%"
        if priced:
            why += "（按可比价算的可以不同，请核对）"
        right = match["w"].replace(f"{match['c']}{match['uc']}", f"{computed}%")
        yield Hit(start, end, right, why, severity=Severity.WARNING if priced else None)


RULE = Rule(
    code="F002",
    name="升降幅度算得不对",
    severity=Severity.ERROR,
    source="按稿中两个数计算",
    why="升降幅度和两个数对不上",
    about="一句里既有前后两个数又有升降幅度的，算一算；方向反了的、把百分点写成百分数的也算错。以元计的可能按可比价，只提醒。允许四舍五入的误差。",
    examples=(
        Example("事故由40起下降到35起，下降15%"),
        Example("发生事故38起，去年同期40起，同比下降12.5%"),
        Example("发生事故35起，同比减少5起，下降15%"),
        Example("比重由5%提高到6%，提高1%"),
        Example("覆盖率从95%提高到92%"),
    ),
    fine=(
        "事故由40起下降到35起，下降12.5%",
        "发生事故35起，同比减少5起，下降12.5%",
        "比重由5%提高到6%，提高1个百分点",
        "覆盖率从92%提高到95%",
        "发生事故38起，同比下降12.5%",
        "由3家增加到7家，增长1.3倍",
    ),
    words=_wrong,
)
