"""首先…其次…第三: words of one list do not count on in another way."""

import re
from collections.abc import Iterator

from drafter.check.finding import Severity
from drafter.check.manuscript import Manuscript
from drafter.check.rule import Example, Hit, Placed, Rule, Settings

_MARK = re.compile(r"(?:^|(?<=[。；]))(首先|其次|再次|最后|第[一二三四五])(?=[，、])")
_NEXT = {"第二": "其次", "第三": "再次", "第四": "最后"}


def _mixed(manuscript: Manuscript, settings: Settings) -> Iterator[Placed]:
    counting = ""
    for at, text in enumerate(manuscript.paragraphs):
        for match in _MARK.finditer(text):
            word = match[1]
            if word == "第一":
                counting = ""
            elif word == "首先":
                counting = word
            elif (
                counting
                and word in _NEXT
                and (counting, word) in (("首先", "第二"), ("其次", "第三"), ("再次", "第四"))
            ):
                yield Placed(at, Hit(match.start(1), match.end(1), _NEXT[word]))
                counting = _NEXT[word]
            elif counting:
                counting = word


RULE = Rule(
    code="S007",
    name="“首先、其次”后面接了“第三”",
    severity=Severity.WARNING,
    source="行文惯例",
    why="前面用的是“首先”“其次”，这里应当接着用“{right}”",
    about="“首先、其次、再次、最后”是一套，“第一、第二、第三”是一套，不混着用。",
    examples=(
        Example(
            "首先，要提高认识。\n其次，要压实责任。\n第三，要抓好落实。",
            "首先，要提高认识。\n其次，要压实责任。\n再次，要抓好落实。",
        ),
    ),
    fine=(
        "首先，要提高认识。\n其次，要压实责任。\n再次，要抓好落实。",
        "第一，要快。\n第二，要准。\n第三，要稳。",
    ),
    whole=_mixed,
    certain=True,
)
