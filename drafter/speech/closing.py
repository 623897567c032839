"""Which of the paragraphs behind the last unit take leave (结尾), and which still belong to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.speech.salutation import opens_with_vocative

__all__ = ["closing_start"]

_LEAVE = re.compile(
    r"让我们|谢谢|再次感谢|衷心祝|预祝|祝愿|祝福|祝(?:大家|各位|同志|老师|同学|全|你们|愿|我)|努力奋斗|不懈奋斗|团结奋斗"
    r"|而奋斗|再见|散会|讲到这里|就讲这|讲这么多|批评指正|请.{0,12}(?:批评|指正)|共同努力|(?:会议|活动|大会)(?:到此|就到)"
    r"|崇高的?敬意|同志们一定|希望(?:大家|同志们|各位)|携起手来|(?:为|在).{4,50}(?:贡献|力量|篇章|新局面|答卷)[！。]$"
    r"|(?:奋力|全力|共同|努力|携手|一起|勇|再)[^。！？]{2,40}(?:篇章|胜利|答卷|局面|佳绩|辉煌|未来|明天|成绩|新功)！$"
    r"|^完了|(?:讲|汇报|发言|讲话|报告)完了|[。！]同志们，[^。]{2,24}！$"
)
_TURN = re.compile(
    r"最后[，,]|总之|总而言之|综上|让我们|谢谢|感谢大家|祝|预祝|希望|衷心|以上[，是就]|我(?:就|先|今天就?)讲|今天(?:我)?就?(?:先)?讲"
    r"|(?:我|我们)?(?:相信|坚信|深信)|今天的会议|会议到此|新时代新|新征程|散会|(?:蓝图|号角|征程|使命|奋斗|春风|时不我待|千里之行|大道至简)"
)
# Paragraphs that begin so hand out work: they go on with the last unit unless they take leave as well.
_DIRECTIVE = re.compile(
    r"(?:同时|此外|另外|还有|会后)?[，,]?(?:要|必须|务必|各级|各部门|各地|各县|各区|各乡|各镇|各街|各单位|各支部|各学校|各企业|各有关|有关部门"
    r"|市直|县直|区直|全市各|全县各|全区各|领导干部|党员干部|主要负责|纪检|督查|对)"
)
_PARTING = re.compile(r"最后[，,]|总之|总而言之|希望|以上")
_ENDS_MEETING = re.compile(r"谢谢|散会|再见|讲到这里|就到这里|就讲这|批评指正|会议到此")
_ENDS_LOUD = re.compile(r"[！!]”?$")

# Characters. A paragraph longer than the first of these argues rather than takes leave, unless it
# says so; one longer than the second does not even when it begins with 各位代表！ (the longest
# farewell of the 600 reports that names no leave has 190 characters, 政府自身建设 has 400 to 900).
_ARGUES = 300
_LONGEST_FAREWELL = 700
_LONGEST_END = 30
_MOST_PARAGRAPHS = 6


def closing_start(paragraphs: Sequence[str], *, unit_is_whole: bool, bare: bool) -> int:
    """Find where the closing begins.

    Arguments:
        paragraphs: what stands behind the line of the last unit.
        unit_is_whole: the unit and those like it are single paragraphs, so whatever follows the
            last one is no part of it.
        bare: the last unit is an own-line heading without text, while its fellows have text: the
            first paragraph is its.

    Returns:
        Index of the first paragraph of the closing; ``len(paragraphs)`` when there is none.
    """
    first = 1 if bare and not _ends_meeting(paragraphs) else 0
    end = len(paragraphs)
    if first >= end:
        return end
    if unit_is_whole:
        return _behind_last_words(paragraphs, first)
    lowest = max(first, end - _MOST_PARAGRAPHS)
    for start in range(lowest, end):
        if _turns(paragraphs, start) and _is_farewell(paragraphs[start:]):
            return start
    return end - 1 if _closes_alone(paragraphs) else end


def _ends_meeting(paragraphs: Sequence[str]) -> bool:
    """Whether the first paragraph can be nothing but the end (谢谢大家！ · 会议到此结束，散会。)."""
    return (
        bool(paragraphs)
        and len(paragraphs[0]) <= _LONGEST_END
        and _ENDS_MEETING.search(paragraphs[0]) is not None
    )


def _behind_last_words(paragraphs: Sequence[str], first: int) -> int:
    """Behind a finished list everything is closing, but for what argues on or hands out more work."""
    start = first
    for index in range(first, len(paragraphs)):
        paragraph = paragraphs[index]
        if _LEAVE.search(paragraph) is not None:
            continue
        argues = len(paragraph) > _ARGUES and index < len(paragraphs) - 1
        if argues or (index == start and _DIRECTIVE.match(paragraph)):
            start = index + 1
    return start


def _closes_alone(paragraphs: Sequence[str]) -> bool:
    """Whether the last paragraph takes leave though nothing at its beginning says so."""
    last = paragraphs[-1]
    if _LEAVE.search(last) is None or _repeats(paragraphs, len(paragraphs) - 1):
        return False
    return _ENDS_LOUD.search(last) is not None or len(last) < _ARGUES


def _repeats(paragraphs: Sequence[str], place: int) -> bool:
    """One of several that begin alike (希望…。 希望…。): a list, not a turn."""
    return place > 0 and paragraphs[place][:2] == paragraphs[place - 1][:2]


def _turns(paragraphs: Sequence[str], place: int) -> bool:
    paragraph = paragraphs[place]
    if opens_with_vocative(paragraph):
        return True
    return _TURN.match(paragraph) is not None and not _repeats(paragraphs, place)


def _is_farewell(paragraphs: Sequence[str]) -> bool:
    """Whether all that is left can be a farewell: short, or saying so, and taking leave somewhere."""
    takes_leave = False
    for paragraph in paragraphs:
        leaves = _LEAVE.search(paragraph) is not None
        if len(paragraph) > (_LONGEST_FAREWELL if leaves else _ARGUES):
            return False
        takes_leave = (
            takes_leave or leaves or opens_with_vocative(paragraph) or bool(_PARTING.match(paragraph))
        )
    return takes_leave
