"""同志们, → 同志们：."""

from collections.abc import Iterator

from drafter.check.finding import Severity
from drafter.check.manuscript import Manuscript
from drafter.check.rule import Example, Hit, Placed, Rule, Settings
from drafter.speech import Role

_WRONG = ",，。.:；;！!、"


def _salutations(manuscript: Manuscript, settings: Settings) -> Iterator[Placed]:
    for at, text in enumerate(manuscript.paragraphs):
        if manuscript.role(at) is not Role.SALUTATION:
            continue
        words = text.rstrip()
        if words[-1] in _WRONG:
            yield Placed(at, Hit(len(words) - 1, len(words), "："))
        elif words[-1] != "：":
            yield Placed(at, Hit(len(words), len(words), "："))


RULE = Rule(
    code="P012",
    name="称谓后面用冒号",
    severity=Severity.ERROR,
    source="GB/T 15834—2011 4.7.3.1",
    why="称谓独占一行，后面用冒号",
    about="开头独占一行的称谓后面用全角冒号。正文里呼告的“同志们，”不算。",
    examples=(
        Example(
            "在全市工作会议上的讲话\n同志们,\n今天开会，部署工作。",
            "在全市工作会议上的讲话\n同志们：\n今天开会，部署工作。",
        ),
    ),
    fine=("在全市工作会议上的讲话\n同志们：\n同志们，今天开会，部署工作。",),
    whole=_salutations,
    certain=True,
)
