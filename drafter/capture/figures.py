"""The figures of a sentence as entries of 数据: named in the words around them, without values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.brief.quantities import parse_quantity
from phrasebank.masking import Span
from phrasebank.tokeniser import tokeniser

__all__ = ["Figure", "figures_of"]

_FIGURES = ("number", "percent", "money")
_DIGIT = re.compile("[0-9０-９]")
_BREAK = re.compile("[，。；：、！？“”（）《》—]")
#: What tells that a figure is the change of the one before it, and that it is the one of a year before.
_CHANGE = re.compile(
    "(?:同比|环比|[比较][一-鿿]{0,8})?(?:分别)?(?:增长|增加|上升|提高|提升|扩大|下降|减少|降低|回落|收窄|缩短)(?:了|到了)?$"
)
_MORE = re.compile("(?:同比|[比较](?:上年|去年)[一-鿿]{0,3})(?:增加|减少|多|少)(?:了)?$")
_ABOUT = re.compile("(?:以上|以下|以内|之内|左右|上下|内|多)$|（.*）$|[0-9].*$")
_SHARE = re.compile("(?:占|占到|占了|占比)(?:全部|总数|总量)?(?:的)?$")
_SUFFIX = re.compile("(?:起数|人数|户数|家数|占比)$")
_ALSO = re.compile("[和、]$")
_PREVIOUS = re.compile("(?:[比较](?:上年|去年|上一年)(?:同期)?的?|(?:上年|去年)同期(?:是|为)?)$")
#: Words at the end of what stands before a figure that say nothing of what is counted.
_FILLERS = re.compile(
    "(?:共计|总计|合计|累计|达到|达|超过|突破|接近|不到|仅有|仅|只有|大约|约|近|为|是|有|了|到|至|共|占|的|在|已|又|就|还|"
    "每|第|上|过|由|从|把|将|比|高出|低于|高于)+$"
)
_LEADING = re.compile(
    "^(?:发生|全市|全县|全区|全省|全镇|全校|全乡|其中|今年|去年|我们|已经|一共|目前|现在|这些|的|了|有|是|和|与|及|在)+"
)
_OCCURRED = re.compile("发生|出现|查出|查处|新增|完成|建成")
_SHORTEST, _LONGEST = 2, 10
#: Parts of speech (ICTCLAS) of words that a figure can count.
_COUNTED = ("n", "v", "a", "b", "j", "l", "s")
_COUNTED_NOUNS = ("n", "vn", "b", "j", "l", "an")
_EMPTY = ("全部", "其中", "一共", "另外", "今年", "去年", "现有", "没有")
#: Words that mean something else as keys of 数据.
_KEYS = ("文件", "名称", "指标")
#: What names the figure of a deed that names no thing: 取消14个 is 取消个数.
_OF_DEEDS = {
    "个": "个数",
    "项": "项数",
    "次": "次数",
    "名": "人数",
    "场": "场数",
    "公里": "里程",
    "亩": "面积",
    "吨": "吨数",
    "天": "天数",
    "辆": "辆数",
    "处": "处数",
    "座": "座数",
    "条": "条数",
    "份": "份数",
    "台": "台数",
    "所": "所数",
    "分": "得分",
    "小时": "时长",
    "分钟": "时长",
    "平方米": "面积",
    "公顷": "面积",
    "篇": "篇数",
    "批": "批数",
}
_SUFFIXES = {"起": "起数", "人": "人数", "户": "户数", "家": "家数", "%": "比例", "％": "比例", "元": "金额"}


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that a brief has to give.

    Arguments:
        name: what is measured, in the words of its sentence; "" where they do not tell.
        unit: 起, 亿元, %.
        change: whether the sentence compares it with the year before.
        previous: whether the sentence also gives the figure of the year before.
    """

    name: str
    unit: str
    change: bool = False
    previous: bool = False


def figures_of(text: str, spans: Sequence[Span], start: int, end: int) -> list[Figure]:
    """The figures of one sentence; changes and figures of the year before belong to the one they follow.

    Arguments:
        text: a paragraph.
        spans: its specifics.
        start, end: 0-based characters of the sentence.
    """
    found: list[Figure] = []
    last = ""
    for span in spans:
        words = text[span.start : span.end]
        if not (start <= span.start and span.end <= end) or span.bare or not _DIGIT.search(words):
            continue
        if span.slot.rstrip("0123456789") not in _FIGURES:
            continue
        try:
            unit = _ABOUT.sub("", parse_quantity(words).unit)
        except ValueError:
            continue
        before = text[start : span.start]
        said = _relation(before, text[start:end], unit, last) if found else ""
        if said == "change":
            found[-1] = Figure(found[-1].name, found[-1].unit, True, found[-1].previous)
        elif said == "previous":
            found[-1] = Figure(found[-1].name, found[-1].unit, found[-1].change, True)
        elif found and found[-1].name and _SHARE.search(before):
            found.append(Figure(f"{_SUFFIX.sub('', found[-1].name)}占比", unit))
        else:
            inside = [other for other in spans if start <= other.start < span.start]
            opened = max((other.end for other in inside), default=start)
            found.append(Figure(_name(text[opened : span.start], text[span.end : end], unit), unit))
        last = said
    return found


def _relation(before: str, sentence: str, unit: str, last: str) -> str:
    """What a figure says of the one before it: ``change``, ``previous``, or "" for nothing."""
    if last and _ALSO.search(before) and (last == "previous" or "分别" in sentence):
        return last
    if _PREVIOUS.search(before):
        return "previous"
    relative = unit in ("%", "％") or unit.endswith("百分点")
    return "change" if (_CHANGE if relative else _MORE).search(before) else ""


def _name(before: str, after: str, unit: str) -> str:
    """What is counted: the noun right behind the figure (216家工矿企业), else what leads up to it."""
    noun = _behind(after)
    if len(noun) >= _SHORTEST:
        return f"{noun}数" if noun in _KEYS else noun
    clause = _BREAK.split(before)[-1]
    clause = _LEADING.sub("", _OCCURRED.split(_FILLERS.sub("", clause))[-1])
    words, named = _tail(clause)
    if len(words) < _SHORTEST or words in _EMPTY:
        return ""
    bare = unit.lstrip("十百千万亿")
    suffix = _SUFFIXES.get(bare, "") or ("" if named else _OF_DEEDS.get(bare, ""))
    if not (named or suffix):
        # A deed counted in nothing tells a reader nothing.
        return ""
    return (
        words
        if words.endswith(("率", "比", "值", "额", "量", "数", "比例", "比重", "金额"))
        else words + suffix
    )


def _behind(after: str) -> str:
    taken = ""
    for word, tag in _tagged(_BREAK.split(after)[0].removeprefix("是")):
        if not tag.startswith(_COUNTED_NOUNS) or len(taken + word) > _LONGEST:
            break
        taken += word
    return taken


def _tail(clause: str) -> tuple[str, bool]:
    """The words before a figure that can name it, and whether a thing is among them."""
    taken, named = "", False
    for word, tag in reversed(_tagged(clause)):
        if not tag.startswith(_COUNTED) or len(word + taken) > _LONGEST:
            break
        taken = word + taken
        named = named or tag.startswith(_COUNTED_NOUNS)
    return _FILLERS.sub("", _LEADING.sub("", taken)), named


def _tagged(text: str) -> list[tuple[str, str]]:
    return [(word, tag) for word, tag in tokeniser().tag(text)] if text else []
