"""Year-on-year changes (同比) as people write them: -12.5%, 下降12.5%, ↓3起, 持平, 增长1.8个百分点."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from drafter.brief.quantities import parse_quantity
from drafter.brief.units import is_ratio

__all__ = ["POINTS", "Change", "change_between", "parse_change"]

POINTS = "个百分点"
_PER_MILLE_POINTS = "个千分点"

_LEAD = re.compile(r"(?:同比|与?(?:比|较)?(?:上年|去年)(?:同期)?(?:相比)?|增速|增幅)?[：:]?")
_UP = (
    "增长",
    "上升",
    "提高",
    "增加",
    "上涨",
    "扩大",
    "提升",
    "回升",
    "上浮",
    "攀升",
    "增",
    "升",
    "多",
    "高",
    "涨",
    "↑",
    "▲",
    "⬆",
    "+",
    "＋",
)
_DOWN = (
    "负增长",
    "降幅",
    "下降",
    "减少",
    "降低",
    "回落",
    "下滑",
    "缩小",
    "缩减",
    "压减",
    "下浮",
    "降",
    "减",
    "少",
    "低",
    "↓",
    "▼",
    "⬇",
    "-",
    "－",
    "−",
)
_ARROWS = ("↑", "↓", "▲", "▼", "⬆", "⬇")
_FLAT = ("持平", "基本持平", "无变化", "没有变化", "不变", "无增减", "保持不变")
_POINT_UNITS = {"个百分点", "百分点", "pct", "pp", "个点", "点"}


@dataclass(frozen=True, slots=True)
class Change:
    """A change against the same period of the year before.

    Arguments:
        value: signed.
        unit: %, 个百分点 for a ratio, 倍, or the figure's own unit (减少3起).
    """

    value: Decimal
    unit: str = "%"


def parse_change(text: str, unit: str = "") -> Change:
    """Read a change; a bare number means percent, and points where the figure is a ratio.

    Of a ratio "提高1.8%" is read as 1.8 points, which is what its writers mean.

    Arguments:
        text: as written.
        unit: the figure's own unit.

    Raises:
        ValueError: it is no change, or word and sign contradict each other (下降-3%).
    """
    body = text.strip().replace("％", "%")
    body = body[_match_end(body) :].strip()
    natural = _natural_unit(unit)
    if body in _FLAT:
        return Change(Decimal(0), natural)
    if body.endswith(_ARROWS):
        body = body[-1] + body[:-1]
    sign = 1
    for words, direction in ((_DOWN, -1), (_UP, 1)):
        word = next((word for word in words if body.startswith(word)), None)
        if word is not None:
            sign, body = direction, body[len(word) :].strip().removeprefix("了")
            break
    if body.startswith(("-", "+", "－", "＋", "−")):
        raise ValueError(f"direction said twice: {text}")
    quantity = parse_quantity(body)
    return Change(sign * quantity.value, _change_unit(quantity.unit, unit, natural, sign))


def change_between(previous: Decimal, now: Decimal, unit: str) -> Change | None:
    """The change from last year's figure to this year's: percent to one decimal, exact points for a ratio.

    None where percent has no meaning: last year's figure is nought or below it.
    """
    if is_ratio(unit):
        return Change(now - previous, _natural_unit(unit))
    if previous <= 0:
        return None
    percent = (now - previous) / previous * 100
    return Change(percent.quantize(Decimal("0.1"), ROUND_HALF_UP) + 0, "%")


def _match_end(body: str) -> int:
    match = _LEAD.match(body)
    return match.end() if match else 0


def _natural_unit(unit: str) -> str:
    if unit == "‰":
        return _PER_MILLE_POINTS
    return POINTS if is_ratio(unit) else "%"


def _change_unit(written: str, unit: str, natural: str, sign: int) -> str:
    if written in ("", "%") or (written == unit and is_ratio(unit)):
        return natural
    if written in _POINT_UNITS and natural != _PER_MILLE_POINTS:
        return POINTS
    if written in (_PER_MILLE_POINTS, "千分点"):
        return _PER_MILLE_POINTS
    if written == "倍" and sign > 0:
        return "倍"
    if written == unit or (written and unit.endswith(written)):
        return written
    raise ValueError(f"unit of a change that is none: {written}")
