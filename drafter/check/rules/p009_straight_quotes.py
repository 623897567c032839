"""Straight quotation marks."""

import re
from collections.abc import Iterator

from drafter.check.finding import Severity
from drafter.check.rule import Example, Hit, Rule

_HAN = re.compile("[一-鿿]")


def _straight(text: str) -> Iterator[Hit]:
    for mark, pair in (('"', "“”"), ("＂", "“”"), ("'", "‘’")):
        places = [at for at, char in enumerate(text) if char == mark]
        if mark == "'":
            places = [at for at in places if not text[at - 1 : at].isalnum() or _HAN.match(text[at - 1 : at])]
        if not places or not _HAN.search(text):
            continue
        paired = len(places) % 2 == 0
        for turn, at in enumerate(places):
            yield Hit(at, at + 1, pair[turn % 2] if paired else None, certain=paired)


RULE = Rule(
    code="P009",
    name="用了直引号",
    severity=Severity.ERROR,
    source="GB/T 15834—2011 4.8、5.1",
    why="中文的引号是“”和‘’",
    about="直的引号是英文的。一段里成对的，依次改成前引号、后引号；不成对的只指出来。",
    examples=(Example('弘扬"实干"精神', "弘扬“实干”精神"), Example('弘扬"实干精神')),
    fine=("弘扬“实干”精神", "it's fine"),
    words=_straight,
    certain=True,
)
