"""Drawings: which of two renderings to read, and what a picture without words is called."""

from __future__ import annotations

from drafter.readers.docx.markup import MC, WP, Element, attribute, has_text

__all__ = ["branch_to_read", "picture_name"]

# Extensions whose markup is read; of a choice that needs any other the fallback is taken.
_UNDERSTOOD = (
    "http://schemas.microsoft.com/office/",
    "http://schemas.openxmlformats.org/",
    "urn:schemas-microsoft-com:",
)
_IMAGES = ("{*}blip", "{*}imagedata")
# The last step of a:graphicData's uri, for graphics whose words are kept in parts of their own.
_GRAPHICS = {"chart": "图表", "chartex": "图表", "diagram": "SmartArt图示"}


def branch_to_read(alternates: Element) -> Element | None:
    """The branch of an ``mc:AlternateContent`` (ECMA-376-3 7.3) that is read.

    The first one that is understood and holds text; where none does, the first understood.
    """
    branches = [choice for choice in alternates.iterchildren(f"{MC}Choice") if _understood(choice)]
    branches += alternates.iterchildren(f"{MC}Fallback")
    return next((branch for branch in branches if has_text(branch)), branches[0] if branches else None)


def _understood(choice: Element) -> bool:
    prefixes = (attribute(choice, "Requires") or "").split()
    return all((choice.nsmap.get(prefix) or "").startswith(_UNDERSTOOD) for prefix in prefixes)


def picture_name(drawing: Element) -> str:
    """What to call a drawing that shows an image or a chart; "" for mere shapes and lines."""
    if any(next(drawing.iter(tag), None) is not None for tag in _IMAGES):
        described = next(drawing.iter(f"{WP}docPr"), None)
        return attribute(described, "descr") or attribute(described, "name") or "图片"
    for data in drawing.iter("{*}graphicData"):
        kind = (attribute(data, "uri") or "").rpartition("/")[2]
        if kind in _GRAPHICS:
            return _GRAPHICS[kind]
    return ""
