"""Put a speech into the office's own reference document (--reference-doc).

Its styles, page set-up, headers, footers, fonts and theme are kept; its text is not. Only parts
that the page set-up, the styles and the settings need are carried over, so that old text, comments,
macros, thumbnails and custom data stay behind. The file is somebody else's: its directory is
judged before a byte is unpacked and its XML is read without entities.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence

from lxml import etree

from drafter.errors import Problem, WriteError
from drafter.safexml import parse_part
from drafter.safezip import BoundedZip, PackageError, open_bounded
from drafter.speech.blocks import Block
from drafter.writers.docx_body import body_xml
from drafter.writers.docx_package import pack
from drafter.writers.docx_properties import app_xml
from drafter.writers.docx_reference_package import (
    OFFICE,
    Relation,
    bytes_of,
    content_types,
    reachable,
    relations_name,
    relations_of,
    relations_part,
)
from drafter.writers.docx_reference_styles import fit_styles, number_of
from drafter.writers.docx_styles import W_NAMESPACE, styles_part
from drafter.writers.profile import PAGE, Profile

__all__ = ["write_into"]

_W = f"{{{W_NAMESPACE}}}"
_R_ID = f"{{{OFFICE}}}id"
_STRICT = "http://purl.oclc.org/ooxml/"
_OLE = b"\xd0\xcf\x11\xe0"
_DOCUMENT, _CORE, _APP = "word/document.xml", "docProps/core.xml", "docProps/app.xml"
_CORE_TYPE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"

# Kinds of part that the document's own relationships may lead to: root element and content type.
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_THEME = "{http://schemas.openxmlformats.org/drawingml/2006/main}theme"
_KEPT = {
    "styles": (f"{_W}styles", f"{_WORD}styles+xml"),
    "settings": (f"{_W}settings", f"{_WORD}settings+xml"),
    "fontTable": (f"{_W}fonts", f"{_WORD}fontTable+xml"),
    "numbering": (f"{_W}numbering", f"{_WORD}numbering+xml"),
    "header": (f"{_W}hdr", f"{_WORD}header+xml"),
    "footer": (f"{_W}ftr", f"{_WORD}footer+xml"),
    "theme": (_THEME, "application/vnd.openxmlformats-officedocument.theme+xml"),
}
_OWN = {
    _DOCUMENT: f"{_WORD}document.main+xml",
    _CORE: "application/vnd.openxmlformats-package.core-properties+xml",
    _APP: "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}

# Settings that point outside, lock the file, or refer to parts that are left behind.
_SETTINGS_LEFT_BEHIND = (
    *("writeProtection", "documentProtection", "attachedTemplate", "mailMerge", "saveThroughXslt"),
    *("footnotePr", "endnotePr", "docVars", "rsids"),
)


def write_into(reference: bytes, blocks: Sequence[Block], profile: Profile, core: bytes) -> bytes:
    """The speech in the reference document's clothes.

    Arguments:
        reference: bytes of a .docx, .dotx or .docm.
        blocks: the speech.
        profile: where styles come from that the reference lacks.
        core: docProps/core.xml of the new document.

    Raises:
        WriteError: W002 a paragraph too long; W010 the reference is damaged, hostile or no Word
            file; W011 it is in the Strict dialect.
    """
    if reference.startswith(_OLE):
        raise _unusable("是旧版 .doc，或者加了密码")
    try:
        return _dress(open_bounded(reference), blocks, profile, core)
    except PackageError as error:
        raise _unusable(str(error)) from error


def _unusable(reason: str) -> WriteError:
    return WriteError(
        Problem("W010", f"参考文档不能用：{reason}", mend="请用 Word 或 WPS 打开后另存为 .docx 再试")
    )


def _dress(package: BoundedZip, blocks: Sequence[Block], profile: Profile, core: bytes) -> bytes:
    main = _main_part(package)
    document = parse_part(package.read(main), main)
    if document.tag != f"{_W}document":
        raise PackageError("里面没有 Word 正文")
    relations = [
        relation
        for relation in relations_of(package, main)
        if relation.kind in _KEPT and not relation.external and relation.target in package
    ]
    parts = reachable(package, (relation.target for relation in relations))
    for relation in relations:
        if parse_part(parts[relation.target], relation.target).tag != _KEPT[relation.kind][0]:
            raise PackageError(f"“{relation.target}”里不是它该有的内容")
    section = _last_section(document, {relation.id: relation.kind for relation in relations})

    if not any(relation.kind == "styles" for relation in relations):
        relations.append(Relation("rIdStyles", f"{OFFICE}/styles", "word/styles.xml"))
        parts["word/styles.xml"] = styles_part(profile).encode()
    by_kind = {relation.kind: relation.target for relation in relations}
    styles = parse_part(parts[by_kind["styles"]], by_kind["styles"])
    look = fit_styles(styles, profile, _text_width(section))
    parts[by_kind["styles"]] = bytes_of(styles)
    if "settings" in by_kind:
        parts[by_kind["settings"]] = _settings(parts[by_kind["settings"]], by_kind["settings"])
        parts.pop(relations_name(by_kind["settings"]), None)

    parts[_DOCUMENT] = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:document xmlns:w="{W_NAMESPACE}" xmlns:r="{OFFICE}"><w:body>'
        f"{body_xml(blocks, profile, look)}{etree.tostring(section, encoding='unicode')}"
        "</w:body></w:document>"
    ).encode()
    parts[relations_name(_DOCUMENT)] = relations_part(relations)
    parts[_CORE] = core
    parts[_APP] = app_xml()
    parts[relations_name("")] = relations_part(
        [
            Relation("rId1", f"{OFFICE}/officeDocument", _DOCUMENT),
            Relation("rId2", _CORE_TYPE, _CORE),
            Relation("rId3", f"{OFFICE}/extended-properties", _APP),
        ]
    )
    kept = {relation.target: _KEPT[relation.kind][1] for relation in relations}
    parts["[Content_Types].xml"] = content_types(package, tuple(parts), kept | _OWN)
    return pack(parts)


def _main_part(package: BoundedZip) -> str:
    """The name of the part that holds the text."""
    for relation in relations_of(package, ""):
        if relation.kind != "officeDocument":
            continue
        if relation.type.startswith(_STRICT):
            mend = "请在 Word 里另存为普通的“Word 文档 (.docx)”"
            raise WriteError(Problem("W011", "参考文档是“Strict Open XML”格式", mend=mend))
        if relation.target in package:
            return relation.target
    raise PackageError("里面没有 Word 正文")


def _last_section(document: etree._Element, kinds: Mapping[str, str]) -> etree._Element:
    """The set-up of the last section, with the headers and footers it inherits from those before.

    Arguments:
        document: the reference's w:document.
        kinds: "header", "footer" or another kind of part, by relationship id.
    """
    sections = [
        section
        for section in document.iter(f"{_W}sectPr")
        if next(section.iterancestors(f"{_W}sectPrChange"), None) is None
    ]
    last = copy.deepcopy(sections[-1]) if sections else _plain_section()
    for child in list(last):
        if (
            child.tag in _NOT_CARRIED
            or child.tag in _REFERENCES
            or _R_ID in child.attrib
            or not str(child.tag).startswith(_W)
        ):
            last.remove(child)
    for name in list(last.attrib):
        del last.attrib[name]
    inherited = {
        (reference.tag, reference.get(f"{_W}type", "default")): reference
        for section in sections
        for reference in section.iterchildren(*_REFERENCES)
        if kinds.get(reference.get(_R_ID, "")) == _REFERENCES[str(reference.tag)]
    }
    for reference in reversed(list(inherited.values())):
        last.insert(0, copy.deepcopy(reference))
    etree.cleanup_namespaces(last)
    return last


_REFERENCES = {f"{_W}headerReference": "header", f"{_W}footerReference": "footer"}
_NOT_CARRIED = {f"{_W}{name}" for name in ("sectPrChange", "printerSettings", "type")}


def _plain_section() -> etree._Element:
    """Paper and margins of the standard, for a reference that has none."""
    section = etree.Element(f"{_W}sectPr", nsmap={"w": W_NAMESPACE})
    etree.SubElement(section, f"{_W}pgSz", {f"{_W}w": str(PAGE.width), f"{_W}h": str(PAGE.height)})
    margins = {
        side: str(getattr(PAGE, side)) for side in ("top", "right", "bottom", "left", "header", "footer")
    }
    etree.SubElement(
        section, f"{_W}pgMar", {f"{_W}{side}": value for side, value in (margins | {"gutter": "0"}).items()}
    )
    return section


def _text_width(section: etree._Element) -> float:
    """Width of the type area in twips; never less than an inch, whatever the file says."""

    def measure(element: str, attribute: str, otherwise: float) -> float:
        found = section.find(f"{_W}{element}")
        return otherwise if found is None else number_of(found.get(f"{_W}{attribute}", ""), otherwise)

    margins = measure("pgMar", "left", 1440) + measure("pgMar", "right", 1440) + measure("pgMar", "gutter", 0)
    return max(measure("pgSz", "w", PAGE.width) - margins, 1440)


def _settings(data: bytes, name: str) -> bytes:
    settings = parse_part(data, name)
    for left_behind in _SETTINGS_LEFT_BEHIND:
        for element in settings.findall(f"{_W}{left_behind}"):
            settings.remove(element)
    for element in settings.findall("*[@r:id]", {"r": OFFICE}):
        settings.remove(element)
    return bytes_of(settings)
