"""Inline enumerations: 一是…；二是…；三是… inside one paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from drafter.speech.leading import VERBS
from drafter.speech.marker import Family, Marker
from drafter.speech.numerals import CHINESE_NUMERAL, circled_number, read_chinese_numeral

__all__ = ["find_enumerations", "holds_next", "stops_before"]

_CN = CHINESE_NUMERAL
# A count begins a clause: it stands first in the paragraph or behind one of these signs. The pattern
# takes the sign in, because looking for a set of signs is several times faster than looking behind
# every character; _START stands in for the sign before the first character.
_START = "\x02"
_BOUNDARY = f"{_START}；;。，,：:、！？!?”）— 　"
_COUNTED = r"(?:部分|方面|阶段|项|点|条|步|类|句|层|关|环|个[^，、：:,。；是要]{1,4}|件[事工]?)?"
# The counts of headings (1. 一、) count inside a paragraph only between the parts of one sentence:
# behind a full stop they may as well begin a unit whose line break was lost.


@cache
def _count_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"""[{_BOUNDARY}](?:会议|大会)?(?:
          (?P<spoken>{_CN}) (?:(?P<yao>要(?![素件])) | (?P<shi>是(?!(?P=spoken)(?:[{_BOUNDARY}]|$)))
            | (?P<verb>[{VERBS}](?![，、。：]|就)))
        | (?P<ordinal>第{_CN}{_COUNTED}) (?=是|要|议程|[，、：:,])
        | (?P<qi>其{_CN}) (?=[，、,：是])
        | (?P<first>首先|其次|再次|最后) (?=[，,、：:要是])
        | [（(](?:(?P<bracket>{_CN})|(?P<digits>[1-9]\d?))[）)] (?!项|款)
        | (?P<circled>[\u2460-\u2473])
        | (?<=[{_START}；;：:])
          (?:(?P<arabic>[1-9]\d?) [.．、] (?!\d) | (?P<chapter>{_CN}) 、 (?!{_CN}[、，季月产]))
        )""",
        re.VERBOSE,
    )


_FIRST_WORDS = ("首先", "其次", "再次", "最后")
_NUMERAL = re.compile(_CN)
_AGENDA = "第项"


@dataclass(frozen=True, slots=True)
class _Count:
    """One count found inside a paragraph: what it counts with, its number, and its words."""

    key: str
    number: int
    words: str
    start: int


def _counts(text: str) -> list[_Count]:
    return [_count(match) for match in _count_pattern().finditer(_START + text)]


def _count(match: re.Match[str]) -> _Count:
    start = match.start()
    group = match.lastgroup
    if group in {"yao", "shi", "verb"}:
        tail = match[group]
        return _Count(tail, _number(match["spoken"]), match["spoken"] + tail, start)
    if group == "ordinal":
        words = match["ordinal"]
        numeral = _NUMERAL.match(words, 1)
        noun = words[numeral.end() :] if numeral else ""
        has_comma = not noun and match.string[match.end()] not in "是要议"
        printed = f"{words}，" if has_comma else words
        return _Count(f"第{noun}", _number(numeral[0] if numeral else ""), printed, start)
    if group == "qi":
        return _Count("其", _number(match["qi"][1:]), f"{match['qi']}，", start)
    if group == "first":
        word = match["first"]
        return _Count("首先", _FIRST_WORDS.index(word) + 1, f"{word}，", start)
    if group == "bracket":
        return _Count("（一）", _number(match["bracket"]), f"（{match['bracket']}）", start)
    if group == "arabic":
        return _Count("1.", int(match["arabic"]), f"{match['arabic']}.", start)
    if group == "chapter":
        return _Count("一、", _number(match["chapter"]), f"{match['chapter']}、", start)
    if group == "digits":
        return _Count("（1）", int(match["digits"]), f"（{match['digits']}）", start)
    return _Count("①", circled_number(match["circled"]) or 0, match["circled"], start)


def _number(word: str) -> int:
    return read_chinese_numeral(word) or 0


def find_enumerations(paragraphs: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Every run of two or more counts that begins with the first, as printed.

    A run may go on in the next paragraph when that one begins with the following count, and an
    agenda (第一项…第二项…) over as many paragraphs as the chair's words between its items take.

    Arguments:
        paragraphs: running text without the markers of its units.
    """
    found: list[list[str]] = []
    open_runs: dict[str, tuple[int, list[str]]] = {}
    for paragraph in paragraphs:
        counts = _counts(paragraph)
        first = counts[0].key if counts and counts[0].start == 0 else _AGENDA
        open_runs = {key: run for key, run in open_runs.items() if key in {first, _AGENDA}}
        for count in counts:
            if count.number == 1:
                words = [count.words]
                found.append(words)
                open_runs[count.key] = (1, words)
                continue
            number, words = open_runs.get(count.key, (0, []))
            follows = count.number == number + 1 or (count.words == "最后，" and number > 1)
            if number and follows:
                words.append(count.words)
                open_runs[count.key] = (number + 1, words)
    return tuple(tuple(words) for words in found if len(words) > 1)


def holds_next(marker: Marker, text: str) -> bool:
    """Whether the text behind a marker goes on with its count itself (一是…；二是…。).

    A fresh 一是 in between begins another enumeration inside the unit.
    """
    key = _key(marker)
    if key is None or marker.number is None:
        return False
    count = next((count for count in _counts(text) if count.key == key), None)
    return count is not None and count.number == marker.number + 1


def stops_before(marker: Marker, text: str) -> bool:
    """Whether a paragraph counts up to just before the marker (… 一是…。 before a line 二是…)."""
    key = _key(marker)
    if key is None or marker.number is None:
        return False
    numbers = [count.number for count in _counts(text) if count.key == key]
    return numbers == list(range(1, marker.number))


_KEYS = {
    Family.YAO: "要",
    Family.SHI: "是",
    Family.QI: "其",
    Family.FIRST: "首先",
    Family.ARABIC_BRACKET: "（1）",
    Family.ARABIC: "1.",
    Family.CHAPTER: "一、",
    Family.BRACKET: "（一）",
    Family.CIRCLED: "①",
}


def _key(marker: Marker) -> str | None:
    """How counts inside a paragraph would go on with the marker; None for dash items."""
    if marker.family is Family.ORDINAL:
        return f"第{marker.noun}"
    if marker.family is Family.ONE_VERB:
        return marker.verb
    return _KEYS.get(marker.family)
