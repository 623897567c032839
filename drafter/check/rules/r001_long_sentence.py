"""Sentences that nobody can read aloud in one breath."""

import re
from collections.abc import Iterator

from drafter.check.finding import Severity
from drafter.check.manuscript import Manuscript
from drafter.check.rule import Example, Hit, Placed, Rule, Settings
from drafter.speech import Role

_SENTENCE = re.compile(r"[^。！？；]+[。！？；]?")
_CLAUSE = re.compile(r"[^，、。！？；：“”（）《》—]+")


def _long(manuscript: Manuscript, settings: Settings) -> Iterator[Placed]:
    longest, breath = settings["longest"], settings["breath"]
    for at, text in enumerate(manuscript.paragraphs):
        if manuscript.role(at) not in (Role.BODY, Role.RUN_IN, None) or len(text) < min(breath, longest):
            continue
        for match in _SENTENCE.finditer(text):
            if len(match[0]) > longest:
                yield Placed(at, Hit(*match.span(), why=f"这一句{len(match[0])}字，念起来接不上气，请断开"))
            for clause in _CLAUSE.finditer(text, match.start(), match.end()):
                if len(clause[0]) > breath:
                    why = f"{len(clause[0])}字中间没有停顿，念不下来"
                    yield Placed(at, Hit(*clause.span(), why=why))


RULE = Rule(
    code="R001",
    name="句子太长",
    severity=Severity.INFO,
    source="朗读惯例",
    why="句子太长",
    about="讲话是念的。settings：longest 一句（到句号、分号）最多几个字，breath 中间没有标点的最多几个字。",
    examples=(
        Example("要" + "把各项安全生产责任措施落实到每一个单位每一个环节每一个岗位每一个人身上去" + "抓好。"),
    ),
    fine=("要把责任落实到人，措施落实到岗。",),
    whole=_long,
    settings={"longest": 120, "breath": 36},
)
