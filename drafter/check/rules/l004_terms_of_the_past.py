"""Words that are no longer used by the day of the speech."""

from collections.abc import Iterator

from drafter.check.dated import find_dated
from drafter.check.finding import Severity
from drafter.check.manuscript import Manuscript
from drafter.check.rule import Example, Placed, Rule, Settings


def _old(manuscript: Manuscript, settings: Settings) -> Iterator[Placed]:
    return find_dated(manuscript, "terms.toml", "term", settings)


RULE = Rule(
    code="L004",
    name="过了时的说法",
    severity=Severity.WARNING,
    source="历次文件（tables/terms.toml）",
    why="过了时的说法",
    about="讲话那天已经不用的说法，多半是套用了往年的稿子。讲历史的不算。settings：tables 自己的表。",
    examples=(Example("要帮扶建档立卡贫困户。", date="2025-03-18"),),
    fine=("要帮扶建档立卡贫困户。",),
    whole=_old,
    settings={"tables": []},
)
