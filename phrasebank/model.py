"""What the bank holds: Phrase, Slot, and the inventories they are filed by (contract 4)."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from enum import Enum

__all__ = [
    "FINAL_MARKS",
    "MOVES",
    "OUTLINE_BREAK",
    "Move",
    "Phrase",
    "Slot",
    "SlotType",
    "Source",
    "Status",
    "Unit",
    "phrase_id",
]


OUTLINE_BREAK = "／"
"""Stands between the headings of an outline (一级标题组), which is one phrase of the bank."""


class Unit(Enum):
    """What kind of text a phrase is.

    An outline is the set of parallel headings of one speech or section, in order, joined with
    ``OUTLINE_BREAK``: what a kind × topic divides into.
    """

    HEADING = "heading"
    LEAD = "lead"
    SENTENCE = "sentence"
    PASSAGE = "passage"
    TRANSITION = "transition"
    PHRASE = "phrase"
    PARALLEL = "parallel"
    FORMULA = "formula"
    TITLE = "title"
    QUOTE = "quote"
    OUTLINE = "outline"


class Move(Enum):
    """What a phrase does in a speech (语步): Swales's moves for the 讲话稿."""

    OPENING_PURPOSE = "opening.purpose"
    OPENING_MANDATE = "opening.mandate"
    OPENING_ACKNOWLEDGE = "opening.acknowledge"
    OPENING_CONGRATULATE = "opening.congratulate"
    OPENING_BACKGROUND = "opening.background"
    OPENING_ANNOUNCE = "opening.announce"
    BODY_SIGNIFICANCE = "body.significance"
    BODY_ACHIEVEMENT = "body.achievement"
    BODY_PROBLEM = "body.problem"
    BODY_SITUATION = "body.situation"
    BODY_TRANSITION = "body.transition"
    POINT_LEAD = "point.lead"
    POINT_RATIONALE = "point.rationale"
    POINT_STATUS = "point.status"
    POINT_MEASURE = "point.measure"
    POINT_DUTY = "point.duty"
    POINT_DEADLINE = "point.deadline"
    POINT_DEMAND = "point.demand"
    POINT_BASELINE = "point.baseline"
    CLOSING_CALL = "closing.call"
    CLOSING_HOPE = "closing.hope"
    CLOSING_VISION = "closing.vision"
    CLOSING_WISH = "closing.wish"
    CLOSING_THANKS = "closing.thanks"


MOVES: frozenset[str] = frozenset(move.value for move in Move)


class SlotType(Enum):
    """What kind of local fact fills a slot."""

    PLACE = "PLACE"
    LEVEL = "LEVEL"
    ORG = "ORG"
    PERSON = "PERSON"
    POST = "POST"
    DATE = "DATE"
    PERIOD = "PERIOD"
    NUMBER = "NUMBER"
    PERCENT = "PERCENT"
    MONEY = "MONEY"
    LAW = "LAW"
    DOC = "DOC"
    EVENT = "EVENT"
    TOPIC = "TOPIC"
    TASK = "TASK"
    MEASURE = "MEASURE"
    COUNT = "COUNT"


class Status(Enum):
    """What the curators decided."""

    CANDIDATE = "candidate"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    FORBIDDEN = "forbidden"
    OBSOLETE = "obsolete"


@dataclass(frozen=True, slots=True)
class Slot:
    """A hole in a phrase that a brief fills.

    Arguments:
        name: as written in the text between braces; the composer binds by this name.
        type: the kind of fact.
        form: "verb" or "noun" where only a verb phrase (压实责任) or only a noun phrase
            (食堂管理) reads well there; "" where either does.
    """

    name: str
    type: SlotType
    form: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a phrase was found: file, 0-based paragraph, character offsets within it."""

    file: str
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """One entry of the bank.

    Arguments:
        id: ``phrase_id(text)``.
        text: the words, slots in braces, without final punctuation.
        unit, move: how it is filed.
        slots: every slot of the text, in order of first appearance.
        topics: subjects it is about (安全生产); empty where it fits any.
        kinds: kinds of speech (工作部署) it fits; empty for any.
        levels: levels (市, 县, 企业 …) it fits; empty for any.
        themes: words of a point's theme or measures that it goes with (责任, 排查); empty for any.
        family: for headings and leads the pattern they share with those they stand parallel to;
            for headings also the role, written role/pattern.
        moves: of a passage the move of each of its sentences, in order; else empty.
        groups: ids of the outlines (for a heading) and passages (for a lead or sentence) it came
            with, so that its neighbours can be shown.
        doubts: what the miner could not decide (可能有单位名“…”), Chinese, one a line; a phrase with
            doubts is never accepted without a person.
        score: 0 to 1, what a person should see first.
        sample_count: in how many texts it was found.
        used: how many drafts took it.
    """

    id: str
    text: str
    unit: Unit
    move: Move
    slots: tuple[Slot, ...] = ()
    topics: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    family: str = ""
    moves: tuple[Move, ...] = ()
    groups: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    status: Status = Status.CANDIDATE
    score: float = 0.0
    sources: tuple[Source, ...] = ()
    sample_count: int = 0
    note: str = ""
    decided_by: str = ""
    decided_at: str = ""
    used: int = 0

    def __hash__(self) -> int:
        """By the id, which the text decides: hashing every field would cost more than picking."""
        return hash(self.id)


FINAL_MARKS = "。！？；，、.!?;,"
"""Punctuation that may end a phrase in a text and is no part of it."""

_SPACE = re.compile(r"\s+")


def phrase_id(text: str) -> str:
    """The phrase's identity: 16 hex digits of the SHA-256 of its normalised text.

    Normalised: NFC, no white space, no final punctuation, so that copies of one sentence met in
    different files are one entry.
    """
    normal = _SPACE.sub("", unicodedata.normalize("NFC", text)).rstrip(FINAL_MARKS)
    return hashlib.sha256(normal.encode()).hexdigest()[:16]
