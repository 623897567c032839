"""Words that the bank forbids, or says are no longer in use."""

from collections.abc import Iterator

from drafter.check.finding import Severity
from drafter.check.manuscript import Manuscript
from drafter.check.rule import Hit, Placed, Rule, Settings


def _forbidden(manuscript: Manuscript, settings: Settings) -> Iterator[Placed]:
    for words, level in (*manuscript.banned.items(), *((one, "forbidden") for one in settings["forbidden"])):
        for at, text in enumerate(manuscript.paragraphs):
            start = text.find(words)
            while start >= 0:
                banned = level == "forbidden"
                why = f"语料库里“{words}”{'禁用' if banned else '已经停用'}"
                severity = Severity.ERROR if banned else Severity.WARNING
                yield Placed(at, Hit(start, start + len(words), why=why, severity=severity))
                start = text.find(words, start + len(words))


RULE = Rule(
    code="W005",
    name="禁用、停用的说法",
    severity=Severity.ERROR,
    source="自己的语料库（--bank）",
    why="语料库里禁用的说法",
    about="语料库里审成“禁用”的词条作必错，“停用”的只提醒。settings：forbidden 另外不许用的说法。",
    examples=(),
    whole=_forbidden,
    settings={"forbidden": []},
)
