"""Where a line stands in its speech, as features."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from phrasebank.mining import Role
from phrasebank.moves.situated import Situated

__all__ = ["chain_of", "places_of", "themes_of"]

_SHORT, _MIDDLE, _LONG = 12, 30, 70
"""Characters of a line below which it is short, middling, long."""
_FAR = 4
"""From this sentence of a unit on it does not matter which one it is."""
_LATE = 0.5

# What a heading says its part is about. In the order asked; the first that fits counts.
_THEMES = (
    ("问题", re.compile(r"问题|不足|差距|短板|困难|薄弱|教训|病根|病灶|[错痛败]在|症结|反思|剖析")),
    (
        "成绩",
        re.compile(
            r"回顾|成绩|成效|成就|历程|过去|取得|进展|答卷|收获|肯定|家底|来路|这[几一两]年|干了|变化|总结"
        ),
    ),
    ("形势", re.compile(r"形势|态势|机遇|挑战|面临|研判|心[里中]有数|清醒|看[清准]|大局|大势")),
    (
        "认识",
        re.compile(r"认识|站位|重要|意义|自觉|紧迫感|使命感|责任感|思想|意识|为什么|为何|必要|领会|理解"),
    ),
    ("希望", re.compile(r"希望|期望|寄语|共勉|嘱托|未来|明天|期待|几句话")),
    (
        "责任",
        re.compile(
            r"责任|担当|纪律|作风|问责|监督|考核|保障|组织领导|领导|合力|机制|落实|谁来|有责|肩上|队伍|压实|党的建设"
        ),
    ),
    (
        "措施",
        re.compile(r"任务|目标|重点|部署|安排|抓|推进|突出|聚焦|做[好实细]|打[好赢牢]|怎么[办干做]|干什么"),
    ),
)
_OTHER = "别的"


@lru_cache(maxsize=4096)
def themes_of(heading: str) -> str:
    """What a heading says its part is about (问题 成绩 形势 认识 希望 责任 措施); "" without heading."""
    if not heading:
        return ""
    return next((name for name, pattern in _THEMES if pattern.search(heading)), _OTHER)


def chain_of(speech: Sequence[Situated]) -> tuple[list[int], list[int]]:
    """Part the lines that follow one another from those that stand inside another (limbs).

    Returns:
        numbers of the former, and for each line the number of the line it stands in, or -1.
    """
    chain: list[int] = []
    inside = [-1] * len(speech)
    whole = -1
    for number, line in enumerate(speech):
        if whole >= 0 and _holds(speech[whole], line):
            inside[number] = whole
        else:
            chain.append(number)
            whole = number
    return chain, inside


def _holds(whole: Situated, line: Situated) -> bool:
    return (
        line.ordinal == whole.ordinal
        and not line.lead
        and not whole.lead
        and line.of == whole.of
        and line.path == whole.path
        and len(line.text) < len(whole.text)
        and line.text[:-1] in whole.text
    )


def places_of(speech: Sequence[Situated]) -> list[tuple[str, ...]]:
    """The place of each line as features.

    Arguments:
        speech: the lines of one speech in order, limbs left out.
    """
    headed = any(line.path for line in speech)
    parts = max((line.path[0] for line in speech if line.path), default=0)
    places: list[tuple[str, ...]] = []
    above = ""
    for start, stop in _units(speech):
        first = speech[start]
        depth = len(first.path)
        own = themes_of(first.heading)
        above = own if depth == 1 else above if depth else ""
        themes = above, own
        zone = _zone(first, headed, parts)
        leads = sum(line.lead for line in speech[start:stop])
        middle = _LATE * (stop - start - leads)
        for number in range(start, stop):
            line = speech[number]
            if line.lead:
                kind = f"{'标题' if line.role is Role.HEADING else '段首'}{min(depth, 2)}"
                places.append(_of_lead(kind, zone, themes, _size(line.text), number == stop - 1))
            elif line.role is Role.TITLE:
                places.append(_TITLE)
            else:
                nth = number - start - leads
                left = stop - 1 - number
                half = "后" if nth >= middle else "前"
                at = f"第{min(_FAR, nth)}", f"余{min(_FAR, left)}", half
                places.append(_of_sentence(zone, depth, themes, _size(line.text), at))
    return places


_TITLE = ("题",)


@lru_cache(maxsize=4096)
def _of_lead(kind: str, zone: str, themes: tuple[str, str], size: str, bare: bool) -> tuple[str, ...]:
    above, own = themes
    rest = (zone, own, above, size, "空" if bare else "实")
    return (kind, *(f"{kind}·{name}" for name in rest))


@lru_cache(maxsize=16384)
def _of_sentence(
    zone: str, depth: int, themes: tuple[str, str], size: str, at: tuple[str, str, str]
) -> tuple[str, ...]:
    where = f"{zone}·{depth}"
    near = [f"{where}·{name}" for name in at]
    return (f"句·{depth}", where, *near, *(f"{depth}·{theme}" for theme in themes), size)


def _size(text: str) -> str:
    length = len(text)
    if length < _MIDDLE:
        return "短" if length < _SHORT else "中"
    return "长" if length < _LONG else "大"


def _units(speech: Sequence[Situated]) -> Iterator[tuple[int, int]]:
    """Runs of lines of one unit: its heading or lead and what stands under it."""
    edges = [0]
    edges += [
        number
        for number in range(1, len(speech))
        if speech[number].path != speech[number - 1].path
        or _part(speech[number].role) != _part(speech[number - 1].role)
    ]
    edges.append(len(speech))
    yield from pairwise(edges)


def _part(role: Role) -> Role:
    return Role.BODY if role is Role.HEADING else role


def _zone(line: Situated, headed: bool, parts: int) -> str:
    """Opening, first, middle or last part, closing; of a speech without parts the same with a sign."""
    if not line.path:
        name = {Role.OPENING: "开头", Role.CLOSING: "结尾"}.get(line.role, "主体")
        return name if headed else f"{name}无"
    number = line.path[0]
    if number == 1:
        return "首"
    return "末" if number == parts else "次" if number == 2 and parts > 3 else "间"
