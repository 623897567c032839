"""One person with two posts."""

from collections.abc import Iterator

from drafter.check.finding import Severity
from drafter.check.manuscript import Manuscript
from drafter.check.people import people_in, same_post
from drafter.check.rule import Example, Hit, Placed, Rule, Settings


def _two_posts(manuscript: Manuscript, settings: Settings) -> Iterator[Placed]:
    first: dict[str, str] = {}
    for named in people_in(manuscript):
        post = first.setdefault(named.name, named.post)
        if not same_post(post, named.post):
            why = f"{named.name}前面是“{post}”，这里是“{named.post}”"
            yield Placed(named.paragraph, Hit(named.start, named.end, why=why))


RULE = Rule(
    code="G003",
    name="一个人两个职务",
    severity=Severity.WARNING,
    source="公文校核",
    why="一个人前后两个职务",
    about="同一个姓名前面写着两个不同的职务。兼职的要一起写，如“市委副书记、市长”。",
    examples=(Example("请市教育局局长王建平同志发言。\n感谢市卫生健康委主任王建平同志。"),),
    fine=("请市教育局局长王建平同志发言。\n感谢局长王建平同志。",),
    whole=_two_posts,
)
