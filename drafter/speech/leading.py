"""Read and print the marker that leads a line, in every form that writers use.

Only the line itself is looked at: whether 一看 or 首先 really numbers a unit here is decided
where the neighbours are known (``drafter.speech.candidates``).
"""

from __future__ import annotations

import re
from functools import cache

from drafter.speech.marker import Family, Marker
from drafter.speech.numerals import (
    chinese_numeral,
    circled,
    circled_number,
    read_chinese_numeral,
)

__all__ = ["DIVISIONS", "VERBS", "first_word", "marker_text", "read_marker"]

# Looser than CHINESE_NUMERAL, as it stands here many times and the longer pattern takes longer to compile;
# words that are no numeral (一一) are turned down where they are read.
_CN = "[一二三四五六七八九十]{1,3}"

# Nouns that 第一… may count in a speech's outline. 第一产业, 第一书记, 第一时间, 第一季度 and the like
# do not begin with one of these measure words, so they never lead a unit.
_COUNTED = (
    r"(?:部分|方面|阶段"
    r"|个[^，、：:,。；]{1,5}"
    r"|[张道把场份堂][^，、：:,。；是在]{1,3}"
    r"|件[事工][^，、：:,。；]{0,3}"
    r"|句话?|层[面次意]?思?"
    r"|[点条步类项关招课环讲章节篇编](?:议程|任务|工作|措施|内容|建议|要求"
    r"|感受|体会|感悟|认识|看法|想法|希望|期望|意见|启示|思考|打算|心得|倡议)?)"
)

# One-character verbs of 一看… / 一抓… (counted in meeting speeches); others are too often the
# beginning of an ordinary word (一时, 一些, 一年).
VERBS = (
    "看抓促保强建治防查学带管守做讲比创争提转破立优补严靠谢盼愿改整帮扶引育稳调减增控拓扩问思悟练干赶推聚联搭"
    "请敬忌戒禁求"
)


@cache
def _leading() -> re.Pattern[str]:
    return re.compile(
        rf"""\s*(?:
          (?P<circled>[\u2460-\u2473\u3251-\u325f\u32b1-\u32bf]) [、，.．]?
        | (?P<parenthesised>[\u2474-\u2487]) [、，.．]?
        | (?P<dotted>[\u2488-\u249b]) [、，]?
        | (?P<ideograph>[\u3220-\u3229]) [、，.．]?
        | [（(]\s*(?P<bracket>{_CN})\s*[）)] \s* [、，,.．：:]? (?![项款](?!目)|至|和[（(]|[（(])
        | (?P<half_bracket>{_CN}) [）)] \s* [、，,.．]?
        | [（(]\s*(?P<digit_bracket>[1-9]\d?)\s*[）)] \s* [、，,.．：:]?
        | (?P<half_digit_bracket>[1-9]\d?) [）)] \s* [、，,.．]?
        | (?P<arabic>[1-9]\d?) \s* (?:[.．]\s* (?!\d) | [.．]\s* (?=\d{{4}}年)
            | 、\s* (?!\d{{1,3}}(?:、|月|号|日|季|年|个|亿|万|%|—|-)) | [.．]、)
        | 第\s*(?P<ordinal>{_CN}|[1-9]\d?)(?P<noun>{_COUNTED})?
            (?:\s*[，、：:,.．]\s* | \s+ | (?=是[^第]) | (?=要(?![务素义件领])))
            (?!第?{_CN}(?:[、，,]|产业|季度|批|轮|次|期|名))
        | (?P<first>首先|其次|再次|再者|最后) \s* [，,、：:]
        | 其(?P<qi>{_CN}) (?:\s*[，、：:,.．] | (?=是))
        | (?P<chapter>{_CN}) \s* (?:[、.．]+|[，：](?=[^，。；：]{{2,40}}$))
        | (?P<spoken>{_CN}) \s* (?:(?P<yao>要(?![素件]))|(?P<shi>是)|(?P<verb>[{VERBS}](?![，、。：]|就)))
        | (?P<dash>—+|―+|─+|--+|－－+|-(?=[\u4e00-\u9fff]))
        )\s*(?P<rest>.*)""",
        re.VERBOSE | re.DOTALL,
    )


# 一、二季度 · 一、二、三产业 · 七、八十年代: a pair of numerals, not a heading.
_PAIR_AFTER = "、，,季月产把线级类期审楼号"

_FIRST_WORDS = {1: "首先", 2: "其次", 3: "再次"}
_FIRST_NUMBERS = {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "最后": 4}

DIVISIONS = frozenset({"部分", "章", "节", "篇", "编"})
"""第一部分, 第一章 … stand above every other family, and no comma follows them."""


def read_marker(line: str) -> tuple[Marker, str] | None:
    """Read the marker that leads a line.

    Arguments:
        line: one paragraph, in full-width or half-width punctuation.

    Returns:
        The marker and the text after it, or None where no marker leads the line. 最后， is
        given as number 4; its real number depends on what went before it. A —— line gives a
        marker without number.
    """
    match = _leading().match(line)
    if match is None:
        return None
    rest = match["rest"].rstrip()
    found = {name: value for name, value in match.groupdict().items() if value is not None and name != "rest"}
    marker = _marker(found, rest)
    if marker is None or (marker.number is None and marker.family is not Family.DASH):
        return None
    return marker, rest


def _marker(found: dict[str, str], rest: str) -> Marker | None:
    """Turn the groups of ``_LEADING`` that matched into a marker."""
    if "ordinal" in found:
        word = found["ordinal"]
        number = int(word) if word.isdecimal() else read_chinese_numeral(word)
        return Marker(Family.ORDINAL, number, noun=found.get("noun", ""))
    if "spoken" in found:
        number = read_chinese_numeral(found["spoken"])
        return _spoken(found, number, rest)
    ((name, value),) = found.items()
    match name:
        case "chapter":
            number = read_chinese_numeral(value)
            return None if number is None or _is_pair(number, rest) else Marker(Family.CHAPTER, number)
        case "bracket" | "half_bracket":
            return Marker(Family.BRACKET, read_chinese_numeral(value))
        case "ideograph":
            return Marker(Family.BRACKET, ord(value) - 0x321F)
        case "arabic":
            return Marker(Family.ARABIC, int(value))
        case "dotted":
            return Marker(Family.ARABIC, ord(value) - 0x2487)
        case "digit_bracket" | "half_digit_bracket":
            return Marker(Family.ARABIC_BRACKET, int(value))
        case "parenthesised":
            return Marker(Family.ARABIC_BRACKET, ord(value) - 0x2473)
        case "circled":
            return Marker(Family.CIRCLED, circled_number(value))
        case "first":
            number = _FIRST_NUMBERS[value]
            return Marker(Family.FIRST, number, noun="" if first_word(number) == value else value)
        case "qi":
            return Marker(Family.QI, read_chinese_numeral(value))
        case _:
            return Marker(Family.DASH, None)


def _spoken(found: dict[str, str], number: int | None, rest: str) -> Marker | None:
    """一要 / 一是 / 一看; 一是一，二是二 is a saying, not a count."""
    if number is None or not rest:
        return None
    if "yao" in found:
        return Marker(Family.YAO, number)
    if "shi" in found:
        same = chinese_numeral(number)
        return None if re.match(f"{same}(?:[，、。]|$)", rest) else Marker(Family.SHI, number)
    return Marker(Family.ONE_VERB, number, verb=found["verb"])


def _is_pair(number: int, rest: str) -> bool:
    following = chinese_numeral(number + 1) if number < 99 else ""
    if not following or not rest.startswith(following):
        return False
    after = rest[len(following) : len(following) + 1]
    return after != "" and (after in _PAIR_AFTER or (after == "十" and number > 2))


def first_word(number: int) -> str:
    """The word that 首先 lists use for their n-th point; from the fourth on 最后."""
    return _FIRST_WORDS.get(number, "最后")


def marker_text(marker: Marker) -> str:
    """Print a marker as contract 3 writes it (一、 （一） 1. （1） ① 第一， 一要 一是 首先， …).

    第一部分 and its like stand off by a space, as nobody writes a comma after them.

    Raises:
        ValueError: the number is missing or larger than its family can print.
    """
    if marker.family is Family.DASH:
        return "——"
    number = marker.number
    if number is None:
        raise ValueError(f"{marker.family.name} needs a number")
    match marker.family:
        case Family.ARABIC:
            return f"{number}."
        case Family.ARABIC_BRACKET:
            return f"（{number}）"
        case Family.CIRCLED:
            return circled(number)
        case Family.FIRST:
            return f"{marker.noun or first_word(number)}，"
        case _:
            return _chinese_text(marker, chinese_numeral(number))


def _chinese_text(marker: Marker, numeral: str) -> str:
    match marker.family:
        case Family.CHAPTER:
            return f"{numeral}、"
        case Family.BRACKET:
            return f"（{numeral}）"
        case Family.ORDINAL:
            return f"第{numeral}{marker.noun}" + ("　" if marker.noun in DIVISIONS else "，")
        case Family.QI:
            return f"其{numeral}，"
        case Family.YAO:
            return f"{numeral}要"
        case Family.SHI:
            return f"{numeral}是"
        case _:
            return f"{numeral}{marker.verb}"
