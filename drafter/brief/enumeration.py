"""The ways to number sub-points (风格.分点) that a brief may ask for."""

from __future__ import annotations

from drafter.speech.marker import Family

__all__ = ["FAMILIES", "family_named"]

FAMILIES = tuple(
    family.value.rstrip("，")
    for family in (
        Family.ORDINAL,
        Family.YAO,
        Family.SHI,
        Family.BRACKET,
        Family.FIRST,
        Family.QI,
        Family.DASH,
        Family.ARABIC,
        Family.ARABIC_BRACKET,
        Family.CIRCLED,
    )
)
"""As a brief names them; 一、 is kept for parts, and 一看 would need a verb for every point."""

_HALF_WIDTH = str.maketrans("()，、,", "（）   ")


def family_named(text: str) -> Family | None:
    """The family that a brief names (第一 or 第一，; 一要; (一)), or None."""
    name = text.translate(_HALF_WIDTH).strip()
    for family in Family:
        if family.value.rstrip("，") in (name, f"{name}.") and family.value.rstrip("，") in FAMILIES:
            return family
    return None
