"""The phrases of a sample that a draft may take over unseen: only what argues, opens, joins and closes.

Whatever tells how things stand or what is done in the sample's place is left out, even where no name or
figure is in it: 去年我们关停了几家企业 is a fact of somebody else's. So is everything that the miner doubts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.compose.relevance import pairs_of, weight_of
from drafter.errors import CodedError, Problem
from drafter.mine.document import mine_document
from drafter.mine.raw import Raw, digest_of
from phrasebank.check import check_phrase
from phrasebank.mining import Found
from phrasebank.model import Move, Phrase, Source, Status, Unit
from phrasebank.vocabulary import slots_of

__all__ = ["phrases_of"]

_UNITS = {Unit.SENTENCE, Unit.TRANSITION, Unit.PARALLEL, Unit.FORMULA}
_MOVES = {
    Move.OPENING_PURPOSE,
    Move.OPENING_MANDATE,
    Move.OPENING_ACKNOWLEDGE,
    Move.OPENING_BACKGROUND,
    Move.OPENING_ANNOUNCE,
    Move.BODY_SIGNIFICANCE,
    Move.BODY_TRANSITION,
    Move.POINT_RATIONALE,
    Move.POINT_DEMAND,
    Move.POINT_BASELINE,
    Move.CLOSING_CALL,
    Move.CLOSING_HOPE,
    Move.CLOSING_VISION,
    Move.CLOSING_WISH,
    Move.CLOSING_THANKS,
}
#: Slots that every brief can fill.
_SLOTS = {"topic", "place", "level", "leadership", "units", "superior", "meeting", "count", "basis", "prior"}
#: Words that point at the sample's own day, place, story or listeners' doings.
_OWN = re.compile(
    "[今昨明前去]天|[今去前]年|上个?月|这[次场回件里]|那[次场回件天年里]|刚才|方才|上次|当时|那时|后来|曾经|有[一位人的]|"
    "我(?!们|市|县|区|省|国|镇|乡|公司|校|系统|局)|我们[^，]{0,6}[了过]|他|她|你|咱|叫|[一-鿿]说[：，]|老[一-鿿](?![百师人年实])|小[一-鿿]{1,2}(?:同志|说)"
)
_FIGURES = re.compile(
    r"[0-9０-９]|[一二三四五六七八九十百千万两几]+(?:[多余]?[个名家次天年月户亩里件人位元斤块间栋座条处]|成|倍)"
)
#: Pairs of characters at least as telling as this make a sentence speak of its subject.
_TELLING = 0.75


def phrases_of(data: bytes, name: str) -> Iterator[Phrase]:
    """The sample's phrases, accepted, each with its place.

    Arguments:
        data: the sample's bytes.
        name: its file, as sources shall name it.

    Raises:
        CodedError: it cannot be read.
    """
    mined = mine_document(Raw(name, data, digest_of(data), len(data)))
    if isinstance(mined, Problem):
        raise CodedError(mined)
    seen: set[str] = set()
    for found in mined.found:
        if found.id not in seen and _may_be_said(found):
            phrase = _phrase(found, name, mined.about.topics)
            if phrase is not None and not check_phrase(phrase):
                seen.add(found.id)
                yield phrase


def _may_be_said(found: Found) -> bool:
    if Unit(found.unit) not in _UNITS or Move(found.move) not in _MOVES or found.doubts:
        return False
    slots = {slot.name for slot in slots_of(found.text)}
    return slots <= _SLOTS and not _OWN.search(found.text) and not _FIGURES.search(found.text)


def _phrase(found: Found, name: str, topics: tuple[str, ...]) -> Phrase | None:
    """A phrase of any subject where none of its words is of one; None where nobody can say of which it is."""
    general = "{topic}" in found.text or all(weight_of(pair) < _TELLING for pair in pairs_of(found.text))
    if not general and not (found.topics or topics):
        return None
    return Phrase(
        id=found.id,
        text=found.text,
        unit=Unit(found.unit),
        move=Move(found.move),
        slots=slots_of(found.text),
        topics=() if general else found.topics or topics,
        themes=found.themes,
        status=Status.ACCEPTED,
        sources=(Source(name, found.paragraph, found.start, found.end),),
        sample_count=1,
    )
