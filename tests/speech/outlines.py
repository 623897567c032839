"""Print what was read in one line a unit, so that tests show outlines as people draw them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.speech import Section, Speech, marker_text, parse_speech

__all__ = ["outline", "outline_of"]


def outline(text: str) -> str:
    """The outline read from a text: ``marker heading``, two spaces a level, one unit a line."""
    return outline_of(parse_speech(text))


def outline_of(speech: Speech) -> str:
    return "\n".join(_lines(speech.sections, 0))


def _lines(sections: Sequence[Section], depth: int) -> Iterator[str]:
    for section in sections:
        yield "  " * depth + marker_text(section.marker).strip() + section.heading
        yield from _lines(section.sections, depth + 1)
