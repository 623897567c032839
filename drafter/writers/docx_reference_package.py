"""The parts, relationships and content types of a reference document (ECMA-376 part 2)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lxml import etree

from drafter.safexml import parse_part
from drafter.safezip import BoundedZip, PackageError

__all__ = [
    "OFFICE",
    "Relation",
    "bytes_of",
    "content_types",
    "reachable",
    "relations_name",
    "relations_of",
    "relations_part",
]

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
"""Where the types of Word's relationships begin, and the namespace of r:id."""

_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_TYPES_PART = "[Content_Types].xml"


@dataclass(frozen=True, slots=True)
class Relation:
    """One relationship.

    Arguments:
        id: what r:id refers to.
        type: its type, an address.
        target: the name of the part it leads to, or the address when it leads outside.
        external: whether it leads outside the package.
    """

    id: str
    type: str
    target: str
    external: bool = False

    @property
    def kind(self) -> str:
        """The last word of its type: styles, header, officeDocument …"""
        return self.type.rpartition("/")[2]


def relations_name(part: str) -> str:
    """The name of the part that holds a part's relationships; "" stands for the package."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relations_of(package: BoundedZip, part: str) -> list[Relation]:
    """The relationships of a part ("" for the package) in the order of the file."""
    name = relations_name(part)
    if name not in package:
        return []
    relations = []
    for element in parse_part(package.read(name), name).iter(f"{{{_RELATIONSHIPS}}}Relationship"):
        external = element.get("TargetMode") == "External"
        target = element.get("Target", "")
        if not external:
            target = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")
        relations.append(Relation(element.get("Id", ""), element.get("Type", ""), target, external))
    return relations


def reachable(package: BoundedZip, names: Iterable[str]) -> dict[str, bytes]:
    """The named parts and all that they lead to, with their relationships.

    Raises:
        PackageError: one of them is not well-formed or has a DOCTYPE.
    """
    parts: dict[str, bytes] = {}
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name in parts or name not in package:
            continue
        parts[name] = package.read(name)
        if name.endswith(".xml"):
            parse_part(parts[name], name)
        below = relations_of(package, name)
        if below:
            parts[relations_name(name)] = package.read(relations_name(name))
            waiting += [relation.target for relation in below if not relation.external]
    return parts


def relations_part(relations: Iterable[Relation]) -> bytes:
    """A .rels part; targets within the package are written from its root."""
    root = etree.fromstring(f'<Relationships xmlns="{_RELATIONSHIPS}"/>')
    for relation in relations:
        attributes = {"Id": relation.id, "Type": relation.type, "Target": f"/{relation.target}"}
        etree.SubElement(root, f"{{{_RELATIONSHIPS}}}Relationship", attributes)
    return bytes_of(root)


def content_types(package: BoundedZip, names: Iterable[str], known: Mapping[str, str]) -> bytes:
    """[Content_Types].xml for the parts carried over.

    Arguments:
        package: the reference, asked for parts that are not known.
        names: every part of the new package.
        known: content type by part, where we are sure of it.

    Raises:
        PackageError: the reference does not say what one of its parts is.
    """
    if _TYPES_PART not in package:
        raise PackageError(f"缺少“{_TYPES_PART}”")
    given = parse_part(package.read(_TYPES_PART), _TYPES_PART)
    defaults = {
        element.get("Extension", "").lower(): element.get("ContentType", "")
        for element in given.iter(f"{{{_TYPES}}}Default")
    } | {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    overrides = {
        element.get("PartName", "").lstrip("/"): element.get("ContentType", "")
        for element in given.iter(f"{{{_TYPES}}}Override")
    } | dict(known)
    root = etree.fromstring(f'<Types xmlns="{_TYPES}"/>')
    for extension, kind in sorted(defaults.items()):
        etree.SubElement(root, f"{{{_TYPES}}}Default", {"Extension": extension, "ContentType": kind})
    for name in sorted(names):
        if name in overrides:
            attributes = {"PartName": f"/{name}", "ContentType": overrides[name]}
            etree.SubElement(root, f"{{{_TYPES}}}Override", attributes)
        elif name.rpartition(".")[2].lower() not in defaults:
            raise PackageError(f"没有说明“{name}”是什么内容")
    return bytes_of(root)


def bytes_of(root: etree._Element) -> bytes:
    """A part's bytes, as Word writes them: declared UTF-8, standalone."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
