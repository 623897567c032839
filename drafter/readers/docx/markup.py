"""WordprocessingML names, and XML parsed so that it can neither reach out nor blow up."""

from __future__ import annotations

from lxml import etree

from drafter.readers.docx.refusal import refusal

__all__ = [
    "MAX_MARKS",
    "MC",
    "PACKAGE_RELATIONS",
    "VML",
    "WP",
    "Element",
    "M",
    "R",
    "W",
    "all_text",
    "attribute",
    "has_text",
    "integer",
    "is_on",
    "parse_part",
]

Element = etree._Element

# ECMA-376-1 (transitional) namespaces, ready to be put before a local name.
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
VML = "{urn:schemas-microsoft-com:vml}"
PACKAGE_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"

# The strict variant (ISO/IEC 29500-1) says the same in other namespaces.
_STRICT = "http://purl.oclc.org/ooxml/"
_FROM_STRICT = {
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}": W,
    "{http://purl.oclc.org/ooxml/officeDocument/math}": M,
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}": R,
    "{http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing}": WP,
}

# Elements and attributes, counted by "<" and "=" before parsing. Each takes about 120 bytes in
# memory; the longest report of a year, 40,000 characters, has some 100,000.
MAX_MARKS = 1_000_000

_DECLARATIONS = tuple(
    mark.encode(encoding)
    for mark in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("utf-8", "utf-16-le", "utf-16-be")
)
# libxml2 xmlerror.h: XML_ERR_RESOURCE_LIMIT, raised at depth 256 and for texts above 10 MB.
_RESOURCE_LIMIT = 114


def parse_part(data: bytes, part: str, name: str) -> Element:
    """Parse one XML part; a strict document comes back in transitional names.

    Arguments:
        data: the part's bytes.
        part: its name, for messages.
        name: the document's file name, for messages.

    Raises:
        ReadError: R027 it is not well-formed XML; R028 it declares a DOCTYPE or an entity; R029
            it is nested too deeply or holds too many elements.
    """
    if any(mark in data for mark in _DECLARATIONS):
        raise _declares(part, name)
    if data.count(b"<") - data.count(b"</") + data.count(b"=") > MAX_MARKS:
        raise refusal("R029", f"“{part}”里的标记超过 {MAX_MARKS} 个，不是正常的 Word 文件", name)
    try:
        root = etree.fromstring(data, _parser())
    except etree.XMLSyntaxError as error:
        if getattr(error, "code", None) == _RESOURCE_LIMIT:
            raise refusal("R029", f"“{part}”嵌套太深或单段文字太长，不是正常的 Word 文件", name) from error
        raise refusal(
            "R027", f"“{part}”里的 XML 是坏的", name, "请用 Word 或 WPS 打开修复后另存一次"
        ) from error
    except (ValueError, LookupError) as error:  # an encoding nobody knows
        raise refusal(
            "R027", f"“{part}”里的 XML 是坏的", name, "请用 Word 或 WPS 打开修复后另存一次"
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _declares(part, name)
    if any((space or "").startswith(_STRICT) for space in root.nsmap.values()):
        _loosen(root)
    return root


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _declares(part: str, name: str) -> Exception:
    return refusal("R028", f"“{part}”里有 DOCTYPE 或实体声明，Word 文件不该有，没有读", name)


def _loosen(root: Element) -> None:
    for element in root.iter("*"):
        element.tag = _loosened(element.tag)
        for key, value in element.items():
            loosened = _loosened(str(key))
            if loosened != key:
                del element.attrib[key]
                element.set(loosened, value)


def _loosened(name: str) -> str:
    space, brace, local = name.rpartition("}")
    return _FROM_STRICT.get(space + brace, space + brace) + local


def attribute(element: Element | None, name: str = f"{W}val") -> str | None:
    """An attribute of an element that may be missing; ``w:val`` unless another is named."""
    return None if element is None else element.get(name)


def integer(value: str | None) -> int | None:
    """A decimal number (ST_DecimalNumber), None where there is none or it is no number."""
    try:
        number = int(value) if value is not None and len(value) < 12 else None
    except ValueError:
        return None
    return number


def is_on(element: Element | None) -> bool | None:
    """A toggle (ST_OnOff, ECMA-376-1 22.9.2.7): None where the element is missing."""
    if element is None:
        return None
    return attribute(element) not in ("0", "false", "off")


def has_text(element: Element) -> bool:
    """Whether ``all_text`` of an element is not empty, without gathering it."""
    texts = element.iter(f"{W}t", f"{W}delText", f"{M}t", f"{VML}textpath")
    return any((one.text or attribute(one, "string") or "").strip() for one in texts)


def all_text(element: Element) -> str:
    """Every text below an element, deleted text too, for records; paragraphs and breaks end lines."""
    pieces: list[str] = []
    for one in element.iter(f"{W}t", f"{W}delText", f"{M}t", f"{W}p", f"{W}br", f"{W}tab", f"{VML}textpath"):
        if one.tag in (f"{W}p", f"{W}br"):
            pieces.append("\n")
        elif one.tag == f"{W}tab":
            pieces.append("\t")
        else:
            pieces.append(one.text or attribute(one, "string") or "")
    return "".join(pieces).strip()
