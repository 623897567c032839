"""Formulas (OMML, ECMA-376-1 22.1) as running text, without making 10³ into 103."""

from __future__ import annotations

from drafter.readers.docx.markup import Element, M
from drafter.readers.docx.scripts import lowered, raised

__all__ = ["formula_text"]


def formula_text(element: Element) -> str:
    """The text of an ``m:oMath`` or of a piece of it."""
    if element.tag == f"{M}t":
        return element.text or ""
    if element.tag == f"{M}f":
        return f"{_part(element, 'num')}/{_part(element, 'den')}"
    if element.tag == f"{M}sSup":
        return _part(element, "e") + (raised(power := _part(element, "sup")) or f"^{power}")
    if element.tag == f"{M}sSub":
        return _part(element, "e") + (lowered(index := _part(element, "sub")) or f"_{index}")
    if element.tag == f"{M}rad":
        return f"√{_part(element, 'e')}"
    if element.tag == f"{M}d":
        return (
            _fence(element, "begChr", "(")
            + ",".join(map(formula_text, element.findall(f"{M}e")))
            + _fence(element, "endChr", ")")
        )
    return "".join(formula_text(child) for child in element)


def _part(element: Element, name: str) -> str:
    found = element.find(f"{M}{name}")
    return "" if found is None else formula_text(found)


def _fence(element: Element, name: str, usual: str) -> str:
    """The bracket of an ``m:d`` (22.1.2.24), round where none is given."""
    given = element.find(f"{M}dPr/{M}{name}")
    return usual if given is None else given.get(f"{M}val", usual)
