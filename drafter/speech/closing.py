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
)
_TURN = re.compile(
    r"最后[，,]|总之|总而言之|综上|让我们|谢谢|感谢大家|祝|预祝|希望|衷心|以上[，是就]|我(?:就|先|今天就?)讲|今天(?:我)?就?(?:先)?讲"
    r"|(?:我|我们)?(?:相信|坚信|深信)|今天的会议|会议到此|新时代新|新征程|散会|话讲得|(?:蓝图|号角|征程|使命|奋斗|春风|时不我待|千里之行|大道至简)"
)
_ENDS_LOUD = re.compile(r"[！!]”?$")

# Characters. A paragraph longer than the first of these argues rather than takes leave, unless it
# says so; one longer than the second does not even when it begins with 各位代表！ (the longest
# farewell of the 600 reports that names no leave has 190 characters, 政府自身建设 has 400 to 900).
_ARGUES = 300
_LONGEST_FAREWELL = 700
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
    first = 1 if bare else 0
    end = len(paragraphs)
    if first >= end:
        return end
    if unit_is_whole:
        return _after_arguing(paragraphs, first)
    lowest = max(first, end - _MOST_PARAGRAPHS)
    for start in range(lowest, end):
        if _turns(paragraphs[start]) and _is_farewell(paragraphs[start:]):
            return start
    last = paragraphs[-1]
    takes_leave = _LEAVE.search(last) is not None and (_ENDS_LOUD.search(last) or len(last) < _ARGUES)
    return end - 1 if takes_leave else end


def _after_arguing(paragraphs: Sequence[str], first: int) -> int:
    """Behind a finished list everything is closing, but for long paragraphs that argue on."""
    start = first
    for index in range(first, len(paragraphs) - 1):
        if len(paragraphs[index]) > _ARGUES and _LEAVE.search(paragraphs[index]) is None:
            start = index + 1
    return start


def _turns(paragraph: str) -> bool:
    return _TURN.match(paragraph) is not None or opens_with_vocative(paragraph)


def _is_farewell(paragraphs: Sequence[str]) -> bool:
    """Whether all that is left can be a farewell: short, or saying so, and taking leave at its end."""
    takes_leave = False
    for paragraph in paragraphs:
        leaves = _LEAVE.search(paragraph) is not None
        if len(paragraph) > (_LONGEST_FAREWELL if leaves else _ARGUES):
            return False
        takes_leave = takes_leave or leaves or opens_with_vocative(paragraph)
    return takes_leave
