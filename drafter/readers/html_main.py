"""Where a web page's main text is: the smallest element that holds nearly all of its running prose."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["BLOCKS", "find_main"]

# fmt: off
BLOCKS = frozenset({
    "address", "article", "blockquote", "body", "center", "dd", "details", "dir", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html",
    "li", "main", "menu", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot",
    "th", "thead", "tr", "ul",
})
# fmt: on
"""The elements that begin and end a paragraph."""

_POINT = re.compile("[，。；：！？,;]")
_LONG = 40  # characters; text without punctuation is prose only when longer
_MOST = 0.8  # share of the prose that the main element holds
_BESIDE = 500  # characters beside the main text that are taken for its title and date
_LINKED = 0.3  # share of linked characters above which what stands beside is navigation
_LIST_OF_LINKS = 0.6  # share of linked characters of a block that is nothing else


@dataclass(slots=True)
class _Weight:
    """What an element holds: characters of prose, of any text, and of links."""

    prose: int = 0
    text: int = 0
    linked: int = 0


_Weights: TypeAlias = "dict[HtmlElement, _Weight]"


def find_main(body: HtmlElement) -> tuple[HtmlElement, set[HtmlElement]]:
    """Find the main text.

    What stands beside it with little text and few links (title, date) is taken along.

    Arguments:
        body: the page's body, without scripts and hidden parts.

    Returns:
        The element, and the lists of links within it that are not to be read.
    """
    weights = _weigh(body)
    main = _with_surroundings(_deepest(body, weights), body, weights)
    lists = {
        element
        for element in main.iter()
        if element.tag in BLOCKS and element is not main and _is_list_of_links(weights[element])
    }
    return main, lists


def _weigh(body: HtmlElement) -> _Weights:
    """Weigh every element with all below it."""
    elements = list(body.iter())
    weights = {element: _Weight() for element in elements}
    linked = set()
    for element in elements:
        parent = element.getparent()
        if element.tag == "a" or parent in linked:
            linked.add(element)
        _count(weights[element], element.text, linked=element in linked)
        if element is not body and parent is not None:
            _count(weights[parent], element.tail, linked=parent in linked)
    for element in reversed(elements[1:]):  # children come after their parents
        above, own = weights[element.getparent()], weights[element]
        above.prose += own.prose
        above.text += own.text
        above.linked += own.linked
    return weights


def _count(weight: _Weight, text: str | None, *, linked: bool) -> None:
    size = len(text.strip()) if text else 0
    if not text or not size:
        return
    weight.text += size
    if linked:
        weight.linked += size
    elif size > _LONG or _POINT.search(text):
        weight.prose += size


def _deepest(body: HtmlElement, weights: _Weights) -> HtmlElement:
    """The deepest container that holds most of the prose."""
    whole = weights[body].prose
    main = body
    while whole:
        heavy = [child for child in main if child.tag in BLOCKS and weights[child].prose >= _MOST * whole]
        if not heavy or heavy[0].tag == "p":
            break
        main = heavy[0]
    return main


def _with_surroundings(main: HtmlElement, body: HtmlElement, weights: _Weights) -> HtmlElement:
    while main is not body:
        parent = main.getparent()
        beside = weights[parent].text - weights[main].text
        links = weights[parent].linked - weights[main].linked
        if beside > _BESIDE or links > _LINKED * max(beside, 1):
            break
        main = parent
    return main


def _is_list_of_links(weight: _Weight) -> bool:
    return weight.linked > _LONG and weight.linked > _LIST_OF_LINKS * weight.text
