"""A figure that is not the brief's."""

import re
from collections.abc import Iterator, Mapping

from drafter.brief.model import Fact
from drafter.check.amounts import AMOUNT
from drafter.check.finding import Severity
from drafter.check.manuscript import Manuscript
from drafter.check.own import own_words
from drafter.check.rule import Example, Hit, Placed, Rule, Settings

_BETWEEN = r"(?:已经?)?(?:达到?了?|为|是|有|共有?|约|升至|降至|增至|完成|实现|现有)?"


def _other(manuscript: Manuscript, settings: Settings) -> Iterator[Placed]:
    brief = manuscript.brief
    if brief is None or not brief.facts:
        return
    own = own_words(brief)
    facts = [fact for fact in brief.facts.values() if fact.value is not None and len(fact.name) > 2]
    for at, text in enumerate(manuscript.paragraphs):
        for fact in facts:
            if fact.name not in text:
                continue
            yield from _figures(at, text, fact, brief.facts, own)


def _figures(at: int, text: str, fact: Fact, facts: Mapping[str, Fact], own: str) -> Iterator[Placed]:
    unit = re.escape(fact.unit.partition("（")[0])
    names = [name for name in facts if name != fact.name and fact.name in name]
    for match in re.finditer(rf"{re.escape(fact.name)}{_BETWEEN}(?P<n>{AMOUNT})(?={unit})", text):
        if any(text.find(name, max(0, match.start() - len(name)), match.start("n")) >= 0 for name in names):
            continue
        told = match["n"].replace(",", "")
        if told == str(fact.value) or told == fact.text.rstrip("%％"):
            continue
        if text[match.start("n") : match.end("n") + max(len(fact.unit), 1)] in own:
            continue  # a goal that the brief itself sets
        why = f"提纲里“{fact.name}”是{fact.text}{fact.unit}，这里是{match['n']}"
        right = fact.text.rstrip("%％")
        yield Placed(at, Hit(*match.span("n"), right, why))


RULE = Rule(
    code="F006",
    name="和提纲里的数不一样",
    severity=Severity.ERROR,
    source="提纲和数据（--brief）",
    why="和提纲里的数不一样",
    about="稿中写出提纲“数据”里的名称、后面跟着数的，这个数要和提纲的一样。要用 --brief 给出提纲。",
    examples=(
        Example(
            "今年，事故起数为39起，还要再压。",
            brief="文种: 工作部署\n主题: 安全生产\n地区: {名称: 临江市, 层级: 市}\n数据:\n  事故起数: {值: 38, 单位: 起}\n",
        ),
    ),
    fine=("今年，事故起数为39起。",),
    whole=_other,
)
