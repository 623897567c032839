"""A paragraph that ends in a comma, or in nothing."""

from collections.abc import Iterator

from drafter.check.finding import Severity
from drafter.check.manuscript import Manuscript
from drafter.check.rule import Example, Hit, Placed, Rule, Settings
from drafter.speech import Role

_OPEN = "，、,"
_SHORTEST = 20
"""Characters from which a paragraph of the body is taken for a sentence and no line of a list."""


def _ends(manuscript: Manuscript, settings: Settings) -> Iterator[Placed]:
    for at, text in enumerate(manuscript.paragraphs):
        words = text.rstrip()
        role = manuscript.role(at)
        if words[-1] in _OPEN and role in (Role.BODY, Role.RUN_IN):
            yield Placed(
                at,
                Hit(
                    len(words) - 1,
                    len(words),
                    why=f"段尾是“{words[-1]}”，话没有说完",
                    severity=Severity.ERROR,
                ),
            )
        elif (
            role in (Role.BODY, Role.RUN_IN)
            and len(words) >= _SHORTEST
            and ("，" in words or "。" in words)
            and ("一" <= words[-1] <= "鿿" or words[-1].isdigit())
        ):
            yield Placed(at, Hit(len(words), len(words), "。"))


RULE = Rule(
    code="P018",
    name="段尾没有句号",
    severity=Severity.WARNING,
    source="GB/T 15834—2011 4.1",
    why="段尾没有句末点号",
    about="正文的一段以句号、问号、叹号收尾。以逗号、顿号收尾的，多半是漏了字或断错了行，作必错。",
    examples=(
        Example("在全市会议上的讲话\n同志们：\n今天开会，主要任务是部署安全生产工作，压实责任，", ""),
        Example(
            "在全市会议上的讲话\n同志们：\n今天开会，主要任务是部署安全生产工作，压实各级责任",
            "在全市会议上的讲话\n同志们：\n今天开会，主要任务是部署安全生产工作，压实各级责任。",
        ),
    ),
    fine=("在全市会议上的讲话\n同志们：\n今天开会，部署工作。",),
    whole=_ends,
    certain=True,
)
