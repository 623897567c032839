"""Things said twice, and things said the wrong way round: 防止…不再发生."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from drafter.check.finding import Severity
from drafter.check.rule import Example, Hit, Rule

_TABLE = Path(__file__).parents[1] / "tables" / "redundant.toml"


@cache
def _entries() -> tuple[tuple[re.Pattern[str], str | None, str, Severity], ...]:
    table = tomllib.loads(_TABLE.read_text("utf-8"))["entry"]
    return tuple(
        (re.compile(one["wrong"]), one.get("right"), one["why"], Severity(one["level"])) for one in table
    )


def _redundant(text: str) -> Iterator[Hit]:
    for pattern, right, why, severity in _entries():
        for match in pattern.finditer(text):
            group = next((name for name in ("w", "v") if match.groupdict().get(name)), 0)
            start, end = match.span(group)
            yield Hit(
                start, end, right, why, severity, certain=severity is Severity.ERROR and right is not None
            )


RULE = Rule(
    code="W004",
    name="说重了、说反了",
    severity=Severity.ERROR,
    source="语法规范（tables/redundant.toml）",
    why="说重了、说反了",
    about="“防止…不再发生”“严禁不得”把意思说反，作必错；“涉及到”“凯旋归来”一类说重的只提示。",
    examples=(
        Example("防止类似事故不再发生", "防止类似事故再发生"),
        Example("严禁不得带火种进山", "严禁带火种进山"),
        Example("各方面都涉及到了，凯旋归来"),
    ),
    fine=("防止类似事故再次发生", "确保类似事故不再发生", "严禁带火种进山"),
    words=_redundant,
    certain=True,
)
