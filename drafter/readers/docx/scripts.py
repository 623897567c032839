"""Raised and lowered figures (上标、下标), so that 10³ does not become 103."""

from __future__ import annotations

__all__ = ["lowered", "raised"]

_RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def raised(text: str) -> str | None:
    """The text in superscript figures, None where it is not all figures and signs."""
    return _translated(text, _RAISED)


def lowered(text: str) -> str | None:
    """The text in subscript figures, None where it is not all figures."""
    return _translated(text, _LOWERED)


def _translated(text: str, table: dict[int, int]) -> str | None:
    return text.translate(table) if text and all(ord(letter) in table for letter in text) else None
