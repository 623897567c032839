"""Claims that the data prove (双下降, 占…的比重, 连续三年增长, 完成年度目标的…): computed, never assumed.

A claim is a clause said behind the figures that prove it; it names them, so that the trace carries
the facts and a changed figure changes or withdraws the claim.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from drafter.brief.filters import counted
from drafter.brief.model import Fact
from drafter.brief.polarity import Polarity, polarity
from drafter.brief.quantities import plain
from drafter.brief.units import is_ratio

__all__ = ["Claim", "against_target", "counterpart", "prove"]

_YEAR = re.compile(r"^((?:19|20)\d{2})年?$")
#: What a name ends in that says what the figure beside it was to become.
_TARGET = re.compile(r"(?:年度|全年)?(?:计划|目标|任务)(?:数|量|值|额)?$")
#: What a name begins with that makes it the mean of a larger whole: 全省平均城镇化率.
_MEAN = re.compile(r"^(?P<whole>全[国省市县区州]|同类[一-鿿]{2})平均(?:水平)?(?P<name>.+)$")
#: What has been done with a part, by which the rest is known: 开工项目 of 重点项目.
_DONE = (
    "覆盖", "接入", "开工", "竣工", "投产", "达标", "销号", "建成", "验收", "完工", "入库", "投用", "办结",
    "签约", "落地", "上线", "挂牌", "到岗", "联网", "完成整改", "完成改造", "完成", "整改", "配备", "安装",
)  # fmt: skip
#: Percent are said to this many digits behind the point (GB/T 15835 leaves it open; offices use one).
_TENTH = Decimal("0.1")
#: At least so many periods that all moved one way make a run worth telling (连续三年 needs three changes).
_RUN = 2


@dataclass(frozen=True, slots=True)
class Claim:
    """What figures prove together.

    Arguments:
        text: a clause without punctuation.
        facts: names of the facts that prove it.
    """

    text: str
    facts: tuple[str, ...]


def prove(facts: Sequence[Fact]) -> list[Claim]:
    """Every claim that the facts of one sentence prove, the strongest first.

    Arguments:
        facts: of one period and source, in the order they are said.
    """
    claims: list[Claim] = []
    claims += _together(facts)
    for index, fact in enumerate(facts):
        claims += _run(fact)
        claims += _doubled(fact)
        for other in facts[:index]:
            claims += against_target(fact, other) or against_target(other, fact)
            claims += _against_mean(fact, other) or _against_mean(other, fact)
    return claims


def counterpart(fact: Fact, whole: Fact) -> str:
    """What has been done with a part of the whole, so that the rest can be named; "" where none can.

    86家学校食堂 and 智能监控覆盖71家: 覆盖. The names must not be of two different things, so the
    part's name must begin or end with such a word, and both be counted in one unit for one period.

    Arguments:
        fact: the part.
        whole: what was said just before it.
    """
    if fact.value is None or whole.value is None or fact.unit != whole.unit or is_ratio(fact.unit):
        return ""
    if not fact.unit or fact.period != whole.period or not 0 < fact.value < whole.value:
        return ""
    bare = fact.name.removeprefix("已")
    return next((word for word in _DONE if bare.startswith(word) or bare.endswith(word)), "")


def _together(facts: Sequence[Fact]) -> list[Claim]:
    """双下降: all of two or three indicators that should fall fell, or that should rise rose."""
    judged = [(fact, polarity(fact.name)) for fact in facts if fact.change and not is_ratio(fact.unit)]
    for wanted, sign, word in ((Polarity.LESS, -1, "下降"), (Polarity.MORE, 1, "增长")):
        moved = [fact for fact, judge in judged if judge is wanted and fact.change and fact.change * sign > 0]
        whole = len(moved) == len(judged) == len(facts)
        if whole and len(moved) in (2, 3) and all(fact.change_unit == "%" for fact in moved):
            number = "双" if len(moved) == 2 else "三"
            return [Claim(f"实现“{number}{word}”", tuple(fact.name for fact in moved))]
    return []


def _run(fact: Fact) -> list[Claim]:
    """连续三年增长: the history and the last year-on-year change all point one way."""
    if fact.value is None or not (match := _YEAR.match(fact.period)):
        return []
    year, figure, moves = int(match[1]), fact.value, 0
    direction = 0
    for period, earlier in reversed(fact.history):
        before = _YEAR.match(period)
        if before is None or int(before[1]) != year - 1 or earlier == figure:
            break
        step = 1 if figure > earlier else -1
        if direction not in (0, step):
            break
        direction, year, figure, moves = step, year - 1, earlier, moves + 1
    if moves < _RUN:
        return []
    word = "增长" if direction > 0 and polarity(fact.name) is not Polarity.LESS else "上升"
    return [Claim(f"连续{counted(moves, '年')}{word if direction > 0 else '下降'}", (fact.name,))]


def _doubled(fact: Fact) -> list[Claim]:
    """翻了一番: exactly twice last year's figure and not much more."""
    if fact.value is None or not fact.previous or is_ratio(fact.unit) or polarity(fact.name) is Polarity.LESS:
        return []
    times = fact.value / fact.previous
    return [Claim("比上年翻了一番", (fact.name,))] if 2 <= times < Decimal("2.05") else []


def against_target(fact: Fact, target: Fact) -> list[Claim]:
    """完成年度目标的81.3%, 超额完成: the other figure is what this one was to become.

    Arguments:
        fact: what was reached (高标准农田, 已建成高标准农田).
        target: what may be its target (高标准农田年度任务).
    """
    stem = _TARGET.sub("", target.name)
    if stem == target.name or stem.rstrip("的") not in _names(fact) or not target.value or fact.value is None:
        return []
    if fact.unit != target.unit or polarity(fact.name) is Polarity.LESS or is_ratio(fact.unit):
        return []
    word = "任务" if "任务" in target.name else "计划" if "计划" in target.name else "目标"
    share = fact.value / target.value * 100
    names = (fact.name, target.name)
    if share >= 100:
        return [Claim(f"超额完成{word}" if share > 100 else f"如期完成{word}", names)]
    return [Claim(f"完成{word}的{_percent(share)}", names)]


def _names(fact: Fact) -> set[str]:
    """The fact's name, and what it is the name of without 已建成 before it or 完成 behind."""
    names = {fact.name, fact.name.removeprefix("已")}
    for name in tuple(names):
        names.update(name.removeprefix(word).removeprefix("的") for word in _DONE if name.startswith(word))
        names.update(name.removesuffix(word) for word in _DONE if name.endswith(word))
    return names


def _against_mean(fact: Fact, mean: Fact) -> list[Claim]:
    """高于全省平均水平1.2个百分点."""
    match = _MEAN.match(mean.name)
    if match is None or match["name"] not in (fact.name, _bare(fact.name)):
        return []
    if mean.value is None or fact.value is None or fact.unit != mean.unit:
        return []
    names = (fact.name, mean.name)
    gap = fact.value - mean.value
    if gap == 0:
        return [Claim(f"与{match['whole']}平均水平持平", names)]
    unit = "个百分点" if is_ratio(fact.unit) else fact.unit
    return [Claim(f"{'高于' if gap > 0 else '低于'}{match['whole']}平均水平{plain(abs(gap))}{unit}", names)]


def _bare(name: str) -> str:
    return re.sub("^全[省市县区州校]", "", name)


def _percent(share: Decimal) -> str:
    return f"{plain(share.quantize(_TENTH, ROUND_HALF_UP))}%"
