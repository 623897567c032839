"""What a part does in its speech (作用), judged from its theme where the brief does not say."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from drafter.brief.model import Part
from phrasebank.model import Move

__all__ = ["HEADING_MOVES", "role_of"]

_TABLE = Path(__file__).with_name("data") / "roles.toml"

#: Under which move the bank files the headings of each role (docs/phrases.md).
HEADING_MOVES = {
    "形势": Move.BODY_SITUATION,
    "认识": Move.BODY_SIGNIFICANCE,
    "成绩": Move.BODY_ACHIEVEMENT,
    "问题": Move.BODY_PROBLEM,
    "任务": Move.POINT_MEASURE,
    "措施": Move.POINT_MEASURE,
    "保障": Move.POINT_DUTY,
    "责任": Move.POINT_DUTY,
    "希望": Move.CLOSING_HOPE,
}


@cache
def _words() -> dict[str, tuple[str, ...]]:
    table = tomllib.loads(_TABLE.read_text("utf-8"))
    return {role: tuple(words) for role, words in table["words"].items()}


def role_of(part: Part, index: int, count: int) -> str:
    """The part's role: what the brief says, else the role whose words its theme holds, else by place.

    Arguments:
        part: the part.
        index: its 0-based place among ``count`` parts.
    """
    if part.role:
        return part.role
    theme = part.heading or part.theme
    hits = {role: sum(word in theme for word in words) for role, words in _words().items()}
    best = max(hits, key=lambda role: hits[role])
    if hits[best]:
        return best
    if index == 0 and count > 2:
        return "认识"
    return "保障" if index == count - 1 and count > 2 else "措施"
