"""What the miner is given: the paragraphs of one speech, each with its place in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from phrasebank.model import Move

__all__ = ["Document", "Passage", "Role"]


class Role(StrEnum):
    """What a paragraph is in its speech."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    SPEAKER = "speaker"
    DATE = "date"
    SALUTATION = "salutation"
    OPENING = "opening"
    HEADING = "heading"
    BODY = "body"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph (段落) as the miner sees it.

    Arguments:
        text: its words without the marker that leads it; full-width punctuation.
        role: what it is; a run-in unit (段首句) is BODY with ``lead`` > 0.
        move: what it does, where somebody has said so already; else None.
        source: name of the file or record it came from.
        locator: its 0-based number among the paragraphs of its speech.
        path: numbers of the units it stands in, outermost first; (2, 1) is the first point of the
            second part. Of a heading its own number is the last. () in opening and closing.
        marker: the numbering that led it as printed (一、 第一， 一要), or "".
        lead: of a run-in unit the characters of ``text`` that are its heading, final mark included.
        offset: characters of the printed paragraph before ``text``: the marker's.
    """

    text: str
    role: Role
    move: Move | None
    source: str
    locator: int
    path: tuple[int, ...] = ()
    marker: str = ""
    lead: int = 0
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """A speech to mine.

    Arguments:
        source: name of the file or record.
        digest: SHA-256 of its bytes, hex; what is in the bank already is known by it.
        passages: its paragraphs in order.
    """

    source: str
    digest: str
    passages: tuple[Passage, ...]
