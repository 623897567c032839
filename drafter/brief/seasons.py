"""What time of the year it is, in the words an opening uses (岁末年初, 汛期将至, 春节临近)."""

from __future__ import annotations

import datetime as dt
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["season"]

_TABLE = Path(__file__).with_name("seasons.toml")


def season(date: dt.date, topic: str = "") -> str:
    """The phrase for a date, the topic's own time first (seasons.toml).

    Arguments:
        date: when the speech is given.
        topic: what it is about; 森林防火 hears of fire seasons, 防汛 of floods.

    Returns:
        A phrase that may stand after 当前， or "" where the table knows none.
    """
    for rule in _table()["season"]:
        if _suits(rule, topic) and _covers(rule, date):
            return str(rule["phrase"])
    return ""


def _suits(rule: dict[str, Any], topic: str) -> bool:
    return "topics" not in rule or any(word in topic for word in rule["topics"])


def _covers(rule: dict[str, Any], date: dt.date) -> bool:
    """Whether the date lies in the rule's days, and near its festival where it has one."""
    if "from" in rule and not _between(rule["from"], f"{date:%m-%d}", rule["to"]):
        return False
    if "festival" not in rule:
        return True
    return any(-rule["before"] <= (date - day).days <= rule["after"] for day in _festival(rule["festival"]))


def _between(first: str, day: str, last: str) -> bool:
    """Whether a month and day lie between two others; the span may run over the new year."""
    return first <= day <= last if first <= last else day >= first or day <= last


def _festival(name: str) -> tuple[dt.date, ...]:
    return tuple(dt.date.fromisoformat(day) for day in _table()["festivals"][name])


@cache
def _table() -> dict[str, Any]:
    with _TABLE.open("rb") as stream:
        return tomllib.load(stream)
