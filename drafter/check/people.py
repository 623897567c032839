"""Who is named with which post: 市应急管理局局长王进同志."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from drafter.check.bank_tables import words_in
from drafter.check.manuscript import Manuscript

__all__ = ["Named", "people_in", "same_post"]

_HEAD = (
    "书记|省长|市长|县长|区长|镇长|乡长|主任|局长|厅长|部长|主席|院长|校长|园长|所长|处长|科长|组长|队长|站长|馆长|行长|社长|"
    "秘书长|检察长|董事长|总经理|经理|厂长|总裁|司令员|政委|参谋长|支队长|大队长|会长|总工程师|专员|州长|盟长|旗长"
)
_BEHIND = (
    r"(?=同志|先生|女士|[，。；、：！）]|作|就|宣|通报|传|主持|指出|强调|在|代表|汇报|讲话|发言|出席|任|$)"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A person with a post.

    Arguments:
        paragraph: 0-based.
        start, end: characters of post and name.
        post: with the body's name before it (市应急管理局局长).
        name: of the person.
    """

    paragraph: int
    start: int
    end: int
    post: str
    name: str


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(sorted(words_in("masking/surnames.txt"), key=len, reverse=True))
    return re.compile(
        rf"(?P<post>(?:(?<=[，。；、：！请由和与及是、])|^)[一-鿿（）]{{0,16}}?(?:{_HEAD}))[ \u3000]?"
        rf"(?P<name>(?:{names})[一-鿿]{{1,2}}?){_BEHIND}"
    )


def people_in(manuscript: Manuscript) -> Iterator[Named]:
    """Every person who is named right behind a post."""
    for at, text in enumerate(manuscript.paragraphs):
        for match in _pattern().finditer(text):
            yield Named(at, match.start(), match.end(), _bare(match["post"]), match["name"])


def same_post(one: str, other: str) -> bool:
    """Whether two words for a post are one, the longer with its body before it: 局长 and 市教育局局长."""
    longer, shorter = (one, other) if len(one) >= len(other) else (other, one)
    return longer.endswith(shorter) and not longer.removesuffix(shorter).endswith(
        ("副", "原", "前", "代", "名誉")
    )


def _bare(post: str) -> str:
    return re.sub(
        "^(?:刚才|下面|首先|现在|同意|有请|请|由|受|和|与|及|是|这是|欢迎|感谢|根据|按照|听取了?|今天)+",
        "",
        post,
    )
