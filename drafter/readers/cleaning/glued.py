"""A speech pasted as one paragraph, with the markers glued inline, taken apart.

Only a blob is touched: a paragraph that holds most of the text. In it a marker after the end of
a sentence begins a paragraph when it stands in a sequence 1, 2, 3 … of its family. 一、（一） 1.
（1） and 第一， count so; 一是 and 一要 only when each item is a paragraph of its own, several
sentences long, and never after ；.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from drafter.readers.cleaning.scripts import CJK, NUMERALS
from drafter.readers.cleaning.shapes import ends_sentence, is_salutation, is_title
from drafter.readers.cleaning.sheet import Sheet
from drafter.speech.leading import read_marker
from drafter.speech.marker import Family, Marker

__all__ = ["take_apart"]

_BLOB = 400  # characters
_SHARE = 0.5  # of the text in the blob
_HUGE = 1500  # characters; no paragraph of a speech is that long, so it may be taken apart in any text
_WIDE_GAP = re.compile(r"[ \t]{2,}|[\u3000]+[ \t\u3000]*")
_GAP = re.compile(rf"(?<=[。！？：；”）]) (?=\S)|(?<=[{CJK}]) (?=[{CJK}])|(?<=[{CJK}]) (?=\d{{1,2}}[.、])")
_FEWEST_GAPS = 3
_ENDED = 0.4  # share of the pieces that end like a sentence
_PARAGRAPH = 20  # characters that pieces have on average, if they are paragraphs
_LAST = 4  # how read_marker numbers 最后，
_NAME = 4  # characters
_POST = 24  # characters
_PLACE = re.compile(
    rf"(?:(?<=[。！？；：…”）!?;: \n])|^)(?="
    rf"[（(]?(?:[{NUMERALS}]{{1,3}}[、）)是要]|\d{{1,2}}[.．、）)])|[①-⑳]|第[{NUMERALS}]{{1,3}}[，、,：]"
    r"|首先，|其次，|再次，|最后，)"
)
_LOOSE = re.compile(r"[（(]?[一1][、.）)是要]|第一[，、,]|首先，")
_FAREWELL = re.compile(
    r"(?<=[。！？!?”])(?=(?:同志们|朋友们|老师们|同学们|各位[^，。！：]{1,8})[，、！：,!:][^。]{6}|谢谢(?:大家|各位)?[！。!]?$)"
)
_HEADING_AT_END = re.compile(
    rf"(?<=[。！？])(?:[{NUMERALS}]{{1,3}}、|（[{NUMERALS}]{{1,3}}）)[^。；！？，]{{4,40}}$"
)
_SEVERAL = 60  # characters; a spoken item shorter than that is no paragraph
_LONGEST_HEADING = 80  # characters
_HEADING = (Family.CHAPTER, Family.BRACKET)
_SPOKEN = (Family.SHI, Family.YAO, Family.ONE_VERB, Family.FIRST, Family.QI)


@dataclass(frozen=True, slots=True)
class _Place:
    position: int
    marker: Marker
    before: str


def take_apart(sheet: Sheet) -> None:
    """Split every blob of the text into its paragraphs, and headings from the end of the text before them."""
    total = sum(map(len, sheet.lines))
    pieces: list[tuple[str, int]] = []
    for line, number in zip(sheet.lines, sheet.numbers, strict=True):
        pieces += [(part, number) for part in _parts(line, total)]
    if len(pieces) > len(sheet.lines):
        sheet.replace(pieces)


def _parts(line: str, total: int) -> list[str]:
    """The paragraphs of a line, of which most lines are one."""
    if len(line) >= _BLOB and len(line) >= _SHARE * total:
        gaps = _at_gaps(line.strip())
        parts = [piece for part in gaps for piece in _at_markers(part, Family)]
        if len(gaps) == 1 and len(parts) > 2:  # nothing but words tells where the last unit ends
            parts[-1:] = _FAREWELL.split(parts[-1])
        return [part for part in parts if part.strip()]
    if len(line) >= _HUGE:
        return _at_markers(line, _HEADING)
    heading = None if len(line) < _SEVERAL or ends_sentence(line) else _HEADING_AT_END.search(line)
    return [line[: heading.start()], heading[0]] if heading else [line]


def _at_gaps(text: str) -> list[str]:
    """Cut at the gaps that line ends became: wide ones always, single spaces when they look it."""
    parts = [part for part in _WIDE_GAP.split(text) if part.strip()]
    if len(parts) < _FEWEST_GAPS:
        parts = [text]
    return [piece for part in parts for piece in _at_single_gaps(part)]


def _at_single_gaps(text: str) -> list[str]:
    """Cut at single spaces, if they stand where paragraphs end and not all over the text."""
    parts = _GAP.split(text)
    ended = sum(ends_sentence(part) for part in parts)
    if len(parts) <= _FEWEST_GAPS or ended < _ENDED * len(parts) or len(text) < _PARAGRAPH * len(parts):
        return [text]
    lines = [parts[0]]
    for part in parts[1:]:
        # 市长 周明远: the space parts post and name.
        if len(part) <= _NAME and _is_post(lines[-1]) and not is_salutation(part):
            lines[-1] += f" {part}"
        else:
            lines.append(part)
    return lines


def _is_post(line: str) -> bool:
    return len(line) <= _POST and line[-1] not in "）)" and not is_title(line) and not ends_sentence(line)


def _at_markers(text: str, families: Iterable[Family]) -> list[str]:
    """Cut before the markers that number units of the blob."""
    places = _places(text)
    cuts = sorted({place.position for family in families for place in _sequence(places, family, text)} - {0})
    return [text[a:b] for a, b in pairwise([0, *cuts, len(text)])] if cuts else [text]


def _places(text: str) -> list[_Place]:
    """Markers at the beginning of a sentence, and first markers that are glued to a heading."""
    places = [place for match in _PLACE.finditer(text) if (place := _place(text, match.start()))]
    headings = [place for place in places if place.marker.family in _HEADING]
    for heading in headings:  # grows: the first marker found may lead a heading itself
        reach = heading.position + _LONGEST_HEADING
        end = text.find("。", heading.position, reach)
        for match in _LOOSE.finditer(text, heading.position + 2, end if end >= 0 else min(reach, len(text))):
            place = _place(text, match.start())
            if place and place.marker.number == 1 and place.marker.family is not heading.marker.family:
                places.append(place)
                if place.marker.family in _HEADING:
                    headings.append(place)
                break
    return sorted(set(places), key=lambda place: place.position)


def _place(text: str, position: int) -> _Place | None:
    found = read_marker(text[position : position + 60])
    if found is None or found[0].number is None:
        return None
    return _Place(position, found[0], text[position - 1] if position else "")


def _sequence(places: list[_Place], family: Family, text: str) -> list[_Place]:
    """The places of one family that count 1, 2, 3 … ; a count may start over below each higher unit."""
    mine = [place for place in places if place.marker.family is family]
    runs: list[list[_Place]] = []
    for place in mine:
        number = place.marker.number or 0
        if number == 1:
            runs.append([place])
        elif runs and (number == (runs[-1][-1].marker.number or 0) + 1 or _is_last(place, runs[-1])):
            runs[-1].append(place)
    return [place for run in runs if len(run) > 1 and _numbers_paragraphs(run, family, text) for place in run]


def _is_last(place: _Place, run: list[_Place]) -> bool:
    """Whether 最后， closes a 首先，其次， … list; after 首先， alone it is a word like any other."""
    return place.marker.family is Family.FIRST and len(run) > 1 and place.marker.number == _LAST


def _numbers_paragraphs(run: list[_Place], family: Family, text: str) -> bool:
    """Whether a run's items are paragraphs and not clauses of one."""
    if any(place.before in "；;" for place in run[1:]):
        return False
    if family not in _SPOKEN and family is not Family.CIRCLED:
        return True
    items = [text[a.position : b.position] for a, b in pairwise(run)]
    return all(len(item) >= _SEVERAL and item.count("。") >= 2 for item in items)
