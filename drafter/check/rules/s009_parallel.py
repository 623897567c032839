"""Headings of one level that are not made alike."""

import re
from collections.abc import Iterator
from statistics import median

from drafter.check.finding import Severity
from drafter.check.manuscript import Manuscript
from drafter.check.rule import Example, Hit, Placed, Rule, Settings
from drafter.speech import Role

_LIMB = re.compile("[，、：；]")


def _uneven(manuscript: Manuscript, settings: Settings) -> Iterator[Placed]:
    headings = [
        (at, block.text[len(block.marker) :].rstrip("。"))
        for at, block in manuscript.blocks.items()
        if block.role is Role.HEADING and block.level == 1
    ]
    if len(headings) < settings["fewest"]:
        return
    limbs = [len(_LIMB.split(words)) for _, words in headings]
    usual = max(set(limbs), key=limbs.count)
    lengths = [len(words) for _, words in headings]
    middle = median(lengths)
    if limbs.count(usual) < len(limbs) - 1 or limbs.count(usual) == 1:
        return
    for (at, words), count in zip(headings, limbs, strict=True):
        text = manuscript.paragraphs[at]
        if count != usual:
            yield Placed(at, Hit(0, len(text), why=f"别的标题都是{usual}节，这个是{count}节：{words[:20]}"))
        elif (
            max(lengths) - min(lengths) > settings["spread"] and abs(len(words) - middle) > settings["spread"]
        ):
            yield Placed(at, Hit(0, len(text), why=f"这个标题{len(words)}字，别的大多{middle:.0f}字左右"))


RULE = Rule(
    code="S009",
    name="标题不对仗",
    severity=Severity.INFO,
    source="讲话稿写作惯例",
    why="同一级标题的节数、长短不齐",
    about="一篇讲话的大标题节数要一样，长短差不多。settings：fewest 几个标题以上才看，spread 长短差几个字以内不算。",
    examples=(
        Example(
            "在全市会议上的讲话\n同志们：\n今天开会。\n一、提高认识，增强责任感\n要想得深。\n二、压实责任，织密防护网\n要压得实。\n三、抓落实\n要落得下。"
        ),
    ),
    fine=(
        "在全市会议上的讲话\n同志们：\n今天开会。\n一、提高认识，增强责任感\n要想得深。\n二、压实责任，织密防护网\n要压得实。\n三、抓好落实，守住硬底线\n要落得下。",
    ),
    whole=_uneven,
    settings={"fewest": 3, "spread": 8},
)
