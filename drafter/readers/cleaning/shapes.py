"""What a line looks like: a salutation, a title, prose, a line that breaks off."""

from __future__ import annotations

import re

from drafter.readers.cleaning.scripts import CJK
from drafter.speech.leading import read_marker
from drafter.speech.marker import Family

__all__ = [
    "BODY_LENGTH",
    "bare",
    "breaks_off",
    "ends_sentence",
    "first_body",
    "is_body",
    "is_date",
    "is_salutation",
    "is_title",
    "numbers_a_unit",
    "salutation_length",
    "starts_inside",
    "width",
]

BODY_LENGTH = 40  # characters; a line this long with sentence punctuation is prose

_ADDRESSED = (
    "同志|代表|委员|领导|来宾|嘉宾|贵宾|朋友|同事|同仁|专家|学者|老师|教师|同学|家长|校友|员工|职工|战友|乡亲|父老"
    "|干部|党员|主任|书记|市长|县长|区长|省长|主席|主持人|先生|女士|师生|教授|院士|董事长|总经理|股东|客商|企业家|记者|评委|伙伴|客人"
)
_ONE_ADDRESS = (
    rf"(?:(?:尊敬|敬爱|亲爱)的)?(?:各位[^，。、：:,！!\s]{{0,10}}(?:{_ADDRESSED})(?:们)?"
    rf"|[^，。、：:,！!\s各]{{0,8}}(?:{_ADDRESSED}|[孩战])(?:们)"
    rf"|(?<=尊敬的)[^，。、：:,！!\s]{{1,12}}(?:{_ADDRESSED}))"
)
_SALUTATION = re.compile(rf"{_ONE_ADDRESS}(?:[、，, \u3000]\s*{_ONE_ADDRESS}){{0,8}}\s*(?P<end>[：:，,！!])?")

_TITLE_END = re.compile(
    r"(?:讲话(?:稿|提纲|全文)?|发言(?:稿|提纲)?|致辞|致词|报告|讲座|党课(?:讲稿|提纲|辅导报告)?|讲稿|汇报(?:材料|提纲)?|主持词|贺词|献词|开幕词|闭幕词|辅导|宣讲(?:稿|提纲)?)[》”]?$"
)
_DATE = re.compile(
    r"[（(]?\s*(?:\d{4}|[〇○０零一二三四五六七八九]{4})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月(?:\s*[\d一二三四五六七八九十]{1,3}\s*日)?\s*[)）]?"
)
_PROSE = re.compile(r"[。；;！？!?]|[，,].*[，,]")
_SENTENCE_END = re.compile(
    r"[。！？；：…!?;:]['\"”’）》】」』)\]］〕]*$|[。！？…][）)]?[［\[〔(（]\d+[］\]〕)）]$|(?<=[^\d\s.])\.$"
)
_END = 16  # characters that hold the end of a sentence with all that may close after it
_NEVER_FIRST = re.compile(r"[，。、；：！？）》”’】」』,;:!?)%％‰·]|\.(?!\d)")
_NEVER_LAST = re.compile(r"[，、,（《“‘【「『(—\-－+＋/&]$")
_OPEN_WORD = re.compile(
    r"(?:[^目标]的|和|与|及|或|以及|并|把|将|被|在|对|向|从|于|为了|关于|按照|通过|坚持以|要|不断|进一步)$"
)
_BRACKETS = {"（": "）", "“": "”", "《": "》", "【": "】", "‘": "’", "(": ")", "「": "」"}
_STRONG = frozenset({Family.CHAPTER, Family.BRACKET})
# 一带一路, 一抓到底: at the beginning of a line these are words more often than numbers.
_WEAK = frozenset({Family.ONE_VERB})
_BARE = re.compile(rf"[^\w{CJK}]|[，。、；：！？…·—（）《》“”‘’【】\s\u3000]")


def width(line: str) -> int:
    """The columns that a line takes, a Chinese character two and a Latin one."""
    return len(line.encode("gb18030", "replace")) if not line.isascii() else len(line)


def bare(line: str) -> str:
    """The line without punctuation and spaces, for comparing."""
    return _BARE.sub("", line)


def is_salutation(line: str) -> bool:
    """Whether the line addresses the listeners and does nothing else (同志们：)."""
    return len(line) <= 80 and _SALUTATION.fullmatch(line.strip()) is not None


def salutation_length(line: str) -> int:
    """How many characters at the beginning of the line are a salutation closed by a colon; 0 if none."""
    match = _SALUTATION.match(line)
    return match.end() if match and match["end"] in ("：", ":") else 0


def is_title(line: str) -> bool:
    """Whether the line ends like the title of a speech."""
    return 4 <= len(line) <= 80 and not _PROSE.search(line) and _TITLE_END.search(line.strip()) is not None


def is_date(line: str) -> bool:
    """Whether the line is a date and nothing else, bracketed or not."""
    return _DATE.fullmatch(line.strip()) is not None


def is_body(line: str) -> bool:
    """Whether the line is prose: long, with sentence punctuation."""
    return len(line) >= BODY_LENGTH and _PROSE.search(line) is not None


def ends_sentence(line: str) -> bool:
    """Whether the line closes a sentence or an item, so that a paragraph may end there."""
    return _SENTENCE_END.search(line, max(0, len(line) - _END)) is not None


def starts_inside(line: str) -> bool:
    """Whether the line begins with something that no paragraph begins with."""
    return _NEVER_FIRST.match(line) is not None


def breaks_off(line: str) -> bool:
    """Whether the line cannot end here: a comma, an open bracket, a word that wants another."""
    end = max(0, len(line) - _END)
    if _NEVER_LAST.search(line, end) is not None and not line.endswith("——"):
        return True
    if len(line) > 4 and _OPEN_WORD.search(line, end) is not None:
        return True
    return any(
        opening in line and line.rfind(opening) > line.rfind(_BRACKETS[opening]) for opening in _BRACKETS
    )


def numbers_a_unit(line: str, *, strong: bool = False) -> bool:
    """Whether a marker leads the line; with ``strong`` only one that never stands within a sentence."""
    found = read_marker(line)
    if found is None:
        return False
    marker = found[0]
    if strong:
        return marker.family in _STRONG or (marker.family is Family.ORDINAL and marker.noun != "")
    return marker.family not in _WEAK


def first_body(lines: list[str]) -> int:
    """Index of the salutation or, without one, of the first line of prose; the number of lines if none."""
    for i, line in enumerate(lines):
        stripped = line.strip()
        if stripped and (is_salutation(stripped) or salutation_length(stripped) or is_body(stripped)):
            return i
    return len(lines)
