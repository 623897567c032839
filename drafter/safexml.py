"""Parse a part of somebody else's Office package: no DTD, no entities, no network."""

from __future__ import annotations

from lxml import etree

from drafter.safezip import PackageError

__all__ = ["parse_part"]


def parse_part(data: bytes, name: str = "") -> etree._Element:
    """The root element of one XML part.

    A DOCTYPE has no place in an Office package (ECMA-376 part 2, 9.1.1.3): lxml would drop the text
    after an entity without a word, so the part is refused instead.

    Arguments:
        data: the part's bytes.
        name: its name in the package, for the message.

    Raises:
        PackageError: not well-formed, a DOCTYPE, or a text node above libxml2's 10 MB.
    """
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise PackageError(f"“{name}”不是完好的 XML") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise PackageError(f"“{name}”里有 DOCTYPE 声明，Office 文件不该有")
    return root
