"""What an outline says where the samples' own words say too much."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["usual_point", "usual_theme"]

_TABLE = Path(__file__).with_name("usual.toml")


def usual_theme(role: str) -> str:
    """The theme of a part of this role."""
    theme: str = _table()["theme"][role]
    return theme


def usual_point(role: str, number: int) -> str:
    """The theme of the point of this 0-based number in a part of this role."""
    points: list[str] = _table()["points"][role]
    return points[number % len(points)]


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(_TABLE.read_text("utf-8"))
