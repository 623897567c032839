"""共30人，其中党员35人: a part larger than its whole."""

import re
from collections.abc import Iterator

from drafter.check.amounts import AMOUNT, UNIT, amount
from drafter.check.finding import Severity
from drafter.check.rule import Example, Hit, Rule

_WHOLE = re.compile(
    rf"(?:共有?|总计|合计|一共)[一-鿿]{{0,8}}?(?P<a>{AMOUNT})(?P<ua>{UNIT})[一-鿿]{{0,8}}[，,（(]其中"
)
_PART = re.compile(rf"(?P<b>{AMOUNT})(?P<ub>{UNIT})")


def _too_large(text: str) -> Iterator[Hit]:
    if "其中" not in text:
        return
    for match in _WHOLE.finditer(text):
        whole = amount(match["a"], match["ua"])
        stop = re.search("[。；！]", text[match.end() :])
        end = match.end() + stop.start() if stop else len(text)
        for part in _PART.finditer(text, match.end(), end):
            if part["ub"] == match["ua"] and part["ub"] not in ("%", "％", "个百分点", "元"):
                if amount(part["b"], part["ub"]).value > whole.value:
                    why = f"总数是{match['a']}{match['ua']}，其中的却有{part['b']}{part['ub']}"
                    yield Hit(part.start(), part.end(), why=why)
                break


RULE = Rule(
    code="F003",
    name="部分比总数大",
    severity=Severity.ERROR,
    source="按稿中两个数计算",
    why="部分比总数大",
    about="“共…，其中…”里，其中的第一个数和总数单位一样的，不能比总数大。",
    examples=(Example("共有学员30人，其中党员35人"),),
    fine=("共有学员30人，其中党员25人", "共投入30万元，其中人工费5万元", "共30人，其中培训40次"),
    words=_too_large,
)
