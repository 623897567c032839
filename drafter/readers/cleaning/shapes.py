"""What a line looks like: a salutation, a title, prose, a line that breaks off."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.readers.cleaning.scripts import CJK
from drafter.speech.leading import read_marker
from drafter.speech.marker import Family
from drafter.speech.salutation import read_salutation
from drafter.speech.speaker import read_speaker

__all__ = [
    "BODY_LENGTH",
    "bare",
    "breaks_off",
    "ends_sentence",
    "first_body",
    "is_body",
    "is_date",
    "is_row",
    "is_salutation",
    "is_title",
    "lacks_title",
    "numbers_a_unit",
    "salutation_length",
    "starts_inside",
    "width",
]

BODY_LENGTH = 40  # characters; a line this long with sentence punctuation is prose

_LONGEST_ADDRESS = 80  # characters
_TITLE_END = re.compile(
    r"(?:讲话(?:稿|提纲|全文)?|发言(?:稿|提纲)?|致辞|致词|报告|讲座|党课(?:讲稿|提纲|辅导报告)?|讲稿|汇报(?:材料|提纲)?|主持词|贺词|献词|开幕词|闭幕词|辅导|宣讲(?:稿|提纲)?)[》”]?$"
)
_DATE = re.compile(
    r"[（(]?\s*(?:\d{4}|[〇○０零一二三四五六七八九]{4})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月(?:\s*[\d一二三四五六七八九十]{1,3}\s*日)?\s*[)）]?"
)
_OCCASION = re.compile(r"会议?上?[）)]?$")
_PROSE = re.compile(r"[。；;！？!?]|[，,].*[，,]")
_SENTENCE_END = re.compile(
    r"[。！？；：…!?;:]['\"”’）》】」』)\]］〕]*$|[。！？…][）)]?[［\[〔(（]\d+[］\]〕)）]$|(?<=[^\d\s.])\.$"
    r"|[。！？][（(][^（）()]{1,30}[）)]$"
)
_FINAL = frozenset("。！？；：")
_COLON = re.compile("[：:]")
_END = 36  # characters that hold the end of a sentence with all that may close after it
_NEVER_FIRST = re.compile(r"[，。、；：！？）》”’】」』,;:!?)%％‰·]|\.(?!\d)|是[：:，]|的(?![确士])")
_NEVER_LAST = re.compile(r"[，、,（《“‘【「『—＋/&]$")
_OPEN_WORD = re.compile(r"(?:[^目标]的|以及|为了|进一步|第)$")
_FAR = 200  # lines; no title block with all that a site puts around it is longer
_LONGEST_TITLE_LINE = 26  # characters of a title line that has a comma in it
_LONGEST_ROW = 200  # characters
_CELLS = 4
_CLAUSE = re.compile("[，。；！？]")
_FIGURE = re.compile(r"[-—+]|[\d.,%％±+-]*\d[\d.,%％]*")
_BRACKETS = {"（": "）", "“": "”", "《": "》", "【": "】", "‘": "’", "(": ")", "「": "」"}
_STRONG = frozenset({Family.CHAPTER, Family.BRACKET})
_MARKER_REACH = 80  # characters that tell whether a marker leads a line
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
    if len(line) > _LONGEST_ADDRESS:
        return False
    found = read_salutation(line.strip())
    return found is not None and not found[1]


def salutation_length(line: str) -> int:
    """How many characters at the beginning of the line are a salutation closed by a colon; 0 if none."""
    colon = _COLON.search(line, 0, _LONGEST_ADDRESS)
    return colon.end() if colon and is_salutation(line[: colon.end()]) else 0


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
    return line[-1:] in _FINAL or _SENTENCE_END.search(line, max(0, len(line) - _END)) is not None


def starts_inside(line: str) -> bool:
    """Whether the line begins with something that no paragraph begins with."""
    return _NEVER_FIRST.match(line) is not None


def is_row(line: str) -> bool:
    """Whether the line is a row of a table: cells with gaps between them, some of them figures."""
    if len(line) > _LONGEST_ROW or _CLAUSE.search(line):
        return False
    cells = line.split()
    return len(cells) >= _CELLS and sum(_FIGURE.fullmatch(cell) is not None for cell in cells) >= 2


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
    found = read_marker(line[:_MARKER_REACH])
    if found is None:
        return False
    marker = found[0]
    if strong:
        return marker.family in _STRONG or (marker.family is Family.ORDINAL and marker.noun != "")
    return marker.family not in _WEAK


def first_body(lines: Sequence[str]) -> int:
    """Index of the salutation or, without one, of the first line of prose; past the head if there is none."""
    for i, line in enumerate(lines[:_FAR]):
        stripped = line.strip()
        if stripped and (is_salutation(stripped) or salutation_length(stripped) or _is_prose(stripped)):
            return i
    return min(len(lines), _FAR)


def lacks_title(lines: Sequence[str]) -> bool:
    """Whether nothing above the speech can be its title: only dates, speakers, —— lines, occasions."""
    head = [line.strip(" \u3000\t*#") for line in lines[: first_body(lines)]]
    return all(
        not line
        or line.startswith(("——", "--", "<!--"))
        or _DATE.match(line) is not None
        or _OCCASION.search(line) is not None
        or read_speaker(line, alone=True) is not None
        for line in head
    )


def _is_prose(line: str) -> bool:
    """Whether the line is prose or a piece of it, as a hard-wrapped text has them."""
    commas = line.count("，") + line.count(",")
    return is_body(line) or "。" in line or commas > 1 or (commas == 1 and len(line) > _LONGEST_TITLE_LINE)
