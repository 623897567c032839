"""One post with two persons."""

import re
from collections.abc import Iterator

from drafter.check.finding import Severity
from drafter.check.manuscript import Manuscript
from drafter.check.people import people_in
from drafter.check.rule import Example, Hit, Placed, Rule, Settings

_SOLE = re.compile(
    r"^(?!.*副).*(?:[省市县区镇乡]委书记|[省市县区镇乡]长|[局厅部委]长|局局长|厅厅长|委主任|校长|董事长|总经理|检察长)$"
)


def _two_holders(manuscript: Manuscript, settings: Settings) -> Iterator[Placed]:
    first: dict[str, str] = {}
    for named in people_in(manuscript):
        if len(named.post) < 3 or not _SOLE.match(named.post):
            continue
        holder = first.setdefault(named.post, named.name)
        if holder != named.name:
            why = f"“{named.post}”前面是{holder}，这里是{named.name}"
            yield Placed(named.paragraph, Hit(named.end - len(named.name), named.end, why=why))


RULE = Rule(
    code="G004",
    name="一个职务两个人",
    severity=Severity.WARNING,
    source="公文校核",
    why="一个职务前后两个人",
    about="只有一个人担任的职务（市委书记、市长、局长、校长等）前后是两个姓名。会上换人、前任后任一起说的，可以不理。",
    examples=(Example("请市委书记周明远同志讲话。\n刚才，市委书记周明元同志作了讲话。"),),
    fine=("副市长周明远同志主持。\n副市长程望同志讲话。",),
    whole=_two_holders,
)
