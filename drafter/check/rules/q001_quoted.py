"""Words put into somebody's mouth that no source is given for."""

import re
from collections.abc import Iterator

from drafter.check.finding import Severity
from drafter.check.manuscript import Manuscript
from drafter.check.rule import Example, Hit, Placed, Rule, Settings

_SAID = re.compile(
    r"(?:总书记|主席|总理|书记|省长|市长|县长|《[^《》]{2,30}》|党章|宪法|古人|先贤|[一-鿿]{2,3}同志)[^，。；：“”]{0,12}?(?:指出|强调|要求|说过?|讲过?|写道|规定|明确|指示)[，：:]{0,2}(?P<w>“[^“”]{8,}”)"
)
_MARKS = re.compile(r"[^一-鿿0-9A-Za-z]+")


def _quoted(manuscript: Manuscript, settings: Settings) -> Iterator[Placed]:
    for at, text in enumerate(manuscript.paragraphs):
        if "“" not in text:
            continue
        for match in _SAID.finditer(text):
            words = _MARKS.sub("", match["w"])
            if not any(words in source or source in words for source in manuscript.quotes):
                yield Placed(at, Hit(*match.span("w")))


RULE = Rule(
    code="Q001",
    name="引语没有出处",
    severity=Severity.INFO,
    source="公文校核",
    why="引了别人的原话，请核对原文和出处",
    about="领导、文件、古人的原话要一字不差。语料库（--bank）里有、带着出处的引语不再提示。",
    examples=(Example("周书记强调：“要把群众的小事当成自己的大事来办。”"),),
    fine=("要弘扬“实干”精神。",),
    whole=_quoted,
)
