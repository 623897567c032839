"""Lists as ``word/numbering.xml`` defines them: which levels a ``w:numId`` has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from drafter.readers.docx.markup import MC, Element, W, attribute, integer, is_on
from drafter.readers.docx.styles import ListPlace, Style, Styles

__all__ = ["Level", "ListDefinition", "Numbering"]

# ECMA-376-1 17.9.6: levels 0 to 8.
_LEVELS = range(9)
# Word's dialog takes no longer text; the cap also keeps a level's text from filling memory.
_LONGEST_TEXT = 255
# A chain of w:numStyleLink is one step in every file Word writes.
_LONGEST_LINK = 8
_ZERO_PADDED = re.compile(r"0+1(?=,|$)")


@dataclass(frozen=True, slots=True)
class Level:
    """One ``w:lvl`` (ECMA-376-1 17.9.6).

    Arguments:
        start: the first number.
        number_format: the value of ``w:numFmt``.
        width: least number of digits, for the custom formats 01, 001 …
        text: ``w:lvlText`` with %1 … %9 for the counts.
        restart: ``w:lvlRestart``: 0 never, n only below the n-th level, None below any higher.
        style: the paragraph style tied to the level (``w:pStyle``).
        legal: ``w:isLgl``, all counts in digits.
        suffix: what follows the marker: tab, space or nothing.
        hidden: whether the marker is hidden text.
    """

    start: int = 1
    number_format: str = "decimal"
    width: int = 0
    text: str = ""
    restart: int | None = None
    style: str | None = None
    legal: bool = False
    suffix: str = "tab"
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class ListDefinition:
    """What a ``w:num`` comes to.

    Arguments:
        num_id: its number.
        counters: the abstract definition whose counts it shares with its siblings.
        levels: its levels by index, overrides applied.
        restarts: level → number it begins with when this ``w:num`` is first used there
            (``w:startOverride``).
    """

    num_id: int
    counters: str
    levels: dict[int, Level]
    restarts: dict[int, int]


class Numbering:
    """The numbering definitions; none when the part is missing."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstracts: dict[str, Element] = {}
        self._nums: dict[int, Element] = {}
        self._by_style_link: dict[str, str] = {}
        for element in () if root is None else root.iterchildren(f"{W}abstractNum"):
            identifier = attribute(element, f"{W}abstractNumId") or ""
            self._abstracts[identifier] = element
            if (link := attribute(element.find(f"{W}styleLink"))) is not None:
                self._by_style_link.setdefault(link, identifier)
        for element in () if root is None else root.iterchildren(f"{W}num"):
            num_id = integer(attribute(element, f"{W}numId"))
            if num_id is not None:
                self._nums[num_id] = element
        self._levels = cache(lambda identifier: _levels_of(self._abstracts[identifier]))
        self.definition = cache(self._definition)
        self._place_of_style = cache(self._resolve_style)

    def place(self, style: str, own: ListPlace) -> tuple[ListDefinition, int] | None:
        """The list and level a paragraph stands in, or None.

        Arguments:
            style: its paragraph style's id.
            own: the ``w:numPr`` of the paragraph itself, which goes before the style's.
        """
        styled = self._place_of_style(style)
        num_id = own.num_id if own.num_id is not None else styled.num_id
        definition = self.definition(num_id) if num_id else None
        if definition is None:
            return None
        level = own.level if own.level is not None else styled.level
        return definition, min(max(level or 0, _LEVELS[0]), _LEVELS[-1])

    def _resolve_style(self, identifier: str) -> ListPlace:
        """Numbering given by a style or what it is based on.

        A style's level is the one that names the style in ``w:pStyle`` (ECMA-376-1 17.9.3 has
        ``w:ilvl`` ignored in styles); without one, its ``w:ilvl``.
        """
        chain: tuple[Style, ...] = self._styles.chain(identifier)
        num_id = next((style.place.num_id for style in chain if style.place.num_id is not None), None)
        given = next((style.place.level for style in chain if style.place.level is not None), None)
        definition = self.definition(num_id) if num_id else None
        if definition is not None:
            tied = {level.style: index for index, level in definition.levels.items() if level.style}
            given = next((tied[style.identifier] for style in chain if style.identifier in tied), given)
        return ListPlace(num_id, given)

    def _definition(self, num_id: int) -> ListDefinition | None:
        element = self._nums.get(num_id)
        if element is None:
            return None
        abstract_id = self._follow_links(attribute(element.find(f"{W}abstractNumId")) or "")
        abstract = self._abstracts.get(abstract_id)
        levels = {} if abstract is None else dict(self._levels(abstract_id))
        restarts: dict[int, int] = {}
        for override in element.iterchildren(f"{W}lvlOverride"):
            index = _index(override)
            if index is None:
                continue
            if (level := override.find(f"{W}lvl")) is not None:
                levels[index] = _read_level(level)
            if (start := integer(attribute(override.find(f"{W}startOverride")))) is not None:
                restarts[index] = start
        return ListDefinition(num_id, abstract_id, levels, restarts)

    def _follow_links(self, abstract_id: str) -> str:
        """``w:numStyleLink`` (17.9.21): the levels are those of the list that defines the style."""
        for _ in range(_LONGEST_LINK):
            abstract = self._abstracts.get(abstract_id)
            link = None if abstract is None else attribute(abstract.find(f"{W}numStyleLink"))
            if link is None:
                break
            by_link = self._by_style_link.get(link)
            abstract_id = by_link if by_link is not None else self._abstract_of_style(link, abstract_id)
        return abstract_id

    def _abstract_of_style(self, style: str, otherwise: str) -> str:
        num_id = next((one.place.num_id for one in self._styles.chain(style) if one.place.num_id), None)
        element = self._nums.get(num_id) if num_id is not None else None
        found = None if element is None else attribute(element.find(f"{W}abstractNumId"))
        return found if found is not None else otherwise


def _index(element: Element) -> int | None:
    """The level an element is about, None where Word has no such level."""
    index = integer(attribute(element, f"{W}ilvl"))
    return index if index in _LEVELS else None


def _levels_of(abstract: Element) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for element in abstract.iterchildren(f"{W}lvl"):
        index = _index(element)
        if index is not None:
            levels[index] = _read_level(element)
    return levels


def _read_level(element: Element) -> Level:
    number_format, width = _number_format(element)
    run_properties = element.find(f"{W}rPr")
    start = integer(attribute(element.find(f"{W}start")))
    text = attribute(element.find(f"{W}lvlText")) or ""
    return Level(
        # 17.9.25: a level without w:start begins at 0.
        start=0 if start is None else start,
        number_format=number_format,
        width=width,
        text=text[:_LONGEST_TEXT],
        restart=integer(attribute(element.find(f"{W}lvlRestart"))),
        style=attribute(element.find(f"{W}pStyle")),
        legal=bool(is_on(element.find(f"{W}isLgl"))),
        suffix=attribute(element.find(f"{W}suff")) or "tab",
        hidden=run_properties is not None and bool(is_on(run_properties.find(f"{W}vanish"))),
    )


def _number_format(level: Element) -> tuple[str, int]:
    """The format and its least width; Word 2010 wraps 01, 001 … in ``mc:AlternateContent``."""
    choice = level.find(f"{MC}AlternateContent/{MC}Choice/{W}numFmt")
    if choice is not None and attribute(choice) == "custom":
        padded = _ZERO_PADDED.match(attribute(choice, f"{W}format") or "")
        if padded:
            return "decimal", len(padded.group())
    plain = level.find(f"{W}numFmt")
    if plain is None:
        plain = level.find(f"{MC}AlternateContent/{MC}Fallback/{W}numFmt")
    return attribute(plain) or "decimal", 0
