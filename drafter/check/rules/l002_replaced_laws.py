"""Laws that another one has replaced."""

from collections.abc import Iterator

from drafter.check.dated import find_dated
from drafter.check.finding import Severity
from drafter.check.manuscript import Manuscript
from drafter.check.rule import Example, Placed, Rule, Settings


def _replaced(manuscript: Manuscript, settings: Settings) -> Iterator[Placed]:
    for before in ("《", "《中华人民共和国"):
        yield from find_dated(manuscript, "laws.toml", "replaced", settings, around=(before, "》"))


RULE = Rule(
    code="L002",
    name="法律法规已被取代",
    severity=Severity.WARNING,
    source="公布的法律文本（tables/laws.toml）",
    why="法律法规已被取代",
    about="讲话那天已经废止、被取代的法律法规，只看书名号里的。讲历史的不算。settings：tables 自己的表。",
    examples=(
        Example("按照《中华人民共和国合同法》的规定办。", date="2026-03-18"),
        Example("学习《信访条例》。", date="2023-03-18"),
    ),
    fine=("按照《中华人民共和国民法典》的规定办。",),
    whole=_replaced,
    settings={"tables": []},
)
