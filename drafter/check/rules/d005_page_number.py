"""Page numbers."""

from collections.abc import Iterator

from drafter.check.finding import Severity
from drafter.check.manuscript import Manuscript
from drafter.check.rule import Hit, Placed, Rule, Settings

_ONE_PAGE = 450
"""Characters that stand on one page of 22 lines of 28 characters, title and front matter allowed for."""


def _numbered(manuscript: Manuscript, settings: Settings) -> Iterator[Placed]:
    if manuscript.looks is None or manuscript.looks.page.numbered:
        return
    if sum(map(len, manuscript.paragraphs)) > _ONE_PAGE:
        yield Placed(len(manuscript.paragraphs) - 1, Hit(0, 0))


RULE = Rule(
    code="D005",
    name="没有页码",
    severity=Severity.WARNING,
    source="GB/T 9704—2012 7.5",
    why="页脚没有页码",
    about="不止一页的稿子要有页码。",
    examples=(),
    whole=_numbered,
)
