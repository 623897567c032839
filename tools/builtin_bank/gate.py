"""What a phrase must pass to be built in: the bank's gate, and what the bank's tests ask of all."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from drafter.brief import Brief, Place
from drafter.measure.invented import Invented, find_invented, spans_of
from drafter.measure.known import Known
from drafter.measure.written import Written
from drafter.speech import parse_speech
from drafter.speech.announced import find_announced
from phrasebank.check import check_phrase
from phrasebank.model import Move, Phrase, Unit

__all__ = ["BINDABLE", "refusals"]

BINDABLE = frozenset(
    {
        *("topic", "place", "level", "leadership", "units", "superior", "meeting", "basis", "prior", "count"),
        *("year", "season", "section", "task", "org", "deadline", "measure"),
    }
)
"""Slots that a brief fills (docs/phrases.md); a phrase with another one would never be said."""

READ_ALOUD = 90
"""Characters a listener can follow in one sentence (design/composition.md)."""

_CONNECTIVE = re.compile(r"^(?:同时|此外|另外|其次|再次|而且|并且|因此|所以|但是)")
_TELLS_WHAT = re.compile(
    r"(?:我?先|最后)(?:再)?(?:讲|说|谈|报|摆)|说清|说说|有成绩|成绩讲|讲认识|讲的是规矩|说的是党性|^围绕“"
)
"""What an announcement may not promise: 先讲账，再讲办法 holds for the speech it was said in."""
_SLOT = re.compile(r"\{[a-z]+\}")
_FILLED = {"{topic}": "安全生产", "{place}": "临江市", "{level}": "市", "{count}": "三"}
_NO_BRIEF = Known(Brief(kind="工作部署", topic="安全生产", place=Place("临江市", "市")))
_NO_SENTENCE = frozenset({Unit.OUTLINE, Unit.TITLE, Unit.HEADING})


def refusals(phrase: Phrase, local_names: Collection[str]) -> Iterator[str]:
    """Say, in Chinese, why a phrase is not built in; nothing where it is.

    Arguments:
        phrase: as it would be built in.
        local_names: places and persons of the samples, which no gate can know.
    """
    yield from (problem.message for problem in check_phrase(phrase))
    for name in sorted(local_names):
        if name in phrase.text:
            yield f"有样稿里的名字“{name}”"
    for slot in phrase.slots:
        if slot.name not in BINDABLE:
            yield f"提纲填不了空位 {{{slot.name}}}"
    if phrase.unit not in _NO_SENTENCE and any(len(one) > READ_ALOUD for one in phrase.text.split("。")):
        yield f"有一句超过{READ_ALOUD}字，念不下来"
    if phrase.unit not in _NO_SENTENCE:
        yield from (f"起草出来会被当成{found.kind}“{found.text}”" for found in _specifics(phrase.text))
    if match := _CONNECTIVE.search(phrase.text):
        yield f"开头的“{match[0]}”由起草时添，请删去"
    if phrase.move is Move.OPENING_ANNOUNCE and not _announces(phrase.text):
        yield "照这句话数不出后面有几个部分，要以“我讲{count}点……”一类的话收尾"
    if phrase.move is Move.OPENING_ANNOUNCE and (match := _TELLS_WHAT.search(phrase.text)):
        yield f"“{match[0]}”说定了后面讲什么，别人的稿子不一定这么讲"


def _specifics(text: str) -> list[Invented]:
    """What our own measure would call invented in a draft that says these words: 十年, 一百句 are figures."""
    said = _SLOT.sub(lambda slot: _FILLED.get(slot[0], "有关"), text)
    written = Written("", tuple(said.split("\n")), parse_speech(said))
    return find_invented(written, _NO_BRIEF, spans_of(written))


def _announces(text: str) -> bool:
    """Whether our own reader takes the number of parts out of the words."""
    said = _SLOT.sub("安全", text.replace("{count}", "三"))
    return find_announced([f"{said}。"]) == 3
