"""A heading with nothing below it."""

from collections.abc import Iterator

from drafter.check.finding import Severity
from drafter.check.manuscript import Manuscript
from drafter.check.rule import Example, Hit, Placed, Rule, Settings
from drafter.speech import Part, Role

_SHORTEST_SENTENCE = 30


def _empty(manuscript: Manuscript, settings: Settings) -> Iterator[Placed]:
    order = sorted(manuscript.blocks)
    for place, at in enumerate(order):
        block = manuscript.blocks[at]
        # A long line with its stop is a point said in one sentence.
        if (
            block.role is not Role.HEADING
            or len(block.text) > _SHORTEST_SENTENCE
            or block.text.endswith(("。", "！", "；"))
        ):
            continue
        following = manuscript.blocks[order[place + 1]] if place + 1 < len(order) else None
        ends = following is None or following.part is Part.CLOSING
        if ends or (
            following is not None and following.role is Role.HEADING and following.level <= block.level
        ):
            alike = [
                one
                for one in manuscript.blocks.values()
                if one.role is Role.HEADING and one.level == block.level
            ]
            whole = sum(1 for one in alike if len(one.text) <= _SHORTEST_SENTENCE)
            if whole and _has_text(manuscript, block.level, order):
                yield Placed(at, Hit(0, len(manuscript.paragraphs[at])))


def _has_text(manuscript: Manuscript, level: int, order: list[int]) -> bool:
    """Whether most headings of the level have text: a list of bare lines is in order."""
    held = bare = 0
    for place, at in enumerate(order):
        block = manuscript.blocks[at]
        if block.role is Role.HEADING and block.level == level:
            following = manuscript.blocks[order[place + 1]] if place + 1 < len(order) else None
            filled = following is not None and (
                (following.role in (Role.BODY, Role.RUN_IN) and following.part is not Part.CLOSING)
                or following.level > level
            )
            held += filled
            bare += not filled
    return held > bare


RULE = Rule(
    code="S010",
    name="标题下面没有内容",
    severity=Severity.WARNING,
    source="公文校核",
    why="这个标题下面没有内容",
    about="同级标题下面都有内容，这一个没有，多半是漏了。",
    examples=(
        Example(
            "在全市会议上的讲话\n同志们：\n今天开会。\n一、提高认识\n要想得深，也要看得远。\n二、压实责任\n三、抓好落实\n要落得下，也要落得实。\n谢谢大家！"
        ),
    ),
    fine=("在全市会议上的讲话\n同志们：\n今天开会。\n一、提高认识\n要想得深。\n二、压实责任\n要压得实。",),
    whole=_empty,
)
