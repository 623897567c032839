"""Units (单位) that are known as such: after Chinese numerals, and in the brackets of a name."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

__all__ = ["is_ratio", "is_unit", "split_note", "split_unit"]

_TABLE = Path(__file__).with_name("units.toml")
_SCALE = re.compile(r"[十百千万亿]+")
_NOTE = re.compile(r"(?P<unit>[^（(]*)[（(](?P<note>.+)[）)]")
_RATIOS = ("%", "％", "‰")


@cache
def _units() -> frozenset[str]:
    with _TABLE.open("rb") as stream:
        return frozenset(tomllib.load(stream)["units"])


def is_unit(text: str) -> bool:
    """Whether the text is a unit of the table, with or without a scale word before it (亿元)."""
    units = _units()
    if text in units:
        return True
    scale = _SCALE.match(text)
    return scale is not None and (scale.end() == len(text) or text[scale.end() :] in units)


def is_ratio(unit: str) -> bool:
    """Whether figures of this unit are ratios, whose changes are points (个百分点) and not percent."""
    return unit in _RATIOS


def split_note(unit: str) -> tuple[str, str]:
    """Take the bracketed note off a unit: 亿元（占比65.3%） is 亿元 and 占比65.3%."""
    match = _NOTE.fullmatch(unit.strip())
    return (match["unit"].strip(), match["note"].strip()) if match else (unit.strip(), "")


def split_unit(name: str) -> tuple[str, str]:
    """Take the bracketed unit off a name: 产值（亿元） is 产值 and 亿元; 产值（预计） stays whole."""
    match = _NOTE.fullmatch(name.strip())
    if match and match["unit"].strip() and is_unit(match["note"].strip()):
        return match["unit"].strip(), match["note"].strip()
    return name.strip(), ""
