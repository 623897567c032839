"""What follows from a place's level (层级): how it speaks of itself, its leadership and its units."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from drafter.brief.model import Place

__all__ = ["LEVELS", "LevelWords", "level_named", "level_of", "level_words"]

LEVELS = ("省", "市", "县", "区", "乡镇", "部门", "企业", "学校")
_TABLE = Path(__file__).with_name("levels.toml")
# A superior of these levels is spoken of by its leadership; a bureau or company by its own name.
_GOVERNMENTS = ("省", "市", "县", "区", "乡镇")
_TOWN_ENDINGS = ("乡", "镇", "街道", "苏木")


@dataclass(frozen=True, slots=True)
class LevelWords:
    """How a place of some level is spoken of.

    Arguments:
        word: 市, 镇, 公司, 系统, 校: what stands after 全.
        whole: 全市, 全公司.
        leadership: 市委、市政府; 公司党委.
        units: 各县区、市直各部门.
        superior: the leadership above (省委、省政府), or "" where the brief names none.
        ours: 我市, 公司.
        announce: verbs that announce what follows (讲三点意见).
    """

    word: str
    whole: str
    leadership: str
    units: str
    superior: str
    ours: str
    announce: tuple[str, ...]


def level_words(place: Place) -> LevelWords:
    """The words for a place, by its level and by what its name ends in (levels.toml).

    Raises:
        ValueError: its level is none of ``LEVELS``.
    """
    level = _level(place.level)
    form = _form(level, place.name)
    units = form["units"]
    below = place.subordinates
    if "units_over_towns" in form and below and all(name.endswith(_TOWN_ENDINGS) for name in below):
        units = form["units_over_towns"]
    return LevelWords(
        word=form["word"],
        whole=f"全{form['word']}",
        leadership=form["leadership"],
        units=units,
        superior=_superior(place.superior),
        ours=form["ours"],
        announce=tuple(level["announce"]),
    )


def level_named(word: str) -> str:
    """The level that a word names: 市, 市级, 公司 (企业); "" where it names none."""
    for level in _levels():
        if word == level["name"] or word in level["aliases"]:
            return str(level["name"])
    return ""


def level_of(name: str) -> str:
    """The level of a place as its name tells (东山县 县, 东山县第一中学 学校), "" where it does not.

    The longest ending decides, so that 临江经济技术开发区 and 县教育局 are read right.
    """
    best, found = 0, ""
    for level in _levels():
        for form in level["form"]:
            for ending in form["endings"] if form.get("suggests", True) else ():
                if name.endswith(ending) and len(ending) > best:
                    best, found = len(ending), str(level["name"])
    return found


def _superior(name: str) -> str:
    """The leadership of what stands above; of several governments (江南省、临江市) each one's."""
    central: dict[str, str] = _table()["superiors"]
    leaderships: list[str] = []
    for part in name.split("、"):
        level = level_of(part)
        if part not in central and level not in _GOVERNMENTS:
            return name
        leaderships.append(central.get(part) or _form(_level(level), part)["leadership"])
    return "和".join(leaderships)


def _form(level: dict[str, Any], name: str) -> dict[str, Any]:
    """The form whose ending is the longest that the name has, else the level's last one."""
    matches = [
        (len(ending), form) for form in level["form"] for ending in form["endings"] if name.endswith(ending)
    ]
    form: dict[str, Any] = max(matches, key=lambda match: match[0])[1] if matches else level["form"][-1]
    return form


def _level(name: str) -> dict[str, Any]:
    for level in _levels():
        if level["name"] == name:
            return level
    raise ValueError(f"unknown level: {name}")


def _levels() -> list[dict[str, Any]]:
    levels: list[dict[str, Any]] = _table()["level"]
    return levels


@cache
def _table() -> dict[str, Any]:
    with _TABLE.open("rb") as stream:
        return tomllib.load(stream)
