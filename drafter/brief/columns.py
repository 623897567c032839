"""The header of a data table: which column holds what, and which are periods."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from drafter.brief.periods import Period, parse_period
from drafter.brief.units import split_unit

__all__ = ["Column", "Header", "find_header"]

_TABLE = Path(__file__).with_name("columns.toml")
_ROWS_SEARCHED = 30
_BRACKETS = re.compile(r"[（(].*?[）)]")
_TITLE_UNIT = re.compile(r"(?:计量)?单位[:：]\s*([^\s，,；;]+)")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: where it is, what its head says, and a unit the head gives (数值（亿元）)."""

    index: int
    title: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Header:
    """What a table's head says.

    Arguments:
        row: 0-based index of the header row.
        columns: by Chinese key (名称, 值, 单位 …).
        periods: columns that hold one period each, newest first.
        unit: the unit of the whole table (单位：亿元 above the head), or "".
    """

    row: int
    columns: dict[str, Column]
    periods: tuple[tuple[Period, Column], ...] = field(default=())
    unit: str = ""


def find_header(rows: list[tuple[str, ...]]) -> Header | None:
    """Find the header row below titles and blank rows; None where there is none.

    A header names the column of names and one of values or periods. A blank head over the names is
    understood where period columns follow.
    """
    unit = ""
    for index, row in enumerate(rows[:_ROWS_SEARCHED]):
        columns, periods = _read(row)
        if "名称" not in columns and len(periods) > 1 and row and not row[0]:
            columns["名称"] = Column(0, "")
        if "名称" in columns and ("值" in columns or periods):
            return Header(
                index, columns, tuple(sorted(periods, key=lambda item: item[0], reverse=True)), unit
            )
        for text in row:
            if match := _TITLE_UNIT.search(text):
                unit = match[1].rstrip("）)")
    return None


def _read(row: tuple[str, ...]) -> tuple[dict[str, Column], list[tuple[Period, Column]]]:
    columns: dict[str, Column] = {}
    periods: list[tuple[Period, Column]] = []
    for index, text in enumerate(row):
        title = re.sub(r"\s", "", text)
        unit = split_unit(title)[1]
        key = _synonyms().get(_BRACKETS.sub("", title).rstrip("%％:：").lower())
        if key is not None:
            columns.setdefault(key, Column(index, title, unit))
            continue
        try:
            periods.append((parse_period(title), Column(index, title, unit)))
        except ValueError:
            continue
    return columns, periods


@cache
def _synonyms() -> dict[str, str]:
    with _TABLE.open("rb") as stream:
        table: dict[str, list[str]] = tomllib.load(stream)
    return {word: key for key, words in table.items() for word in words}
