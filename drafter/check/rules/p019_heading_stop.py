"""A full stop behind a heading that has a line of its own."""

from collections.abc import Iterator

from drafter.check.finding import Severity
from drafter.check.manuscript import Manuscript
from drafter.check.rule import Example, Hit, Placed, Rule, Settings
from drafter.speech import Role


def _headings(manuscript: Manuscript, settings: Settings) -> Iterator[Placed]:
    for at, text in enumerate(manuscript.paragraphs):
        block = manuscript.blocks.get(at)
        words = text.rstrip()
        if block is None or block.role not in (Role.HEADING, Role.TITLE) or block.level > 2:
            continue
        if words.endswith(("。", "；")) and words.count("。") == words.endswith("。"):
            yield Placed(at, Hit(len(words) - 1, len(words), ""))


RULE = Rule(
    code="P019",
    name="独占一行的标题末尾不用句号",
    severity=Severity.WARNING,
    source="GB/T 15834—2011 4.1.3；公文写作惯例",
    why="标题独占一行，末尾不用“{text}”",
    about="大标题和独占一行的“一、”“（一）”标题末尾不加句号、分号。标题后面接着写正文的（段首句）要有句号，不算。",
    examples=(
        Example(
            "在全市会议上的讲话\n同志们：\n今天开会。\n一、提高认识。\n要想得深。\n二、落实责任。\n要压得实。",
            "在全市会议上的讲话\n同志们：\n今天开会。\n一、提高认识\n要想得深。\n二、落实责任\n要压得实。",
        ),
    ),
    fine=("在全市会议上的讲话\n同志们：\n今天开会。\n一、提高认识\n要想得深。\n二、落实责任\n要压得实。",),
    whole=_headings,
    certain=True,
)
