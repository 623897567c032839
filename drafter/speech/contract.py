"""Contract 3: a speech as JSON, there and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from drafter.speech.leading import first_word, marker_text, read_marker
from drafter.speech.marker import Family, Marker
from drafter.speech.model import Anomaly, Section, Speech

__all__ = ["as_json", "from_json"]


def as_json(speech: Speech) -> dict[str, Any]:
    """Contract 3's form of a speech, ready for ``json.dumps``.

    ``heading_end``, the punctuation that closed a heading, comes in addition to the contract, so
    that nothing of the text is lost.
    """
    return {
        "title": speech.title,
        "subtitle": speech.subtitle,
        "speaker": speech.speaker,
        "date": speech.date,
        "salutation": speech.salutation,
        "opening": list(speech.opening),
        "sections": [_section_json(section) for section in speech.sections],
        "closing": list(speech.closing),
        "announced": speech.announced,
        "enumerations": [list(run) for run in speech.enumerations],
        "anomalies": [
            {"code": anomaly.code, "message": anomaly.message, "paragraph": anomaly.paragraph}
            for anomaly in speech.anomalies
        ],
    }


def _section_json(section: Section) -> dict[str, Any]:
    return {
        "marker": marker_text(section.marker).strip(),
        "number": section.number,
        "heading": section.heading,
        "heading_end": section.heading_end,
        "run_in": section.run_in,
        "paragraphs": list(section.paragraphs),
        "sections": [_section_json(below) for below in section.sections],
    }


def from_json(data: Mapping[str, Any]) -> Speech:
    """Read contract 3's form; keys that are absent take their empty value.

    Raises:
        ValueError: a marker that is none.
    """
    return Speech(
        title=data.get("title"),
        subtitle=data.get("subtitle"),
        speaker=data.get("speaker"),
        date=data.get("date"),
        salutation=data.get("salutation"),
        opening=tuple(data.get("opening", ())),
        sections=tuple(_section(entry) for entry in data.get("sections", ())),
        closing=tuple(data.get("closing", ())),
        announced=data.get("announced"),
        enumerations=tuple(tuple(run) for run in data.get("enumerations", ())),
        anomalies=tuple(
            Anomaly(entry["code"], entry["message"], entry.get("paragraph"))
            for entry in data.get("anomalies", ())
        ),
    )


def _section(data: Mapping[str, Any]) -> Section:
    return Section(
        marker=_marker(data["marker"], data.get("number")),
        heading=data["heading"],
        run_in=data.get("run_in", False),
        heading_end=data.get("heading_end", ""),
        paragraphs=tuple(data.get("paragraphs", ())),
        sections=tuple(_section(entry) for entry in data.get("sections", ())),
    )


def _marker(text: str, number: int | None) -> Marker:
    # A marker is only read in front of words, and 第一部分 only with a space behind it.
    read = read_marker(f"{text}　内容")
    if read is None:
        raise ValueError(f"no marker: {text}")
    marker = read[0]
    if marker.family is Family.FIRST and number is not None:
        word = marker.noun or first_word(marker.number or 1)
        return replace(marker, number=number, noun="" if first_word(number) == word else word)
    return marker
