"""The laid-out form of a speech's text, in which place tells what the words alone would not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.speech.blocks import Part, Role, speech_paragraphs
from drafter.speech.candidates import reads_as_unit
from drafter.speech.leading import first_word
from drafter.speech.marker import Family, Marker
from drafter.speech.model import Section, Speech
from drafter.speech.salutation import read_salutation
from drafter.speech.sentences import split_heading

__all__ = ["lay_out", "read_layout"]

_INDENT = "　　"
_SPEAKER = "讲话人："


def lay_out(speech: Speech) -> str:
    """Print a speech part by part: a blank line between parts, what lies below a unit indented."""
    front: list[str] = []
    opening: list[str] = []
    for block in speech_paragraphs(speech):
        if block.role is Role.SPEAKER:
            front.append(_SPEAKER + block.text)
        elif block.part is Part.FRONT and block.role is not Role.SALUTATION:
            front.append(block.text)
        elif block.part in {Part.FRONT, Part.OPENING}:
            opening.append(block.text)
    parts = [front, opening] if opening else [front]
    parts += [list(_section_lines(section, 0)) for section in speech.sections]
    if speech.closing:
        parts.append(list(speech.closing))
    return "\n\n".join("\n".join(part) for part in parts) + ("\n\n" if len(parts) == 1 else "")


def _section_lines(section: Section, depth: int) -> Iterator[str]:
    head, *paragraphs = speech_paragraphs(Speech(sections=(replace(section, sections=()),)))
    yield _INDENT * depth + head.text
    for block in paragraphs:
        yield _INDENT * (depth + 1) + block.text
    for below in section.sections:
        yield from _section_lines(below, depth + 1)


def read_layout(text: str) -> Speech | None:
    """Read the laid-out form.

    The form is believed only when the whole text is exactly as ``lay_out`` prints it: blank lines
    and indents of other origin say nothing.

    Returns:
        The speech, or None for text in any other form.
    """
    if "\n\n" not in text:
        return None
    parts = [part.split("\n") if part else [] for part in text.split("\n\n")]
    if len(parts) == 2 and not parts[1]:
        parts.pop()
    speech = _read_parts(parts)
    return speech if speech is not None and lay_out(speech) == text else None


def _read_parts(parts: list[list[str]]) -> Speech | None:
    speech = _read_front(parts[0])
    rest = parts[1:]
    if rest and rest[0] and reads_as_unit(rest[0][0]) is None:
        speech = _read_opening(speech, rest.pop(0))
    sections: list[Section] = []
    while rest and rest[0] and reads_as_unit(rest[0][0]) is not None:
        number = sections[-1].number if sections else 0
        section = _read_section(rest.pop(0), 0, number or 0)
        if section is None:
            return None
        sections.append(section)
    if len(rest) > 1 or (rest and not sections):
        return None
    return replace(speech, sections=tuple(sections), closing=tuple(rest[0]) if rest else ())


def _read_front(lines: Sequence[str]) -> Speech:
    speech = Speech()
    for line in lines:
        if line.startswith(_SPEAKER):
            speech = replace(speech, speaker=line[len(_SPEAKER) :])
        elif line.startswith("——"):
            speech = replace(speech, subtitle=line[2:])
        elif line.startswith("（") and line.endswith("）"):
            speech = replace(speech, date=line[1:-1])
        else:
            speech = replace(speech, title=line)
    return speech


def _read_opening(speech: Speech, lines: list[str]) -> Speech:
    address = read_salutation(lines[0])
    if address is None or address[1] or not lines[0].endswith("："):
        return replace(speech, opening=tuple(lines))
    return replace(speech, salutation=address[0], opening=tuple(lines[1:]))


def _read_section(lines: list[str], depth: int, before: int) -> Section | None:
    """Read one unit; ``before`` is the number of the unit before it on its level."""
    head, *below = lines
    unit = reads_as_unit(head.removeprefix(_INDENT * depth))
    if unit is None:
        return None
    heading, heading_end, rest = split_heading(unit.rest)
    inner = _INDENT * (depth + 1)
    paragraphs = [rest] if rest else []
    while below and below[0].startswith(inner) and _read_unit(below[0], inner) is None:
        paragraphs.append(below.pop(0).removeprefix(inner))
    sections: list[Section] = []
    while below:
        size = next(
            (place for place, line in enumerate(below[1:], 1) if _read_unit(line, inner) is not None),
            len(below),
        )
        number = sections[-1].number if sections else 0
        section = _read_section(below[:size], depth + 1, number or 0)
        if section is None:
            return None
        sections.append(section)
        del below[:size]
    return Section(
        _settle(unit.marker, before), heading, bool(rest), heading_end, tuple(paragraphs), tuple(sections)
    )


def _read_unit(line: str, indent: str) -> Marker | None:
    """The marker of a unit that stands at exactly this indent."""
    words = line.removeprefix(indent)
    if not line.startswith(indent) or words.startswith("　"):
        return None
    unit = reads_as_unit(words)
    return unit.marker if unit else None


def _settle(marker: Marker, before: int) -> Marker:
    """最后 is the number after the one before it."""
    if marker.family is not Family.FIRST or before == 0:
        return marker
    word = marker.noun or first_word(marker.number or 1)
    number = before + 1
    return replace(marker, number=number, noun="" if first_word(number) == word else word)
