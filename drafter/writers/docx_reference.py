"""Put a speech into the office's own reference document (--reference-doc).

Its styles, page set-up, headers, footers, fonts and theme are kept; its text is not. Only parts
that the page set-up, the styles and the settings need are carried over, so that old text, comments,
macros, thumbnails and custom data stay behind. The file is somebody else's: its directory is
judged before a byte is unpacked and its XML is read without entities.
"""

from __future__ import annotations

import copy
import posixpath
from collections.abc import Iterable, Sequence

from lxml import etree

from drafter.errors import Problem, WriteError
from drafter.safexml import parse_part
from drafter.safezip import BoundedZip, PackageError, open_bounded
from drafter.speech.blocks import Block
from drafter.writers.docx_body import body_xml
from drafter.writers.docx_package import pack
from drafter.writers.docx_properties import app_xml
from drafter.writers.docx_reference_styles import fit_styles, number_of
from drafter.writers.docx_styles import W_NAMESPACE, styles_part
from drafter.writers.profile import PAGE, Profile

__all__ = ["write_into"]

_W = f"{{{W_NAMESPACE}}}"
_R_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_R_ID = f"{{{_R_NAMESPACE}}}id"
_RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_RELS_NAMESPACE = _RELS[1:-1]
_TYPES_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/content-types"
_TYPES = f"{{{_TYPES_NAMESPACE}}}"
_STRICT = "http://purl.oclc.org/ooxml/"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OLE = b"\xd0\xcf\x11\xe0"
_DOCUMENT = "word/document.xml"

_KEPT = frozenset({"styles", "settings", "theme", "fontTable", "numbering", "header", "footer"})
"""Kinds of part that the document's own relationships may lead to."""

# Settings that point outside, lock the file, or refer to parts that are left behind.
_SETTINGS_LEFT_BEHIND = (
    "writeProtection",
    "attachedTemplate",
    "mailMerge",
    "documentProtection",
    "footnotePr",
    "endnotePr",
    "saveThroughXslt",
    "docVars",
    "rsids",
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
    relations = {
        relation.get("Id", ""): relation
        for relation in _relations(package, main)
        if _kind(relation) in _KEPT and relation.get("TargetMode") != "External"
    }
    parts = _reachable(package, main, relations.values())
    targets = {key: _target(main, relation) for key, relation in relations.items()}
    relations = {key: relation for key, relation in relations.items() if targets[key] in parts}

    section = _last_section(document, set(relations))
    by_kind = {_kind(relation): targets[key] for key, relation in relations.items()}
    styles_name = by_kind.get("styles", "word/styles.xml")
    own = styles_part(profile).encode()
    styles = parse_part(parts.get(styles_name, own), styles_name)
    if styles.tag != f"{_W}styles":
        raise PackageError(f"“{styles_name}”里没有样式")
    look = fit_styles(styles, profile, _text_width(section))
    parts[styles_name] = _bytes_of(styles)
    if "settings" in by_kind:
        parts[by_kind["settings"]] = _settings(parts[by_kind["settings"]], by_kind["settings"])
        parts.pop(_relations_name(by_kind["settings"]), None)

    parts[_DOCUMENT] = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:document xmlns:w="{W_NAMESPACE}" xmlns:r="{_R_NAMESPACE}"><w:body>'
        f"{body_xml(blocks, profile, look)}{etree.tostring(section, encoding='unicode')}"
        "</w:body></w:document>"
    ).encode()
    parts[_relations_name(_DOCUMENT)] = _relations_part(
        [(key, relation.get("Type", ""), f"/{targets[key]}") for key, relation in relations.items()]
        + ([] if "styles" in by_kind else [("rIdStyles", f"{_R_NAMESPACE}/styles", f"/{styles_name}")])
    )
    parts["docProps/core.xml"] = core
    parts["docProps/app.xml"] = app_xml()
    parts["_rels/.rels"] = _relations_part(
        [
            ("rId1", f"{_R_NAMESPACE}/officeDocument", _DOCUMENT),
            (
                "rId2",
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                "docProps/core.xml",
            ),
            ("rId3", f"{_R_NAMESPACE}/extended-properties", "docProps/app.xml"),
        ]
    )
    parts["[Content_Types].xml"] = _content_types(package, parts, styles_name)
    return pack(parts)


def _main_part(package: BoundedZip) -> str:
    for relation in _relations(package, ""):
        if _kind(relation) == "officeDocument":
            if relation.get("Type", "").startswith(_STRICT):
                raise WriteError(
                    Problem(
                        "W011",
                        "参考文档是“Strict Open XML”格式",
                        mend="请在 Word 里另存为普通的“Word 文档 (.docx)”",
                    )
                )
            name = _target("", relation)
            if name in package:
                return name
    raise PackageError("里面没有 Word 正文")


def _relations_name(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _relations(package: BoundedZip, part: str) -> list[etree._Element]:
    """The relationships of a part ("" for the package) in the order of the file."""
    name = _relations_name(part)
    return list(parse_part(package.read(name), name).iter(f"{_RELS}Relationship")) if name in package else []


def _kind(relation: etree._Element) -> str:
    return relation.get("Type", "").rpartition("/")[2]


def _target(part: str, relation: etree._Element) -> str:
    """The name of the part that a relationship leads to."""
    joined = posixpath.join("/", posixpath.dirname(part), relation.get("Target", ""))
    return posixpath.normpath(joined).lstrip("/")


def _reachable(package: BoundedZip, main: str, relations: Iterable[etree._Element]) -> dict[str, bytes]:
    """Every part that the given relationships lead to, with their own relationships."""
    parts: dict[str, bytes] = {}
    waiting = [_target(main, relation) for relation in relations]
    while waiting:
        name = waiting.pop()
        if name in parts or name not in package:
            continue
        parts[name] = package.read(name)
        if name.endswith(".xml"):
            parse_part(parts[name], name)
        below = _relations(package, name)
        if below:
            parts[_relations_name(name)] = package.read(_relations_name(name))
            waiting += [
                _target(name, relation) for relation in below if relation.get("TargetMode") != "External"
            ]
    return parts


def _last_section(document: etree._Element, known: set[str]) -> etree._Element:
    """The set-up of the last section, with the headers and footers it inherits from those before."""
    sections = [
        section
        for section in document.iter(f"{_W}sectPr")
        if next(section.iterancestors(f"{_W}sectPrChange"), None) is None
    ]
    last = copy.deepcopy(sections[-1]) if sections else _plain_section()
    for child in list(last):
        if child.tag in _NOT_CARRIED or _R_ID in child.attrib or not str(child.tag).startswith(_W):
            last.remove(child)
    for name in list(last.attrib):
        del last.attrib[name]
    inherited = {
        (reference.tag, reference.get(f"{_W}type", "default")): reference
        for section in sections
        for reference in section.iterchildren(f"{_W}headerReference", f"{_W}footerReference")
        if reference.get(_R_ID) in known
    }
    for reference in reversed(list(inherited.values())):
        last.insert(0, copy.deepcopy(reference))
    etree.cleanup_namespaces(last)
    return last


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
    for element in settings.findall("*[@r:id]", {"r": _R_NAMESPACE}):
        settings.remove(element)
    return _bytes_of(settings)


def _relations_part(relations: Sequence[tuple[str, str, str]]) -> bytes:
    root = etree.fromstring(f'<Relationships xmlns="{_RELS_NAMESPACE}"/>')
    for key, kind, target in relations:
        etree.SubElement(root, f"{_RELS}Relationship", {"Id": key, "Type": kind, "Target": target})
    return _bytes_of(root)


def _content_types(package: BoundedZip, parts: dict[str, bytes], styles_name: str) -> bytes:
    """[Content_Types].xml of the parts carried over."""
    name = "[Content_Types].xml"
    if name not in package:
        raise PackageError("缺少“[Content_Types].xml”")
    given = parse_part(package.read(name), name)
    defaults = {
        element.get("Extension", "").lower(): element.get("ContentType", "")
        for element in given.iter(f"{_TYPES}Default")
    }
    overrides = {
        element.get("PartName", "").lstrip("/"): element.get("ContentType", "")
        for element in given.iter(f"{_TYPES}Override")
    }
    defaults |= {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
    }
    overrides |= {
        _DOCUMENT: f"{_WORD}document.main+xml",
        styles_name: f"{_WORD}styles+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    root = etree.fromstring(f'<Types xmlns="{_TYPES_NAMESPACE}"/>')
    for extension, kind in sorted(defaults.items()):
        etree.SubElement(root, f"{_TYPES}Default", {"Extension": extension, "ContentType": kind})
    for part in sorted(parts):
        if part in overrides:
            etree.SubElement(
                root, f"{_TYPES}Override", {"PartName": f"/{part}", "ContentType": overrides[part]}
            )
        elif part.rpartition(".")[2].lower() not in defaults:
            raise PackageError(f"没有说明“{part}”是什么内容")
    return _bytes_of(root)


def _bytes_of(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
