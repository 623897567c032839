"""Which paragraphs begin a unit: a marker leads them, and they are not something else.

A marker alone proves little. 一是…；二是… may be one paragraph of running text, 首先，请…讲话 an item of
a chair's agenda, 首先 a mere beginning, 一看 a word, 最后，让我们… the farewell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from drafter.speech.announced import announces
from drafter.speech.enumerations import holds_next, stops_before
from drafter.speech.leading import DIVISIONS, first_word, read_marker
from drafter.speech.marker import Family, Marker
from drafter.speech.numbering import Key, count_key
from drafter.speech.sentences import end_of_sentence

__all__ = ["Candidate", "find_candidates", "reads_as_unit"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A paragraph that begins a unit.

    Arguments:
        index: the paragraph's place.
        marker: its marker.
        rest: the text behind the marker.
    """

    index: int
    marker: Marker
    rest: str

    @property
    def number(self) -> int:
        """The marker's count; candidates always have one."""
        return self.marker.number or 0

    @property
    def key(self) -> Key:
        """What the candidate counts with."""
        return count_key(self.marker)


# Every marker begins with one of these, so most paragraphs are passed over at one look.
_MAY_LEAD = re.compile(
    r"[ \t\u3000\xa0]*[一二三四五六七八九十第首其再最（(1-9"
    r"\u2460-\u249b\u3220-\u3229\u3251-\u325f\u32b1-\u32bf]"
)
_FIRST_WITHOUT_COMMA = re.compile(r"^(首先|其次|再次|最后)(?=[是要])")
_AGENDA_REST = re.compile(
    r"(?:现在|下面)?(?:有?请|由|进行|听取|书面|学习|传达|宣读|安排|表彰|颁|观看|审议|大会|会议|全体起立|奏唱)"
)
_AGENDA_CALL = re.compile(
    r"(?:现在|下面|让我们)?(?:有请|请(?![示求假客教战缨愿])).{2,60}"
    r"(?:讲话|发言|致辞|通报|宣读|介绍|汇报|说明|点评|主持|授课|报告|颁奖|揭牌)"
)
_LEAVE = (
    r"(?:让我们|我们坚信|我相信|我坚信|祝(?!贺)|预祝|衷心|谢谢|感谢|敬请|希望|恳请|再一?次|拜[个托]|同志们"
    r"|我想用|借此|我(?:谨|再次)?代表|.{0,30}共勉)"
)
_FAREWELL = re.compile(_LEAVE)
_FAREWELL_BEHIND = re.compile(
    r"[，。；！：](?:让我们|我们?(?:谨|再次|衷心)?祝|祝(?!贺)|预祝|衷心祝|谢谢|恳请|.{0,20}共勉)"
)
_DEMAND = re.compile(r"要(?![求素])|必须|务必|须")
_ENDS_THANKING = re.compile(r"(?:谢谢|感谢)(?:大家|各位|同志们)?[！。]?$")
_LONGEST_ASIDE = 60  # characters; 最后，还有三天就过年了。祝大家新春快乐！
_TRUNCATED = re.compile(r"(?:…+|\.{3,})$")
# Counts that mean nothing alone: a single one of them is a turn of phrase, not a list.
_SPOKEN = frozenset({Family.YAO, Family.SHI, Family.ORDINAL, Family.QI, Family.ONE_VERB, Family.FIRST})


def reads_as_unit(paragraph: str) -> Candidate | None:
    """Read one paragraph by itself; None where it is no unit whatever stands around it."""
    if _MAY_LEAD.match(paragraph) is None:
        return None
    # 首先要… counts as 首先，要… does, but only among its like: read_marker alone must not take it.
    read = read_marker(_FIRST_WITHOUT_COMMA.sub(r"\1，", paragraph))
    if read is None:
        return None
    marker, rest = read
    if not rest or marker.family is Family.DASH or _is_agenda(marker, rest) or holds_next(marker, rest):
        return None
    return Candidate(0, marker, rest)


def _is_agenda(marker: Marker, rest: str) -> bool:
    """An item of the agenda that a chair reads out (第一项，请… · 首先，请…讲话)."""
    if "议程" in marker.noun or "议题" in marker.noun:
        return True
    if marker.noun == "项" and _AGENDA_REST.match(rest):
        return True
    return _AGENDA_CALL.match(rest) is not None


def find_candidates(paragraphs: Sequence[str]) -> list[Candidate]:
    """The paragraphs that begin a unit, in order.

    Arguments:
        paragraphs: the speech behind its address, stripped.
    """
    found = []
    for index, paragraph in enumerate(paragraphs):
        candidate = reads_as_unit(paragraph)
        if candidate is not None:
            found.append(replace(candidate, index=index))
    found = _settle_verbs(_settle_first(found))
    found = [
        candidate
        for candidate, following in zip(found, _followers(found), strict=True)
        if not _stands_alone(candidate, following, paragraphs)
    ]
    return _without_preamble(list(_without_second_halves(found, paragraphs)), paragraphs)


def _settle_first(found: list[Candidate]) -> list[Candidate]:
    """Keep 首先 lists that have at least 首先 and 其次; number 最后; drop farewells."""
    kept: list[Candidate] = []
    run: list[Candidate] = []
    outer: dict[Key, int] = {}  # the counts begun before the run, by their last numbers
    dropped: set[int] = set()
    for candidate in found:
        if candidate.marker.family is not Family.FIRST:
            kept.append(candidate)
            if run and outer.get(candidate.key) == candidate.number - 1 > 0:
                dropped.update(_too_short(run))
                run = []
            if run:
                outer.pop(candidate.key, None)
            else:
                outer[candidate.key] = candidate.number
            continue
        word = candidate.marker.noun or first_word(candidate.number)
        if word == "首先":
            dropped.update(_too_short(run))
            run = [candidate]
            kept.append(candidate)
        elif run and not (word == "最后" and (len(run) < 2 or _takes_leave(candidate, run))):
            number = len(run) + 1
            marker = Marker(Family.FIRST, number, noun="" if first_word(number) == word else word)
            run.append(replace(candidate, marker=marker))
            kept.append(run[-1])
        elif not run and word == "最后" and kept and _is_one_more(candidate, kept[-1]):
            marker = Marker(
                Family.FIRST,
                kept[-1].number + 1,
                noun="" if first_word(kept[-1].number + 1) == word else word,
            )
            kept.append(replace(candidate, marker=marker))
    dropped.update(_too_short(run))
    return [candidate for candidate in kept if candidate.index not in dropped]


def _is_one_more(last: Candidate, before: Candidate) -> bool:
    """Whether 最后，要… goes on with 第一，要…第二，要…第三，要…"""
    is_counted = before.marker.family is Family.ORDINAL and not before.marker.noun and before.number > 1
    return is_counted and all(_DEMAND.match(unit.rest) for unit in (before, last))


def _takes_leave(last: Candidate, run: Sequence[Candidate]) -> bool:
    """Whether 最后，… is the farewell rather than the last point, which is like the points before it."""
    words = last.rest
    if _DEMAND.match(words) is not None or any(words[:2] == fellow.rest[:2] for fellow in run):
        return False
    if _FAREWELL.match(words) is not None or _ENDS_THANKING.search(words) is not None:
        return True
    heading = words[: end_of_sentence(words)]
    return _FAREWELL_BEHIND.search(words if len(words) <= _LONGEST_ASIDE else heading) is not None


def _settle_verbs(found: list[Candidate]) -> list[Candidate]:
    """Keep 二抓 only behind 一抓: a numeral before a verb may as well say how many (三减三健)."""
    numbers: dict[Key, int] = {}
    kept = []
    for candidate in found:
        if candidate.marker.family is Family.ONE_VERB:
            if candidate.number > 1 and numbers.get(candidate.key) != candidate.number - 1:
                continue
            numbers[candidate.key] = candidate.number
        kept.append(candidate)
    return kept


def _too_short(run: list[Candidate]) -> list[int]:
    return [candidate.index for candidate in run] if len(run) == 1 else []


def _followers(found: list[Candidate]) -> list[Candidate | None]:
    """For each candidate the next one that counts in the same way."""
    followers: list[Candidate | None] = []
    seen: dict[Key, Candidate] = {}
    for candidate in reversed(found):
        followers.append(seen.get(candidate.key))
        seen[candidate.key] = candidate
    followers.reverse()
    return followers


def _stands_alone(candidate: Candidate, following: Candidate | None, paragraphs: Sequence[str]) -> bool:
    """A spoken count whose second never comes; where the text breaks off it may still have come."""
    if candidate.number != 1 or candidate.marker.family not in _SPOKEN:
        return False
    if candidate.marker.noun in DIVISIONS or (following is not None and following.number > 1):
        return False
    cut_off = candidate.index >= len(paragraphs) - 2 and _TRUNCATED.search(paragraphs[-1]) is not None
    return not cut_off


def _without_second_halves(found: Sequence[Candidate], paragraphs: Sequence[str]) -> Iterator[Candidate]:
    """Drop 二是…, 三是… whose 一是… stands inside the paragraph before them: one enumeration, no units."""
    numbers: dict[Key, int] = {}
    dropped: dict[Key, int] = {}
    for candidate in found:
        key, number = candidate.key, candidate.number
        is_spoken = candidate.marker.family in _SPOKEN
        if is_spoken and dropped.get(key) == number - 1:
            dropped[key] = number
            continue
        dropped.pop(key, None)
        begins_late = is_spoken and number > 1 and numbers.get(key) != number - 1 and candidate.index > 0
        if begins_late and stops_before(candidate.marker, paragraphs[candidate.index - 1]):
            dropped[key] = number
            continue
        numbers[key] = number
        yield candidate


def _without_preamble(found: list[Candidate], paragraphs: Sequence[str]) -> list[Candidate]:
    """Leave a spoken list to the opening when the points are announced behind it.

    今天的会议有三个目的：一是… 二是… 三是… 下面，我讲四点意见。 一、…
    """
    for place, candidate in enumerate(found):
        if candidate.marker.family in _SPOKEN:
            continue
        before = paragraphs[candidate.index - 1] if candidate.index else ""
        behind_list = place > 0 and found[place - 1].index < candidate.index - 1
        return found[place:] if behind_list and announces(before) else found
    return found
