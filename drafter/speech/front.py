"""The lines before a speech begins: title, —— subtitle, date, speaker, form of address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from drafter.speech.leading import read_marker
from drafter.speech.marker import Family
from drafter.speech.salutation import read_salutation
from drafter.speech.speaker import read_speaker
from drafter.speech.unfolding import unfold_front

__all__ = ["Front", "read_front"]

_LONGEST_TITLE = 50  # characters of one line; the longest line of a title in the 600 reports has 38
_MOST_LINES = 16  # title, subtitle, date, speaker and address never take more lines together

_SPACED_OUT = re.compile(r"\S(?:\s+\S)+$")
_SPACES = re.compile(r"\s+")
_DASH = re.compile(r"(?:—+|―+|─+|－{1,}|--+|-)[ \u3000]*(?=\S)")
_YEAR = (
    r"(?:(?:19|20)(?:\d\d|[xX×＊*]{1,2}|\d[xX×＊*])|[xX×＊*]{2,4}|[一二]?[〇零○一二三四五六七八九0O]{3,4})"
)
_NUM = r"[\d一二三四五六七八九十xX×＊*]{1,3}"


@cache
def _date() -> re.Pattern[str]:
    return re.compile(
        rf"{_YEAR}[ ]*(?:年[ ]*(?:{_NUM}[ ]*月(?:[ ]*{_NUM}[ ]*日|[上中下]旬)?)?"
        r"|[-./]\d{1,2}[-./]\d{1,2})"
        r"(?:[ ]*(?:星期|周|礼拜)[一二三四五六日天])?(?:[ ]*(?:上午|下午|晚上?))?"
        r"|\d{1,2}月\d{1,2}日"
    )


_BRACKETED = re.compile(r"[（(]([^（()）]*)[）)]$")
_UNFINISHED = re.compile(r"[。；：，、,;:]$")
_FINISHED_TITLE = re.compile(
    r"(?:讲话|报告|致辞|致词|发言|讲稿|主持词|党课|讲座|汇报|讲义|提纲|辞|词|稿)(?:[（(][^）)]*[）)])?$"
)
_OCCASION = re.compile(r"在.{2,}(?:上|中|时|会|仪式)的?.{0,10}$")
_OCCASION_ENDS = re.compile(r"(?:[上中时]|通过)$")
_LABEL = re.compile(r"(?:时间|日期|讲话时间)[：:]\s*")
# What a page or an office writes beside a speech: it names no speaker, nor is it a title.
_BESIDE = re.compile(
    r"(?:原创|来源|地点|[^，。：:]{0,4}(?:编辑|审核|校对|记录|整理|摄影|供稿|地点|印发|份数|浏览|阅读|点击|字号|文号|密级|签发|栏目|标签|字数|转载))"
    r"(?:[：:\s]|\d|$)|(?:根据|据|依据)[^。]{0,12}(?:录音|速记|记录|网站)|未经[^。]{0,6}审"
)
# A line of two or three characters may be a rare name, but not one of these words.
_SHORT_NAME = re.compile(r"[\u4e00-\u9fff]{2,3}$")
_NO_NAME = re.compile(r"原创|全文|节选|摘要|转载|(?:.*[稿版发布注赞藏享览读])$")


@dataclass
class Front:
    """What the lines before the speech say, and how many of them they are."""

    title: str | None = None
    subtitle: str | None = None
    date: str | None = None
    speaker: str | None = None
    salutation: str | None = None
    lines: int = 0
    greeting: str = ""
    _titles: list[str] = field(default_factory=list)
    _notes: list[str] = field(default_factory=list)

    @property
    def is_begun(self) -> bool:
        """Whether a line that can stand nowhere else has been read already."""
        return bool(self._titles or self.subtitle or self.date)


def read_front(paragraphs: Sequence[str]) -> Front:
    """Read title block and address from the first paragraphs.

    A line between title and address that is neither date nor speaker is the page's, not the
    speech's (原创 临江发布 · 根据录音整理): contract 3 has no place for it.

    Arguments:
        paragraphs: the speech, stripped and without empty ones.

    Returns:
        The parts found; ``lines`` paragraphs were taken, ``greeting`` is text that stood behind
        the address on its line and begins the opening.
    """
    unfolded = unfold_front(paragraphs[0]) if paragraphs else ()
    if unfolded:
        front = _read_lines([*unfolded, *paragraphs[1:_MOST_LINES]])
        if front.lines >= len(unfolded):
            front.lines -= len(unfolded) - 1
            return front
    return _read_lines(paragraphs)


def _read_lines(paragraphs: Sequence[str]) -> Front:
    front = Front()
    address = _find_address(paragraphs)
    for index, line in enumerate(paragraphs[: _MOST_LINES if address is None else address]):
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else ""
        if not (_read_line(front, line, following) or (address is not None and _read_leftover(front, line))):
            break
        front.lines = index + 1
    if address is not None:
        _read_address(front, paragraphs, address)
    if front._notes:
        # （根据录音整理） and the like stand in brackets below the title as the date does.
        front.date = "，".join([front.date, *front._notes] if front.date else front._notes)
    if front._titles:
        front.title = "".join(_squeeze(line) for line in front._titles)
    return front


def _find_address(paragraphs: Sequence[str]) -> int | None:
    """The line of the address, when only short lines that are no sentences go before it."""
    for index, line in enumerate(paragraphs[:_MOST_LINES]):
        if read_salutation(line) is not None:
            return index
        if len(line) > _LONGEST_TITLE + 20 or line.endswith(("。", "；", "：", ":")):
            return None
        marker = read_marker(line)
        if marker is not None and marker[0].family is not Family.DASH:
            return None
    return None


def _read_address(front: Front, paragraphs: Sequence[str], index: int) -> None:
    """Take the address, which may run over several lines (尊敬的市长， / 女士们、先生们：)."""
    who: list[str] = []
    while index < len(paragraphs) and len(who) < 4:
        line = paragraphs[index]
        address = read_salutation(line)
        if address is None:
            break
        name, rest = address
        who.append(name)
        index += 1
        front.lines = index
        if rest:
            front.greeting = rest
            break
        who.append("，" if line.endswith(("，", ",")) else "、" if line.endswith("、") else "：")
    if who:
        front.salutation = "".join(who[: -1 if who[-1] in "，、：" else None])


def _read_line(front: Front, line: str, following: str) -> bool:
    """Take one line into the front; False where the speech itself begins."""
    return (
        _is_beside(line)
        or _read_subtitle(front, line)
        or _read_note(front, line)
        or _read_title(front, line, following)
        or _read_rest_of_subtitle(front, line)
    )


def _is_beside(line: str) -> bool:
    """A short line of the page or the office that is no sentence: it is passed over."""
    return (
        len(line) <= _LONGEST_TITLE and _UNFINISHED.search(line) is None and _BESIDE.match(line) is not None
    )


def _read_leftover(front: Front, line: str) -> bool:
    """A line before the address that is none of the above; one that is not the speech's is left out."""
    words = _squeeze(line)
    if front.date is not None and front.speaker is None and _OCCASION_ENDS.search(words):
        front.date += words
    elif not front.is_begun:
        front._titles.append(line)
    elif read_speaker(words, alone=True) is not None or _is_short_name(words):
        front.speaker = words if front.speaker is None else f"{front.speaker} {words}"
    return True


def _is_short_name(words: str) -> bool:
    return _SHORT_NAME.match(words) is not None and _NO_NAME.match(words) is None


def _read_subtitle(front: Front, line: str) -> bool:
    dash = _DASH.match(line)
    if dash is None or front.subtitle is not None:
        return False
    words = line[dash.end() :]
    if not front._titles and not (_OCCASION.search(words) or _date().match(words) or words.startswith("在")):
        return False
    if len(words) > _LONGEST_TITLE + 20 or words.endswith(("。", "；", "：", "，")):
        return False
    front.subtitle = _squeeze(words)
    return True


def _read_note(front: Front, line: str) -> bool:
    """Date and speaker, on one line or two, with or without brackets (题注)."""
    if len(line) > _LONGEST_TITLE + 10 or _UNFINISHED.search(line):
        return False
    words = _LABEL.sub("", line, count=1)
    bracketed = _BRACKETED.match(words)
    inner = (bracketed[1] if bracketed else words).strip(" \u3000（(")
    date = _date().match(inner)
    if date is not None and front.date is None:
        behind = inner[date.end() :].strip(" \u3000）)(（，,")
        if not behind or (bracketed is not None and read_speaker(behind, alone=True) is None):
            return _set_date(front, inner)
        speaker = read_speaker(behind, alone=True)
        if speaker is not None and front.speaker is None:
            front.speaker = speaker
            return _set_date(front, date[0])
        if front._titles and (behind.startswith(("在", "于")) or _OCCASION_ENDS.search(behind)):
            return _set_date(front, inner)
        return False
    return _read_speaker(front, inner, words, bracketed is not None)


def _set_date(front: Front, date: str) -> bool:
    front.date = _SPACES.sub("", date)
    return True


def _read_speaker(front: Front, inner: str, line: str, bracketed: bool) -> bool:
    if front.speaker is not None and not bracketed:
        return False
    at_end = None
    for match in _date().finditer(line):
        at_end = match
    if at_end is not None and front.date is None and at_end.start() > 0:
        speaker = read_speaker(line[: at_end.start()].strip(" \u3000（("), alone=front.is_begun)
        if speaker is not None and not line[at_end.end() :].strip(" \u3000）)"):
            front.speaker = speaker
            return _set_date(front, at_end[0])
    speaker = read_speaker(inner, alone=front.is_begun or bracketed)
    if speaker is not None:
        front.speaker = speaker
        return True
    if not bracketed or not front.is_begun:
        return False
    if front.subtitle is None and _OCCASION.match(inner) and _FINISHED_TITLE.search(inner):
        front.subtitle = _squeeze(inner)
    else:
        front._notes.append(inner)
    return True


def _read_title(front: Front, line: str, following: str) -> bool:
    """Take a line of the title; those that follow one another are one title."""
    if front.subtitle is not None or len(line) > _LONGEST_TITLE or _UNFINISHED.search(line):
        return False
    if front.date is not None and front._titles:
        return False
    marker = read_marker(line)
    if marker is not None:
        return False
    if line.endswith(("！", "？", "!", "?", "。", "…")) and not _heads_a_block(front, following):
        return False
    if front._titles and _is_occasion_below(front._titles, line):
        front.subtitle = _squeeze(line)
        return True
    if front._titles and _FINISHED_TITLE.search(front._titles[-1]):
        return False
    if front.speaker is not None and not front._titles and line.startswith("在") and " " not in front.speaker:
        # 市长周明远 / 在全市…会议上的讲话 is one title over two lines.
        front._titles.append(front.speaker)
        front.speaker = None
    return _append_title(front, line)


def _append_title(front: Front, line: str) -> bool:
    front._titles.append(line)
    return True


def _heads_a_block(front: Front, following: str) -> bool:
    """Whether a line that ends like a sentence is a title all the same: a title block follows it."""
    if front._titles:
        return False
    return (
        _DASH.match(following) is not None
        or _date().match(following.lstrip("（(")) is not None
        or read_salutation(following) is not None
        or read_speaker(following, alone=False) is not None
    )


def _is_occasion_below(titles: list[str], line: str) -> bool:
    """A 观点式 title with its occasion below it, the dash forgotten."""
    return (
        _OCCASION.match(line) is not None
        and _FINISHED_TITLE.search(line) is not None
        and not titles[0].startswith(("在", "关于", "中共"))
        and len("".join(titles)) >= 8
    )


def _read_rest_of_subtitle(front: Front, line: str) -> bool:
    """The second line of a subtitle that is too long for one."""
    if front.subtitle is None or front.date is not None or front.speaker is not None:
        return False
    if len(line) > _LONGEST_TITLE or _UNFINISHED.search(line) or line.endswith(("！", "？", "…")):
        return False
    if read_marker(line) is not None or re.search(r"[上中时话告辞词言]$", front.subtitle):
        return False
    front.subtitle += _squeeze(line)
    return True


def _squeeze(words: str) -> str:
    """政 府 工 作 报 告 → 政府工作报告; other spaces within a title are kept as one."""
    words = words.strip()
    if _SPACED_OUT.fullmatch(words) and all(len(piece) == 1 for piece in _SPACES.split(words)):
        return _SPACES.sub("", words)
    return _SPACES.sub(" ", words)
