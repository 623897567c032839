"""Styles, as far as they decide what text there is: numbering and hidden text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from drafter.readers.docx.markup import Element, W, attribute, integer, is_on

__all__ = ["ListPlace", "Style", "Styles"]

# basedOn chains in real files are 1-6 long; the cap keeps a hostile chain from costing a square.
_LONGEST_CHAIN = 64


@dataclass(frozen=True, slots=True)
class ListPlace:
    """``w:numPr`` as it is given (ECMA-376-1 17.3.1.19).

    Arguments:
        num_id: ``w:numId``; 0 takes a numbering away, None says nothing.
        level: ``w:ilvl`` from 0, or None.
    """

    num_id: int | None = None
    level: int | None = None

    @classmethod
    def of(cls, properties: Element | None) -> ListPlace:
        """The place a ``w:pPr`` gives."""
        numbering = None if properties is None else properties.find(f"{W}numPr")
        if numbering is None:
            return _NO_PLACE
        return cls(
            integer(attribute(numbering.find(f"{W}numId"))),
            integer(attribute(numbering.find(f"{W}ilvl"))),
        )


_NO_PLACE = ListPlace()


@dataclass(frozen=True, slots=True)
class Style:
    """What one ``w:style`` says itself, without what it is based on."""

    identifier: str
    based_on: str | None
    place: ListPlace
    hidden: bool | None


class Styles:
    """The style sheet (``word/styles.xml``); an empty one when the part is missing."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Style] = {}
        self.default_paragraph = ""
        self._all_hidden = False
        for element in () if root is None else root.iterchildren(f"{W}style"):
            style = _read_style(element)
            self._styles.setdefault(style.identifier, style)
            by_default = attribute(element, f"{W}default") in ("1", "true", "on")
            if by_default and attribute(element, f"{W}type") == "paragraph" and not self.default_paragraph:
                self.default_paragraph = style.identifier
        if root is not None:
            path = f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}vanish"
            self._all_hidden = bool(is_on(root.find(path)))
        # Asked for once a run, answered once a style.
        self.chain = cache(self._chain)
        self.hides = cache(self._hides)

    def paragraph_style(self, properties: Element | None) -> str:
        """The id of the style a ``w:pPr`` names, the default one where it names none that exists."""
        named = None if properties is None else attribute(properties.find(f"{W}pStyle"))
        return named if named in self._styles else self.default_paragraph

    def _chain(self, identifier: str) -> tuple[Style, ...]:
        """A style and what it is based on, nearest first."""
        chain: dict[str, Style] = {}
        style = self._styles.get(identifier)
        while style is not None and style.identifier not in chain and len(chain) < _LONGEST_CHAIN:
            chain[style.identifier] = style
            style = self._styles.get(style.based_on or "")
        return tuple(chain.values())

    def _hides(self, paragraph_style: str, run_style: str) -> bool:
        """Whether the styles of a run hide it.

        ``w:vanish`` is a toggle property (ECMA-376-1 17.7.3): two styles that both set it, one
        on the paragraph and one on the run, undo each other.
        """
        return self._all_hidden or self._sets_hidden(paragraph_style) != self._sets_hidden(run_style)

    def _sets_hidden(self, identifier: str) -> bool:
        return next((style.hidden for style in self.chain(identifier) if style.hidden is not None), False)

    def run_hidden(self, paragraph_style: str, properties: Element | None) -> bool:
        """Whether a run, or a paragraph mark, with this ``w:rPr`` is hidden text."""
        if properties is None:
            return self.hides(paragraph_style, "")
        own = is_on(properties.find(f"{W}vanish"))
        if own is not None:
            return own
        return self.hides(paragraph_style, attribute(properties.find(f"{W}rStyle")) or "")


def _read_style(element: Element) -> Style:
    run_properties = element.find(f"{W}rPr")
    return Style(
        identifier=attribute(element, f"{W}styleId") or "",
        based_on=attribute(element.find(f"{W}basedOn")),
        place=ListPlace.of(element.find(f"{W}pPr")),
        hidden=None if run_properties is None else is_on(run_properties.find(f"{W}vanish")),
    )
