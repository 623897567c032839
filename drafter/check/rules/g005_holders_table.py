"""Names and posts against the user's own table of office-holders."""

import re
from collections.abc import Iterator

from drafter.check.finding import Severity
from drafter.check.holders import Holder, read_holders
from drafter.check.manuscript import Manuscript
from drafter.check.people import people_in, same_post
from drafter.check.rule import Hit, Placed, Rule, Settings


def _against_table(manuscript: Manuscript, settings: Settings) -> Iterator[Placed]:
    if not settings["table"]:
        return
    holders = read_holders(settings["folder"] / settings["table"])
    then = [one for one in holders if one.holds_on(manuscript.date)]
    yield from _posts(manuscript, then)
    yield from _orders(manuscript, [one.name for one in then])


def _posts(manuscript: Manuscript, holders: list[Holder]) -> Iterator[Placed]:
    by_name = {one.name: one for one in holders}
    by_post = {post: one.name for one in holders for post in one.posts}
    for named in people_in(manuscript):
        holder = by_name.get(named.name)
        if holder and not any(same_post(post, named.post) for post in holder.posts):
            why = f"名册里{named.name}是“{'、'.join(holder.posts)}”，这里是“{named.post}”"
            start = named.start
            yield Placed(named.paragraph, Hit(start, named.end, why=why))
        elif not holder and named.post in by_post:
            right = by_post[named.post]
            why = f"名册里“{named.post}”是{right}，这里是{named.name}"
            yield Placed(named.paragraph, Hit(named.end - len(named.name), named.end, right, why))


def _orders(manuscript: Manuscript, names: list[str]) -> Iterator[Placed]:
    place = {name: number for number, name in enumerate(names)}
    known = "|".join(map(re.escape, names)) or "(?!)"
    listed_names = re.compile(f"(?:{known})(?:同志)?(?:、(?:{known})(?:同志)?)+")
    for at, text in enumerate(manuscript.paragraphs):
        for match in listed_names.finditer(text):
            listed = [name.removesuffix("同志") for name in match[0].split("、")]
            right = sorted(listed, key=place.__getitem__)
            if listed != right:
                yield Placed(
                    at, Hit(*match.span(), why=f"名册里的次序是{'、'.join(right)}", severity=Severity.WARNING)
                )


RULE = Rule(
    code="G005",
    name="和领导名册对不上",
    severity=Severity.ERROR,
    source="自己的名册（[check.rules.G005] table）",
    why="和领导名册对不上",
    about="名册是自己的表，程序不带：一个 TOML 文件，每人一项 [[holder]]，name 姓名、posts 职务、since 和 until 任职起止，按排名先后写。讲话那天在任的才算。写错的职务、换错的人作必错，排名次序只提醒。",
    examples=(),
    whole=_against_table,
    settings={"table": ""},
)
