"""Lead sentences (段首句) of the points of one part: one family of numbering, one grammatical form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.brief.model import Point
from drafter.compose.bindings import Bindings, bind_task
from drafter.compose.picker import fill, jitter
from drafter.compose.shape import (
    SHOULD,
    Shape,
    Shaped,
    first_verb,
    is_bad_thing,
    is_work,
    shape_of,
    with_verb,
    without_should,
)
from drafter.speech import Family
from phrasebank.bank import Bank
from phrasebank.model import Move, Phrase, Unit

__all__ = ["TELLING", "Lead", "family_for", "make_leads"]

_LEADING = re.compile(
    r"^(?:[一二三四五六七八九十]+[要是、]|第[一二三四五六七八九十]+[，、]|（[一二三四五六七八九十\d]+）|——|要(?!点|素|害|道|事)"
    r"|(?:首先|其次|再次|最后|其[一二三四五六])[，、]|\d{1,2}[.．、]|[①-⑳])\s*"
)
#: What makes a theme more than a bare noun.
_CLAUSE = re.compile("(?<=.)[的要了是得不](?=.)")
#: How many points 首先 … 最后 can number.
_FIRST_WORDS = 4
#: Families after which a verb phrase may stand with 要 before it (第一，要压实责任).
_TAKES_YAO = (Family.ORDINAL, Family.FIRST)


#: Roles of parts that tell how things are: nobody is told to do their points.
TELLING = ("形势", "成绩", "问题")


def family_for(points: Sequence[Point], family: Family, role: str = "") -> Family:
    """The family for one part's points.

    一要 cannot lead a state of things, 一是 can; 首先，其次，再次，最后 count no further than four.

    Arguments:
        points: the points.
        family: the speech's.
        role: of the part; in one that tells how things are, only what is plainly to be done follows 一要.
    """
    if family is Family.FIRST and len(points) > _FIRST_WORDS:
        return Family.ORDINAL
    stated = any(_is_stated(point) or (role in TELLING and not _is_deed(point)) for point in points)
    return Family.SHI if family is Family.YAO and stated else family


def _is_deed(point: Point) -> bool:
    return shape_of(_LEADING.sub("", point.heading or point.theme)).shape is Shape.VERB


def _is_stated(point: Point) -> bool:
    """Whether a point's lead says how things are (总账没有落下), which nobody can be told to do."""
    lead = _LEADING.sub("", point.heading or point.theme)
    shape = shape_of(lead).shape
    if shape is Shape.STATEMENT or (shape is not Shape.VERB and SHOULD.search(lead)):
        return True
    return bool(point.heading) and shape in (Shape.NORM, Shape.CLAUSE)


@dataclass(frozen=True, slots=True)
class Lead:
    """A point's lead sentence, without marker and final punctuation."""

    text: str
    phrase: str = ""


def make_leads(
    points: Sequence[Point],
    family: Family,
    *,
    bank: Bank,
    bindings: Bindings,
    seed: int,
    place: str,
    kind: str,
    topic: str,
    level: str,
    role: str = "",
) -> list[Lead]:
    """A lead for each point of one part; headings that the brief fixed stay.

    Arguments:
        points: the points, in order.
        family: their numbering.
        bank, bindings: where frames for noun themes come from and what fills them.
        seed, place: decide between frames that fit equally.
        kind, topic, level: of the speech.
        role: of the part; in one that tells how things are, the points are said as they stand.
    """
    shapes = [shape_of(point.theme) for point in points]
    frames: list[Phrase] = []
    nominal = all(item.shape is Shape.NOUN and not is_bad_thing(item.text) for item in shapes)
    telling = role in TELLING
    if family is not Family.YAO and nominal and len(points) > 1 and not telling:
        frames = _frames(bank, (kind, topic, level), seed, place)
    leads: list[Lead] = []
    taken: set[str] = set()
    for index, (point, shaped) in enumerate(zip(points, shapes, strict=True)):
        if point.heading:
            leads.append(Lead(_LEADING.sub("", point.heading.strip().rstrip("。；，"))))
            continue
        framed = _framed(frames, index, {**bindings, "task": bind_task(point.theme)})
        counted_as_duty = family is Family.YAO and len(points) > 1
        bare = telling or (not counted_as_duty and _names_itself(shaped))
        lead = framed or Lead(shaped.text if bare else _as_verb_phrase(shaped, index, frozenset(taken)))
        taken.add(first_verb(lead.text))
        leads.append(lead)
    nouns = any(
        lead.text == point.theme and shaped.shape in (Shape.NOUN, Shape.NORM)
        for lead, point, shaped in zip(leads, points, shapes, strict=True)
    )
    if family in _TAKES_YAO and not nouns and not telling and jitter(seed, "要") < 0.6:
        leads = [_with_yao(lead, point) for lead, point in zip(leads, points, strict=True)]
    return leads


def _frames(bank: Bank, speech: tuple[str, str, str], seed: int, place: str) -> list[Phrase]:
    """Lead frames of one family, or none: bare verb phrases compete with the families."""
    kind, topic, level = speech
    found = bank.candidates(Move.POINT_LEAD, units=(Unit.LEAD,), kind=kind, topic=topic, level=level)
    noun = [phrase for phrase in found if any(slot.form == "noun" for slot in phrase.slots)]
    families = sorted({phrase.family for phrase in noun})
    names = ["", *families]
    name = max(names, key=lambda family: jitter(seed, place, "lead", family))
    return [phrase for phrase in noun if phrase.family == name] if name else []


def _framed(frames: Sequence[Phrase], index: int, bindings: Bindings) -> Lead | None:
    if not frames:
        return None
    frame = frames[index % len(frames)]
    text = fill(frame, bindings)
    return Lead(text, frame.id) if text else None


def _names_itself(shaped: Shaped) -> bool:
    """Whether a theme is better told as it stands: 第一，民营企业的分量, not 第一，做好民营企业的分量.

    一要 needs a verb behind it; of the others a noun with 的 names what the paragraph is about, so does one
    that names no work we know a verb for, and a clause of its own (话要谈在前面) says it.
    """
    if shaped.shape is Shape.NORM:
        return True
    return shaped.shape is Shape.NOUN and (
        bool(_CLAUSE.search(shaped.text)) or not (is_work(shaped.text) or is_bad_thing(shaped.text))
    )


def _as_verb_phrase(shaped: Shaped, index: int, taken: frozenset[str]) -> str:
    if shaped.shape is Shape.NOUN:
        return with_verb(shaped.text, index, taken)
    if shaped.shape is Shape.NORM:
        return f"做到{without_should(shaped.text)}"
    return shaped.text


def _with_yao(lead: Lead, point: Point) -> Lead:
    if shape_of(point.theme).shape is Shape.STATEMENT:
        return lead
    if point.heading or lead.text.startswith(("要", "严禁", "不得")) or lead.phrase:
        return lead
    return Lead(f"要{lead.text}", lead.phrase)
