"""Names that look the same and are not: letters of other scripts, full-width forms, dashes."""

from __future__ import annotations

import unicodedata

__all__ = ["skeleton"]

# Unicode Technical Standard 39, confusables.txt 16.0 (2024-09-10), what keyboards and OCR bring into Chinese
# tables: Cyrillic and Greek capitals and small letters, circles for zero, dashes for one.
_LIKE = (
    "АВЕЅІЈКМНОРСТУХҮаеіјорсухѕԁһ",
    "ABESIJKMHOPCTYXYaeijopcyxsdh",
    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
    "ABEZHIKMNOPTYXo",
    "〇○◯",
    "000",
    "—–―ー─−‐‑",
    "--------",
)
_TABLE = {
    ord(one): other for line in (0, 2, 4, 6) for one, other in zip(_LIKE[line], _LIKE[line + 1], strict=True)
}


def skeleton(name: str) -> str:
    """What names that cannot be told apart by eye have in common.

    Arguments:
        name: a name as it was written.
    """
    return unicodedata.normalize("NFKC", name).translate(_TABLE).replace(" ", "")
