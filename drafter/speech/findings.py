"""What a speech's text tells about it: points announced, inline enumerations, anomalies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.speech.announced import find_announced
from drafter.speech.blocks import Block, Part, Role, speech_paragraphs
from drafter.speech.damage import text_anomalies
from drafter.speech.enumerations import find_enumerations
from drafter.speech.model import Anomaly, Section, Speech
from drafter.speech.numbering import numbering_anomalies

__all__ = ["with_findings"]


def with_findings(speech: Speech, notes: Sequence[Anomaly] = ()) -> Speech:
    """Fill in ``announced``, ``enumerations`` and ``anomalies`` from the speech's own text.

    Arguments:
        speech: a speech's structure.
        notes: anomalies known from elsewhere, counted by paragraphs in print.
    """
    blocks = speech_paragraphs(speech)
    announced = find_announced(speech.opening, _first_count(speech.sections))
    enumerations = find_enumerations(
        block.text[len(block.marker) :] for block in blocks if block.part is not Part.FRONT
    )
    found: dict[tuple[str, int | None], Anomaly] = {}
    for anomaly in (
        *notes,
        *_mismatch(announced, speech.sections, enumerations),
        *_placed(numbering_anomalies(speech.sections), blocks),
        *text_anomalies(blocks),
    ):
        # A text is cut off once, whoever noticed it.
        place = None if anomaly.code == "truncated" else anomaly.paragraph
        found.setdefault((anomaly.code, place), anomaly)
    return replace(speech, announced=announced, enumerations=enumerations, anomalies=tuple(found.values()))


def _placed(anomalies: Iterator[Anomaly], blocks: Sequence[Block]) -> Iterator[Anomaly]:
    """Turn the rank of a unit into the place of its paragraph."""
    places = [index for index, block in enumerate(blocks) if block.role in {Role.HEADING, Role.RUN_IN}]
    for anomaly in anomalies:
        yield replace(anomaly, paragraph=places[anomaly.paragraph or 0])


def _first_count(sections: Sequence[Section]) -> int:
    """How many units the highest level has before it begins to count anew."""
    for place, section in enumerate(sections):
        if place and section.number == 1 and section.marker.family is sections[0].marker.family:
            return place
    return len(sections)


def _mismatch(
    announced: int | None, sections: Sequence[Section], enumerations: Sequence[Sequence[str]]
) -> Iterator[Anomaly]:
    """Points announced that the speech does not have; without units they may stand in a paragraph."""
    if announced is None:
        return
    found = _first_count(sections)
    if announced in {found, len(sections)} or (
        not sections and any(len(run) == announced for run in enumerations)
    ):
        return
    number = "没有找到" if found == 0 else f"只找到{found}个" if found < announced else f"却有{found}个"
    yield Anomaly("announced-mismatch", f"开头说讲{announced}个方面，正文{number}")
