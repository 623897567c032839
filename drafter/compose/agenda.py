"""The agenda (议程) as the chair announces it: shortly, since each item is called in full later on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.brief.model import AgendaItem

__all__ = ["announced_items"]

#: 通报上半年全区信访工作情况 is announced as 通报情况, 就积案的化解作表态发言 as 作表态发言.
_SHORTER = (
    re.compile(r"^就.+?(作[^，。]{0,6}(?:发言|讲话|说明|报告|汇报|辅导|点评))$"),
    re.compile(
        r"^(通报|介绍|宣读|传达|学习|报告|汇报|部署|安排|讲解|说明|解读|播放|观看|签订|审议)[^，。]{3,}?"
        r"(情况|做法|经验|体会|决定|名单|精神|方案|意见|任务|事项|工作|政策|条例|警示片|专题片|责任书|倡议书)$"
    ),
)
#: 讲话 alone says nothing: whose it is belongs to it.
_SAYS_ENOUGH = 3


def announced_items(items: Sequence[AgendaItem]) -> list[str]:
    """What the chair says of each item when the agenda is announced.

    Arguments:
        items: the agenda. Where two would be announced alike, all are announced in full.
    """
    short = [_shorter(item) for item in items]
    if len(set(short)) < len(short):
        return [f"{item.who}{item.item}" for item in items]
    return short


def _shorter(item: AgendaItem) -> str:
    for pattern in _SHORTER:
        match = pattern.match(item.item)
        if match:
            return "".join(match.groups())
    return item.item if len(item.item) > _SAYS_ENOUGH else f"{item.who}{item.item}"
