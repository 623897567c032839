"""From the paragraphs behind the address to opening, sections and closing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.speech.candidates import Candidate, find_candidates
from drafter.speech.closing import closing_start
from drafter.speech.model import Section, Speech
from drafter.speech.outline import find_depths
from drafter.speech.sentences import split_heading

__all__ = ["read_body"]

_APPENDIX = re.compile(
    r"(?:附件?[一二三四五六七八九十\d]{0,2}[：:].{0,30}|附件[一二三四五六七八九十\d]{0,2}"
    r"|(?:附[：:]?)?[^，。；]{0,12}(?:名词|用语|术语|词语|缩略语)[^，。；]{0,4}(?:解释|注释|注解|释义|说明)[^，。；]{0,8}[：:]?"
    r"|(?:注释|注解)[：:]?)$"
)
_LONGEST_APPENDIX_LINE = 40  # characters


@dataclass(frozen=True, slots=True)
class _Unit:
    """A numbered paragraph taken apart, with its place and depth."""

    candidate: Candidate
    depth: int
    heading: str
    heading_end: str
    rest: str

    @property
    def index(self) -> int:
        return self.candidate.index

    @property
    def is_whole(self) -> bool:
        """Its text stands in its own paragraph, or it is one sentence."""
        return bool(self.rest) or self.heading_end[:1] in {"。", "！", "；"}


def read_body(body: Sequence[str]) -> Speech:
    """Read opening, sections and closing; a body without units is all opening.

    Arguments:
        body: the paragraphs behind the address, stripped.
    """
    candidates = find_candidates(body)
    end = _appendix_start(body, candidates)
    candidates = [candidate for candidate in candidates if candidate.index < end]
    if not candidates:
        return Speech(opening=tuple(body))
    units = [
        _Unit(candidate, depth, *split_heading(candidate.rest))
        for candidate, depth in zip(candidates, find_depths(candidates, body), strict=True)
    ]
    leave = _leave(units, body, end)
    return Speech(
        opening=tuple(body[: units[0].index]),
        sections=_sections(units, body, leave),
        closing=tuple(body[leave:]),
    )


def _appendix_start(body: Sequence[str], candidates: Sequence[Candidate]) -> int:
    """Where annexes and glossaries behind the speech begin; their numbering is not its outline."""
    if candidates:
        for index in range(candidates[0].index + 1, len(body)):
            if len(body[index]) <= _LONGEST_APPENDIX_LINE and _APPENDIX.match(body[index]):
                return index
    return len(body)


def _leave(units: Sequence[_Unit], body: Sequence[str], end: int) -> int:
    """Where the closing begins."""
    last = units[-1]
    fellows = _fellows(units)
    is_list = bool(fellows) and all(units[place].is_whole and _is_single(units, place) for place in fellows)
    whole = is_list and last.is_whole
    start = last.index + 1
    return start + closing_start(
        body[start:end],
        unit_is_whole=whole,
        bare=not whole and not last.rest and not any(_is_bare(units, place) for place in fellows),
    )


def _fellows(units: Sequence[_Unit]) -> list[int]:
    """The units before the last one on its level: those beside it, or else those of other sections."""
    last = units[-1]
    level = [place for place, unit in enumerate(units[:-1]) if unit.depth == last.depth]
    above = max((place for place, unit in enumerate(units) if unit.depth < last.depth), default=-1)
    return [place for place in level if place > above] or level


def _is_single(units: Sequence[_Unit], place: int) -> bool:
    """No paragraph stands between the unit and the next one."""
    return units[place + 1].index == units[place].index + 1


def _is_bare(units: Sequence[_Unit], place: int) -> bool:
    """Nothing stands below the unit's heading, neither text nor units."""
    return _is_single(units, place) and units[place + 1].depth <= units[place].depth


def _sections(units: Sequence[_Unit], body: Sequence[str], leave: int) -> tuple[Section, ...]:
    """Build the tree from the depths."""
    top: list[Section] = []
    open_units: list[tuple[Section, list[Section]]] = []

    def close_down_to(depth: int) -> None:
        while len(open_units) >= depth:
            section, below = open_units.pop()
            (open_units[-1][1] if open_units else top).append(replace(section, sections=tuple(below)))

    ends = [*(unit.index for unit in units[1:]), leave]
    for unit, end in zip(units, ends, strict=True):
        close_down_to(unit.depth)
        open_units.append((_section(unit, body[unit.index + 1 : end]), []))
    close_down_to(1)
    return tuple(top)


def _section(unit: _Unit, below: Sequence[str]) -> Section:
    return Section(
        marker=unit.candidate.marker,
        heading=unit.heading,
        run_in=bool(unit.rest),
        heading_end=unit.heading_end,
        paragraphs=(unit.rest, *below) if unit.rest else tuple(below),
    )
