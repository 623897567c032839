"""共80人，其中党员20人，占30%: a share that is not its part of the whole."""

import re
from collections.abc import Iterator

from drafter.check.amounts import AMOUNT, UNIT, amount, off_by, share_of
from drafter.check.finding import Severity
from drafter.check.rule import Example, Hit, Rule

_SHARE = re.compile(
    rf"(?P<a>{AMOUNT})(?P<ua>{UNIT})[一-鿿]{{0,6}}[，,（(]其中[一-鿿“”]{{0,12}}?(?P<b>{AMOUNT})(?P<ub>{UNIT})[，,（(、]占(?:比|总数的?|全部的?|到)?(?P<w>(?P<c>{AMOUNT})[%％])"
)


def _wrong(text: str) -> Iterator[Hit]:
    if "占" not in text or "其中" not in text:
        return
    for match in _SHARE.finditer(text):
        if match["ua"] != match["ub"]:
            continue
        part, whole = amount(match["b"], match["ub"]), amount(match["a"], match["ua"])
        span = share_of(part, whole)
        rate = amount(match["c"])
        if span and off_by(rate, *span):
            computed = (part.value / whole.value * 100).quantize(rate.last_place)
            why = f"{match['b']}占{match['a']}的{computed}%，写的是{match['c']}%"
            yield Hit(*match.span("w"), f"{computed}%", why)


RULE = Rule(
    code="F004",
    name="占比算得不对",
    severity=Severity.WARNING,
    source="按稿中两个数计算",
    why="占比和两个数对不上",
    about="“80人，其中20人，占…”算一算。占的也可能是另一个总数，所以只提醒。",
    examples=(Example("共有学员80人，其中党员20人，占30%"),),
    fine=("共有学员80人，其中党员20人，占25%", "共有学员96人，其中有乡镇经历的41人，占42.7%"),
    words=_wrong,
)
