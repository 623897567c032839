"""Web pages: their main text, paragraph by paragraph, without network and without entity expansion."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from drafter.errors import Problem, ReadError
from drafter.readers.cleaning.shapes import is_title, lacks_title
from drafter.readers.html_main import BLOCKS, find_main
from drafter.readers.source import Dropped, SourceText

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["declared_charset", "is_html", "read_html"]

# fmt: off
_SILENT = frozenset({
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "applet",
    "canvas", "video", "audio", "map", "form", "input", "button", "select", "option", "textarea",
    "nav", "footer", "aside",
})
# fmt: on
_HEADINGS = ("h1", "h2")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,20})""", re.IGNORECASE)
_PAGE = re.compile(r"<!doctype\s+html|<html[\s>]|<body[\s>]", re.IGNORECASE)
_PIECE = re.compile(r"</(?:p|div|article|section|td|h[1-6])>", re.IGNORECASE)
_XML_HEAD = re.compile(r"^\s*<\?xml[^>]*\?>")
_SITE_NAME = re.compile(r"[-_|–—][^-_|–—]*$")
_LONGEST_TITLE = 200  # characters of a page's title with the site's name
#: What no XML tree may hold (XML 1.0, 2.2), so that lxml could not move text with it; but for two spaces.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]+")
#: Characters of a page above which scripts, styles and embedded pictures are cut out before it is parsed.
_LARGE = 4_000_000
_SCRIPT, _SCRIPT_END = (
    re.compile(r"<(?:script|style)[\s>]", re.IGNORECASE),
    re.compile("</(?:script|style)[^>]{0,80}>", re.IGNORECASE),
)
_EMBEDDED = re.compile(r"data:[\w/+.-]{1,80};base64,[A-Za-z0-9+/=\s]+")
#: How libxml2 says that it gave up.
_TOO_DEEP = "xcessive depth"
_LOOKED_AT = 4096  # characters at the beginning of a file


def is_html(text: str) -> bool:
    """Whether the text is a web page or a piece of one, by its markup."""
    head = text[:_LOOKED_AT]
    return "<" in head and (_PAGE.search(head) is not None or _PIECE.search(head) is not None)


def declared_charset(data: bytes) -> str | None:
    """The encoding that a page names in its head."""
    found = _CHARSET.search(data[:_LOOKED_AT])
    return found[1].decode("ascii") if found else None


def read_html(text: str, name: str) -> SourceText:
    """Read the main text of a page; what stands outside of it is written down as dropped.

    Arguments:
        text: the decoded page.
        name: the file's name, for messages.

    Raises:
        ReadError: R004 too large even without scripts; R029 nested too deep.
    """
    from lxml import etree, html

    dropped = [Dropped("control", run, 1) for run in _CONTROLS.findall(text)]
    text = _CONTROLS.sub("", text.replace("\x0b", " ").replace("\x0c", " "))
    if len(text) > _LARGE:
        text = _EMBEDDED.sub("", _without_scripts(text))
        if len(text) > _LARGE:
            message = f"网页太大，去掉脚本和图片还有{_LARGE // 10_000}万字以上"
            raise ReadError(Problem("R004", message, name, mend="请只留下讲话，另存为 .txt 或 .docx"))
    # The depth is the parser's to bound: 2,048 with huge_tree, 256 without, which some sites go beyond.
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = html.document_fromstring(_XML_HEAD.sub("", text), parser=parser)
    except (etree.ParserError, ValueError):  # nothing but comments, or not a single element
        return SourceText(name, (), dropped=tuple(dropped))
    if any(_TOO_DEEP in entry.message for entry in parser.error_log):
        mend = "请在浏览器里复制讲话，存成 .txt 再读"
        raise ReadError(Problem("R029", "网页套得太深，不是正常的网页，没有读", name, mend=mend))
    _silence(root)
    body = root.find("body")
    if body is None:
        body = root
    main, lists = find_main(body)
    paragraphs = list(_paragraphs(main, lists))
    title = _heading(body, main, paragraphs) or _page_title(root, paragraphs)
    read = {*paragraphs, title}
    return SourceText(
        name,
        tuple([title, *paragraphs] if title else paragraphs),
        dropped=(
            *dropped,
            *(Dropped("outside-main-text", line, 1) for line in _paragraphs(body) if line not in read),
        ),
    )


def _without_scripts(text: str) -> str:
    """The page without its scripts and styles; each goes to its end mark, the last one to the page's."""
    kept, at = [], 0
    while begin := _SCRIPT.search(text, at):
        kept.append(text[at : begin.start()])
        end = _SCRIPT_END.search(text, begin.end())
        at = end.end() if end else len(text)
    return "".join(kept) + text[at:]


def _silence(root: HtmlElement) -> None:
    """Take out the elements that are never read: scripts, forms, navigation, what is hidden."""
    for element in list(root.iter()):
        style = element.get("style")
        hidden = (
            element.get("hidden") is not None
            or element.get("aria-hidden") == "true"
            or (style is not None and _HIDDEN.search(style) is not None)
        )
        if (hidden or element.tag in _SILENT) and element.getparent() is not None:
            element.drop_tree()


def _paragraphs(element: HtmlElement, skipped: Collection[HtmlElement] = ()) -> Iterator[str]:
    """The element's text, a block a paragraph; a table row is one, its cells parted by a space."""
    pieces: list[str] = []
    for text in _texts(element, skipped):
        if text is not None:
            pieces.append(text)
            continue
        line = _SPACE.sub(" ", "".join(pieces)).strip()
        if line:
            yield line
        pieces = []


def _texts(element: HtmlElement, skipped: Collection[HtmlElement]) -> Iterator[str | None]:
    """Texts in document order, None where a paragraph ends; no recursion, for pages that nest deeply."""
    stack: list[tuple[HtmlElement, bool]] = [(element, False)]
    while stack:
        current, done = stack.pop()
        ends, gap = _break_of(current)
        if ends:
            yield None
        elif gap:
            yield " "
        if not done:
            stack.append((current, True))
            if current not in skipped:
                yield current.text or ""
                stack.extend((child, False) for child in reversed(list(current)))
        elif current is not element:
            yield current.tail or ""
    yield None


def _break_of(element: HtmlElement) -> tuple[bool, bool]:
    """Whether the element's edges end a paragraph, and whether they part two words."""
    if element.tag in ("td", "th"):
        holds_blocks = any(child.tag in BLOCKS for child in element)
        return holds_blocks, not holds_blocks
    return element.tag == "br" or element.tag in BLOCKS, False


def _heading(body: HtmlElement, main: HtmlElement, paragraphs: list[str]) -> str | None:
    """The page's heading, where it stands outside the main text."""
    for tag in _HEADINGS:
        for heading in body.iter(tag):
            text = _SPACE.sub(" ", heading.text_content()).strip()
            if text and text not in paragraphs[:8] and main not in heading.iterancestors():
                return text
    return None


def _page_title(root: HtmlElement, paragraphs: list[str]) -> str | None:
    """The title in the page's head, without the site's name, where the text itself has none."""
    element = root.find(".//title")
    if element is None or not lacks_title(paragraphs):
        return None
    title = _SITE_NAME.sub("", _SPACE.sub(" ", element.text_content()[:_LONGEST_TITLE]).strip()).rstrip(
        " -_|–—"
    )
    return title if is_title(title) else None
