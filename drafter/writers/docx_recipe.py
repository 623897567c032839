"""How a draft was made, carried in its Word file where no reader of the text sees it.

A custom XML part (ECMA-376-1 15.2.5) of a namespace of our own: Word, WPS and LibreOffice keep such
parts when they save and show nothing of them. What is in it is the reviser's business; here it is text.
"""

from __future__ import annotations

import re

from lxml import etree

from drafter.errors import Problem, WriteError
from drafter.safexml import parse_part
from drafter.safezip import PackageError
from drafter.writers.docx_file import DocxFile

__all__ = ["LONGEST", "carried_recipe", "carry_recipe", "replace_recipe"]

LONGEST = 4 * 1024 * 1024
"""Bytes of a recipe that are still read: a draft of 60,000 characters with its trace makes about 1 MiB."""

_NAMESPACE = "urn:jianggao:recipe:1"
_DATA_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_ITEM = re.compile(r"customXml/[^/]+\.xml", re.IGNORECASE)
#: Names the store item within its document only; one constant, since the same draft is the same bytes.
_ITEM_ID = "{6B1D6C1E-5A52-4C0B-9C55-6A69616E6767}"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
#: What no XML document holds (XML 1.0 §2.2); JSON can say it otherwise.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def carry_recipe(data: bytes, recipe: str) -> bytes:
    """The document with its recipe.

    Arguments:
        data: a .docx without one.
        recipe: JSON.

    Raises:
        WriteError: W021 the document cannot take it.
    """
    try:
        file = DocxFile(data)
        number = 1
        while f"customXml/item{number}.xml" in file or f"customXml/itemProps{number}.xml" in file:
            number += 1
        name, properties = f"customXml/item{number}.xml", f"customXml/itemProps{number}.xml"
        file.add(name, _part(recipe), content_type="application/xml", kind="customXml", of=file.main)
        store = (
            f'{_DECLARATION}<ds:datastoreItem ds:itemID="{_ITEM_ID}" xmlns:ds="{_DATA_STORE}">'
            f'<ds:schemaRefs><ds:schemaRef ds:uri="{_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
        )
        file.add(properties, store.encode(), content_type=_PROPERTIES_TYPE, kind="customXmlProps", of=name)
        return file.save()
    except PackageError as error:
        raise WriteError(
            Problem("W021", f"起草记录写不进去：{error}", mend="加 --no-recipe 可以不写")
        ) from error


def carried_recipe(file: DocxFile) -> tuple[str, str] | None:
    """The name of the part and the JSON of the document's recipe, or None where it has none.

    Raises:
        PackageError: the part is damaged or too large.
    """
    for name in file.names:
        if not _ITEM.fullmatch(name):
            continue
        data = file.read(name)
        if _NAMESPACE.encode() not in data[:1000]:
            continue
        if len(data) > LONGEST:
            raise PackageError(f"起草记录超过{LONGEST // 1024 // 1024}兆字节")
        root = parse_part(data, name)
        if root.tag == f"{{{_NAMESPACE}}}recipe":
            return name, _text(root)
    return None


def replace_recipe(file: DocxFile, name: str, recipe: str) -> None:
    """Write the recipe anew into the part that holds it."""
    file.change(name, _part(recipe))


def _part(recipe: str) -> bytes:
    text = _UNWRITABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", recipe)
    # Quotes may stand in text as they are, and JSON is full of them.
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f'{_DECLARATION}<recipe xmlns="{_NAMESPACE}">{text}</recipe>'.encode()


def _text(root: etree._Element) -> str:
    return "".join(map(str, root.itertext()))
