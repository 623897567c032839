"""Which of the paragraphs behind the last unit take leave (结尾), and which still belong to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto

from drafter.speech.salutation import opens_with_vocative

__all__ = ["closing_start"]

_LEAVE = re.compile(
    r"让我们|谢谢|再次感谢|马上(?:行)?动起来|衷心祝|预祝|祝愿|祝福|祝(?:大家|各位|同志|老师|同学|全|你们|愿|我)|努力奋斗|不懈奋斗|团结奋斗"
    r"|一定(?:能|会|可以)[^，。]{2,30}[。！]$|永远在路上[^。！]{0,30}[。！]$"
    r"|而奋斗|再见|散会[。！]?$|(?:今天|会后|一)?散(?:了|完)?会(?:以后|之后|后)?，?(?:请|大家|各位|就|马上|立即)|以(?:这次|本次|此次|今天的?)[^，。]{0,6}为(?:新的?)?(?:起点|契机|动力)|讲到这里|就讲这|讲这么多|批评指正|请.{0,12}(?:批评|指正)|共同努力|(?:会议|活动|大会)(?:到此|就到|就开到)"
    r"|崇高的?敬意|再次[^。！]{2,40}感谢|同志们一定|拜托大家|携起手来"
    r"|希望(?:大家|同志们|各[位级部单乡镇县区街牵地]|全[市县区省镇乡村校院局厂集公体]|你们|每一?[位个]|会后|干部们?的|机关|[慢快]的|走在前|进度)"
    r"|请(?:大家|同志们|各位|各单位|各部门)[^。！；]{4,50}[。！]$|剩下的就看|看各位怎么干"
    r"|(?:为|在).{4,50}(?:贡献|力量|篇章|新局面|答卷)[！。]$"
    r"|(?:奋力|全力|共同|努力|携手|一起|勇|再)[^。！？]{2,40}(?:篇章|胜利|答卷|局面|佳绩|辉煌|未来|明天|成绩|新功)！$"
    r"|(?:汇报|报告|发言)完毕|^以上(?:就)?是[^。]{0,20}(?:汇报|报告|情况)|(?:恳请|敬请)[^。！]{2,40}(?:支持|指导|指正|关心|帮助|批评|扶我们一把|整改|不足|意见)|请各位领导"
    r"|感谢(?:各位|大家|同志们)[^。]{2,30}[。！]$|盼着|但愿|凡是(?:各位)?领导|希望下次"
    r"|^完了|(?:讲|汇报|发言|讲话|报告)完了|[。！]同志们，[^。]{2,24}！$"
)
_SUMS_UP = re.compile(r"最后(?:[，,]|(?:我?[再想还])?(?:强调|提醒|说|讲|补充))|总之|总而言之|综上")
_OPENS = re.compile(rf"{_SUMS_UP.pattern}|让我们|希望|以上[，是就]")
_TURNS = re.compile(
    r"谢谢|感谢大家|祝|预祝|衷心|我(?:就|先|今天就?)讲|今天(?:我)?就?(?:先)?讲"
    r"|(?:我|我们)?(?:相信|坚信|深信)|今天的会议|会议到此|新时代新|新征程|散会|(?:蓝图|号角|征程|使命|奋斗|春风|时不我待|千里之行|大道至简)"
)
# Of these several may well take leave one after another.
_TOGETHER = re.compile("让我们|祝|预祝|谢谢")
_ENDS_MEETING = re.compile(r"谢谢|散会|再见|讲到这里|就到这里|就讲这|批评指正|会议到此")
_ENDS_LOUD = re.compile(r"[！!]”?$")

# Everybody who listens, or everybody there is: who is called upon by these is not handed a task.
_EVERYBODY = (
    r"(?:全[市县区省镇乡村校院局厂州盟旗公集系体社国]|各级|各地|各县|各区|各乡|各镇|各街|各部门|各单位|各有关|各支部|各学校|各企业"
    r"|广大|我们|咱们|大家|同志们|同学们|你们|每一?[个位名]|上下)"
)
# 号召: all of them, with such deeds or in such a spirit, and then the sentence ends.
_CALL = re.compile(
    r"(?:以|用|拿出)[^。！？；]{2,40}?(?:行动|成效|成果|成绩|业绩|实绩|姿态|作风|干劲|劲头|担当|答卷|斗志|热情|决心|信心|状态|步伐|战果)"
    r"[^。！？；]{0,60}[。！]$"
)
_CALLED = re.compile(rf"(?:^|[。！；])[^。！；，]{{0,6}}{_EVERYBODY}")

# Paragraphs that begin so hand out work: they go on with the last unit unless they take leave as well.
_DIRECTIVE = re.compile(
    r"(?:同时|此外|另外|还有|会后)?[，,]?(?:要|必须|务必|各级|各部门|各地|各县|各区|各乡|各镇|各街|各单位|各支部|各学校|各企业|各有关|有关部门"
    r"|市直|县直|区直|全市各|全县各|全区各|领导干部|党员干部|主要负责|纪检|督查|对)"
)
# 街道要安排好夜餐: somebody in particular is handed work somewhere in the paragraph.
_CHARGE = re.compile(
    rf"(?:^|[。；，！？])(?!{_EVERYBODY}|只要|就是|还|都|也|一定|不|谁|为此)[^，。；：！？“”要]{{2,10}}(?<![就将只需主重想快不是能会])"
    r"要(?![求素点是领闻紧害么])"
)
_FIGURE = re.compile(r"\d")
# 路通百业兴，路好人心顺。 · a turn to the listeners behind a sentence.
_COUPLET = re.compile(r"“?([^，。！？；：]{4,12})[，；]([^，。！？；：]{4,12})[。！]")
_TURNS_WITHIN = re.compile(
    r"[。！](?:同志们|同学们|朋友们|各位[^，。！]{2,8}|(?:老师|同事|乡亲|战友|委员|代表)们)[，！]"
)

# Characters. A paragraph longer than the first of these argues rather than takes leave, unless its
# last words say so; one longer than the second does not even when it begins with 各位代表！ (the longest
# farewell of the 600 reports that names no leave has 190 characters, 政府自身建设 has 400 to 900).
_ARGUES = 300
_LONGEST_FAREWELL = 700
_LAST_WORDS = 200
_LONGEST_END = 30
_MOST_PARAGRAPHS = 6


class _Kind(Enum):
    """What a paragraph behind the last unit does."""

    OPENS = auto()
    """Begins a farewell: 同志们，… 最后，… 总之，… 希望… 让我们…"""
    TURNS = auto()
    """Sounds like the beginning of one (新征程…, 我相信…) or of its end (祝…, 谢谢…)."""
    CALLS = auto()
    """Calls upon everybody: 全市上下要以…的实际行动…"""
    LEAVES = auto()
    """Takes leave, though it begins like any other."""
    PLAIN = auto()
    WORK = auto()
    """Hands out work."""
    ARGUES = auto()
    """Goes on at a length that no farewell has."""


_BREAKS = frozenset({_Kind.PLAIN, _Kind.WORK, _Kind.OPENS})


def closing_start(paragraphs: Sequence[str], *, unit_is_whole: bool, bare: bool) -> int:
    """Find where the closing begins.

    Arguments:
        paragraphs: what stands behind the line of the last unit.
        unit_is_whole: the unit and those like it are single paragraphs, so whatever follows the
            last one is hardly part of it.
        bare: the last unit is an own-line heading without text, while its fellows have text: the
            first paragraph is its.

    Returns:
        Index of the first paragraph of the closing; ``len(paragraphs)`` when there is none.
    """
    first = 1 if bare and not _ends_meeting(paragraphs) else 0
    end = len(paragraphs)
    lowest = max(first, end - _MOST_PARAGRAPHS)
    kinds = {place: _kind(paragraphs, place, unit_is_whole) for place in range(lowest, end)}
    start = _farewell_start(paragraphs, kinds, end)
    if start < end or not unit_is_whole:
        return start
    # Behind a finished list even words without any sign of leave are the end, unless they are work.
    while start > lowest and kinds[start - 1] is _Kind.PLAIN and not _FIGURE.search(paragraphs[start - 1]):
        start -= 1
    return start


def _farewell_start(paragraphs: Sequence[str], kinds: dict[int, _Kind], end: int) -> int:
    """Go back from the end as far as the farewell reaches.

    Between its beginning and its end there may be plain words, but what stands before its beginning
    is the last unit's.
    """
    start = end
    behind: set[_Kind] = set()
    leaves = False
    for place in reversed(kinds):
        kind = kinds[place]
        leaves = leaves or _LEAVE.search(paragraphs[place]) is not None
        if kind is _Kind.ARGUES:
            break
        match kind:
            case _Kind.OPENS:
                begins = start == end or _begins_before(paragraphs[place], behind)
            case _Kind.TURNS:
                begins = leaves and _Kind.WORK not in behind
            case _Kind.CALLS:
                is_last_word = start < end and _sums_up(paragraphs[start])
                begins = not behind & ({_Kind.PLAIN, _Kind.WORK} if is_last_word else _BREAKS)
            case _Kind.LEAVES:
                begins = not behind & _BREAKS
            case _:
                begins = False
        if begins:
            start = place
            behind -= {_Kind.PLAIN, _Kind.WORK}
        behind.add(kind)
    return start


def _begins_before(paragraph: str, behind: set[_Kind]) -> bool:
    """Whether a farewell begins here although another paragraph behind could begin it.

    Words to the listeners (同志们，这里面最辛苦的是…) may as well stand in the middle of a section.
    """
    if _sums_up(paragraph):
        return True
    if _Kind.WORK in behind:
        return False
    return (
        not {_Kind.PLAIN, _Kind.OPENS} <= behind
        or _LEAVE.search(paragraph) is not None
        or _is_lofty(paragraph)
    )


def _kind(paragraphs: Sequence[str], place: int, unit_is_whole: bool) -> _Kind:
    paragraph, is_last = paragraphs[place], place == len(paragraphs) - 1
    leaves = _LEAVE.search(paragraph) is not None
    ends = _LEAVE.search(paragraph, max(0, len(paragraph) - _LAST_WORDS)) is not None
    if len(paragraph) > (_LONGEST_FAREWELL if ends else _ARGUES):
        return _Kind.ARGUES
    charges = not is_last and _CHARGE.search(paragraph) is not None
    if opens_with_vocative(paragraph):
        return _Kind.WORK if charges and not leaves else _Kind.OPENS
    if not _is_one_of_a_list(paragraphs, place):
        if _OPENS.match(paragraph) is not None:
            return _Kind.OPENS
        if _TURNS.match(paragraph) is not None:
            return _Kind.TURNS
        if _calls(paragraph):
            return _Kind.CALLS
        if leaves or (unit_is_whole and _is_lofty(paragraph)):
            return _Kind.LEAVES
    is_work = charges or _DIRECTIVE.match(paragraph) is not None
    return _Kind.WORK if is_work else _Kind.PLAIN


def _is_one_of_a_list(paragraphs: Sequence[str], place: int) -> bool:
    """Whether neighbours begin alike (希望…。 希望…。): a list, not a turn."""
    if _TOGETHER.match(paragraphs[place]) is not None:
        return False
    head = paragraphs[place][:2]
    neighbours = [*paragraphs[max(place - 1, 0) : place], *paragraphs[place + 1 : place + 2]]
    # 去年，… before 去年能签下这些项目，是大家谈出来的 is no list: it does not sound like an end.
    return any(neighbour.startswith(head) and _may_end(neighbour) for neighbour in neighbours)


def _may_end(paragraph: str) -> bool:
    signs = (_OPENS.match(paragraph), _TURNS.match(paragraph), _LEAVE.search(paragraph))
    return any(signs) or _calls(paragraph)


def _sums_up(paragraph: str) -> bool:
    return _SUMS_UP.match(paragraph) is not None


def _calls(paragraph: str) -> bool:
    """号召: everybody is called upon to do something by deeds or in a spirit (以…的实际行动…)."""
    return _CALLED.search(paragraph) is not None and _CALL.search(paragraph) is not None


def _is_lofty(paragraph: str) -> bool:
    """Whether a paragraph sounds like an end: a couplet to begin with, the listeners addressed."""
    couplet = _COUPLET.match(paragraph)
    is_couplet = couplet is not None and len(couplet[1]) == len(couplet[2])
    return (
        is_couplet or _TURNS_WITHIN.search(paragraph) is not None or _ENDS_LOUD.search(paragraph) is not None
    )


def _ends_meeting(paragraphs: Sequence[str]) -> bool:
    """Whether the first paragraph can be nothing but the end (谢谢大家！ · 会议到此结束，散会。)."""
    return (
        bool(paragraphs)
        and len(paragraphs[0]) <= _LONGEST_END
        and _ENDS_MEETING.search(paragraphs[0]) is not None
    )
