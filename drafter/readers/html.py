"""Web pages: their main text, paragraph by paragraph, without network and without entity expansion.

The main text is the smallest element that holds nearly all of the page's running prose; what
stands beside it with little text and few links (title, date) is taken along. Everything else is
left out and written down.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from drafter.readers.source import Dropped, SourceText

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["declared_charset", "is_html", "read_html"]

_SILENT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "applet",
        "canvas",
        "video",
        "audio",
        "map",
        "form",
        "input",
        "button",
        "select",
        "option",
        "textarea",
        "nav",
        "footer",
        "aside",
        "head",
        "title",
        "meta",
        "link",
    ]
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "menu",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_HEADINGS = ("h1", "h2")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_POINT = re.compile("[，。；：！？,;]")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,20})""", re.IGNORECASE)
_MARKUP = re.compile(
    r"<!doctype\s+html|<html[\s>]|<body[\s>]|<(?:p|div|article|section|td|h[1-6])(?:\s[^<>]*)?>.*?</(?:p|div|article|section|td|h[1-6])>",
    re.IGNORECASE | re.DOTALL,
)
_XML_HEAD = re.compile(r"^\s*<\?xml[^>]*\?>")
_LOOKED_AT = 4096  # characters at the beginning of a file
_MOST = 0.8  # share of the prose that the main element holds
_BESIDE = 500  # characters beside the main text that are taken for its title and date
_LINKED = 0.3  # share of linked characters above which they are navigation


def is_html(text: str) -> bool:
    """Whether the text is a web page or a piece of one, by its markup."""
    return "<" in text[:_LOOKED_AT] and _MARKUP.search(text[:_LOOKED_AT]) is not None


def declared_charset(data: bytes) -> str | None:
    """The encoding that a page names in its head."""
    found = _CHARSET.search(data[:_LOOKED_AT])
    return found[1].decode("ascii") if found else None


def read_html(text: str, name: str) -> SourceText:
    """Read the main text of a page.

    Arguments:
        text: the decoded page.
        name: the file's name, for messages.
    """
    from lxml import etree, html

    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = html.document_fromstring(_XML_HEAD.sub("", text.replace("\0", "")), parser=parser)
    except (etree.ParserError, ValueError):  # nothing but comments, or not a single element
        return SourceText(name, ())
    _silence(root)
    body = root.find("body")
    body = root if body is None else body
    main = _main_element(body)
    paragraphs = list(_paragraphs(main))
    title = _title(root, main, paragraphs)
    outside = [line for line in _paragraphs(body) if line not in set(paragraphs)]
    return SourceText(
        name,
        tuple([title, *paragraphs] if title else paragraphs),
        dropped=tuple(Dropped("outside-main-text", line, 1) for line in outside if line != title),
    )


def _silence(root: HtmlElement) -> None:
    """Take out the elements that are never read: scripts, forms, navigation, what is hidden."""
    for element in list(root.iter()):
        if not isinstance(element.tag, str):
            continue
        style = element.get("style") or ""
        hidden = (
            element.get("hidden") is not None or element.get("aria-hidden") == "true" or _HIDDEN.search(style)
        )
        if (element.tag in _SILENT and element.tag != "head") or hidden:
            if element.tag in ("title", "meta"):
                continue
            element.drop_tree()


@dataclass(slots=True)
class _Weight:
    """What an element holds: characters of prose, of any text, and of links."""

    prose: int = 0
    text: int = 0
    linked: int = 0


@dataclass(slots=True)
class _Weights:
    of: dict[HtmlElement, _Weight] = field(default_factory=dict)

    def add(self, element: HtmlElement, text: str, *, linked: bool) -> None:
        """Count a piece of text for the element and all around it."""
        size = len(text.strip())
        prose = size if not linked and size and (_POINT.search(text) or size > 40) else 0
        current: HtmlElement | None = element
        while current is not None:
            weight = self.of.setdefault(current, _Weight())
            weight.prose += prose
            weight.text += size
            weight.linked += size if linked else 0
            current = current.getparent()


def _weigh(body: HtmlElement) -> _Weights:
    weights = _Weights()
    for element in body.iter():
        linked = element.tag == "a" or any(above.tag == "a" for above in _few_above(element))
        if element.text and not element.text.isspace():
            weights.add(element, element.text, linked=linked)
        parent = element.getparent()
        if element is not body and element.tail and parent is not None and not element.tail.isspace():
            weights.add(parent, element.tail, linked=parent.tag == "a")
    return weights


def _few_above(element: HtmlElement) -> Iterator[HtmlElement]:
    """The element's nearest ancestors; a link holds a few inline elements at most."""
    parent = element.getparent()
    for _ in range(3):
        if parent is None:
            return
        yield parent
        parent = parent.getparent()


def _main_element(body: HtmlElement) -> HtmlElement:
    """The deepest container that holds most of the prose, or its parent when that adds little."""
    weights = _weigh(body).of
    whole = weights.get(body, _Weight()).prose
    main = body
    while True:
        heavy = [
            child
            for child in main
            if weights.get(child, _Weight()).prose >= _MOST * whole and child.tag != "p"
        ]
        if not heavy or heavy[0].tag not in _BLOCKS:
            break
        main = heavy[0]
    while main is not body:
        parent = main.getparent()
        inner, outer = weights[main], weights[parent]
        beside, links = outer.text - inner.text, outer.linked - inner.linked
        if beside > _BESIDE or links > _LINKED * max(beside, 1):
            break
        main = parent
    return main


def _paragraphs(element: HtmlElement) -> Iterator[str]:
    """The element's text, a block a paragraph; a table row is one, its cells parted by a space."""
    pieces: list[str] = []
    for kind, value in _events(element):
        if kind == "text":
            pieces.append(_SPACE.sub(" ", value))
        elif kind == "cell":
            pieces.append(" ")
        else:
            if (line := "".join(pieces).strip()) != "":
                yield line
            pieces = []
    if (line := "".join(pieces).strip()) != "":
        yield line


def _events(element: HtmlElement) -> Iterator[tuple[str, str]]:
    """Texts and breaks in document order, without recursion: pages nest as deep as they like."""
    stack: list[tuple[HtmlElement, bool]] = [(element, False)]
    while stack:
        current, closing = stack.pop()
        mark = _break_of(current)
        if closing:
            if mark:
                yield mark, ""
            if current is not element and current.tail:
                yield "text", current.tail
            continue
        if mark:
            yield mark, ""
        if current.text:
            yield "text", current.text
        stack.append((current, True))
        stack.extend((child, False) for child in reversed(list(current)))


def _break_of(element: HtmlElement) -> str:
    """What an element does to the flow: a new paragraph, a gap between cells, or nothing."""
    tag = element.tag
    if tag == "br":
        return "break"
    if tag in ("td", "th"):
        return "break" if any(child.tag in _BLOCKS for child in element) else "cell"
    return "break" if tag in _BLOCKS else ""


def _title(root: HtmlElement, main: HtmlElement, paragraphs: list[str]) -> str | None:
    """The page's heading, where it stands outside the main text."""
    for tag in _HEADINGS:
        for heading in root.iter(tag):
            text = _SPACE.sub(" ", heading.text_content()).strip()
            if text and text not in paragraphs[:8] and main not in heading.iterancestors():
                return text
    return None
