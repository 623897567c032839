"""The one flattening of a speech that every writer and the composer's trace walk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from drafter.speech.leading import marker_text
from drafter.speech.model import Section, Speech

__all__ = ["Block", "Part", "Role", "section_blocks", "speech_paragraphs"]


class Role(StrEnum):
    """What a paragraph is."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    DATE = "date"
    SPEAKER = "speaker"
    SALUTATION = "salutation"
    HEADING = "heading"
    RUN_IN = "run_in"
    BODY = "body"


class Part(StrEnum):
    """Where in the speech a paragraph stands."""

    FRONT = "front"
    OPENING = "opening"
    SECTIONS = "sections"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph as it is printed.

    Arguments:
        role: see Role.
        text: the whole paragraph as printed, marker, dash or brackets included.
        level: for headings and run-in units their depth, 1 for the highest; else 0.
        lead: of a run-in unit the marker, heading and its punctuation (段首句); ``text`` goes on
            behind it. Else "".
        marker: of a unit its marker as printed, with which ``text`` begins. Else "".
        part: see Part.
    """

    role: Role
    text: str
    level: int = 0
    lead: str = ""
    marker: str = ""
    part: Part = Part.SECTIONS

    @property
    def rest(self) -> str:
        """The text behind a run-in lead."""
        return self.text[len(self.lead) :]


def speech_paragraphs(speech: Speech) -> list[Block]:
    """Every paragraph of a speech in order of printing."""
    return [*_front(speech), *_body(speech)]


def _front(speech: Speech) -> Iterator[Block]:
    if speech.title is not None:
        yield Block(Role.TITLE, speech.title, part=Part.FRONT)
    if speech.subtitle is not None:
        yield Block(Role.SUBTITLE, f"——{speech.subtitle}", part=Part.FRONT)
    if speech.date is not None:
        yield Block(Role.DATE, f"（{speech.date}）", part=Part.FRONT)
    if speech.speaker is not None:
        yield Block(Role.SPEAKER, speech.speaker, part=Part.FRONT)
    if speech.salutation is not None:
        yield Block(Role.SALUTATION, f"{speech.salutation}：", part=Part.FRONT)


def _body(speech: Speech) -> Iterator[Block]:
    for paragraph in speech.opening:
        yield Block(Role.BODY, paragraph, part=Part.OPENING)
    for section in speech.sections:
        yield from section_blocks(section, 1)
    for paragraph in speech.closing:
        yield Block(Role.BODY, paragraph, part=Part.CLOSING)


def section_blocks(section: Section, level: int) -> Iterator[Block]:
    """The paragraphs of one unit and of those below it; ``level`` is the unit's own depth."""
    marker = marker_text(section.marker)
    lead = marker + section.heading + section.heading_end
    paragraphs = section.paragraphs
    if section.run_in and paragraphs:
        yield Block(Role.RUN_IN, lead + paragraphs[0], level, lead, marker)
        paragraphs = paragraphs[1:]
    else:
        yield Block(Role.HEADING, lead, level, marker=marker)
    for paragraph in paragraphs:
        yield Block(Role.BODY, paragraph)
    for below in section.sections:
        yield from section_blocks(below, level + 1)
