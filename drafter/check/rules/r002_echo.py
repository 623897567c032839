"""A long run of words that comes again close by."""

import re
from collections.abc import Iterator

from drafter.check.finding import Severity
from drafter.check.manuscript import Manuscript
from drafter.check.own import own_words
from drafter.check.rule import Example, Hit, Placed, Rule, Settings

_RUN = re.compile("[一-鿿]+")


def _echoes(manuscript: Manuscript, settings: Settings) -> Iterator[Placed]:
    length, near = settings["length"], settings["near"]
    own = own_words(manuscript.brief) if manuscript.brief else ""
    last: dict[str, int] = {}
    for at, text in enumerate(manuscript.paragraphs):
        heard_to = -1
        for run in _RUN.finditer(text):
            words = run[0]
            for start in range(len(words) - length + 1):
                piece, place = words[start : start + length], run.start() + start
                before = last.get(piece)
                last[piece] = at
                if before is None or at - before > near or place < heard_to or piece in own:
                    continue
                end = place + length
                yield Placed(at, Hit(place, end, why=f"“{piece}”第{before + 1}段刚说过"))
                heard_to = run.end()


RULE = Rule(
    code="R002",
    name="相近的地方说了两遍",
    severity=Severity.INFO,
    source="讲话稿写作惯例",
    why="相近的地方说了两遍",
    about="settings：length 几个字以上一样才算，near 相隔几段以内。提纲里的固定名称不算。",
    examples=(Example("要把安全生产责任落实到每一个岗位。\n会后要把安全生产责任落实到每一个岗位。"),),
    fine=("要把责任落实到岗位。\n会后要抓好培训。",),
    whole=_echoes,
    settings={"length": 12, "near": 3},
)
