"""Characters of symbol faces (``w:sym``) in Unicode; the private use area means nothing outside its face."""

from __future__ import annotations

import re

__all__ = ["PRIVATE_USE", "symbol_text"]

PRIVATE_USE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]+")

_GREEK = dict(
    zip(
        range(0x61, 0x7B),
        "αβχδεφγηιϕκλμνοπθρστυϖωξψζ",
        strict=True,
    )
)
# Code points of the faces, from the tables Microsoft and Adobe publish for them; those that
# occur in office documents.
_SYMBOL = _GREEK | {
    0x2B: "+", 0x2D: "−", 0x3C: "<", 0x3D: "=", 0x3E: ">", 0xA2: "′", 0xA3: "≤", 0xA5: "∞",
    0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″",
    0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xD0: "∠",
    0xD6: "√", 0xE5: "∑", 0x44: "Δ", 0x57: "Ω", 0x53: "Σ",
}  # fmt: skip
_WINGDINGS = {
    0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: "□", 0x71: "□", 0x75: "◆", 0x76: "◆", 0xA1: "○",
    0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xD8: "➢", 0xE0: "→", 0xDF: "←", 0xE1: "↑", 0xE2: "↓",
    0xFB: "×", 0xFC: "√", 0xFD: "☒", 0xFE: "☑",
} | {0x81 + index: chr(0x2460 + index) for index in range(10)} | {
    0x8C + index: chr(0x2776 + index) for index in range(10)
}  # fmt: skip
_WINGDINGS_2 = {0x50: "√", 0x52: "☑", 0x54: "☒", 0x97: "●", 0xA3: "□"} | {
    0x6A + index: chr(0x2460 + index) for index in range(10)
}
_FACES = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}


def symbol_text(face: str, code: str) -> str | None:
    """The Unicode text of a ``w:sym`` (ECMA-376-1 17.3.3.30).

    Arguments:
        face: ``w:font``.
        code: ``w:char``, hexadecimal; symbol faces use F000 to F0FF or 00 to FF.

    Returns:
        The character, or None where the face alone knows what it looks like.
    """
    try:
        point = int(code, 16) if len(code) <= 8 else 0
    except ValueError:
        return None
    table = _FACES.get(face.strip().lower())
    if table is not None:
        return table.get(point & 0xFF) if point < 0x100 or point >> 8 == 0xF0 else None
    if point < 0x20 or 0xD800 <= point <= 0xDFFF or point > 0x10FFFF or PRIVATE_USE.match(chr(point)):
        return None
    return chr(point)
