"""Bodies that have another name by the day of the speech."""

from collections.abc import Iterator

from drafter.check.dated import find_dated
from drafter.check.finding import Severity
from drafter.check.manuscript import Manuscript
from drafter.check.rule import Example, Placed, Rule, Settings


def _renamed(manuscript: Manuscript, settings: Settings) -> Iterator[Placed]:
    return find_dated(manuscript, "institutions.toml", "renamed", settings)


RULE = Rule(
    code="L001",
    name="机构改了名",
    severity=Severity.WARNING,
    source="历次机构改革方案（tables/institutions.toml）",
    why="机构改了名",
    about="讲话那天已经改名、撤并的机构。前面有“原”“时任”，或者一句里讲的是以前的年份，不算。没有日期的稿子不看。settings：tables 自己的表。",
    examples=(
        Example("市环保局要抓好落实。", date="2026-03-18"),
        Example("银保监会加强监管。", date="2024-03-18"),
    ),
    fine=("市环保局要抓好落实。",),
    whole=_renamed,
    settings={"tables": []},
)
