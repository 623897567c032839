"""Words typed twice: 进一步进一步, 的的."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from drafter.check.finding import Severity
from drafter.check.rule import Example, Hit, Rule

_TABLE = Path(__file__).parents[1] / "tables" / "doubled.txt"
#: One character that no word doubles; 了了解, 不了了之, 实实在在, 是是非非 are words.
_SINGLE = re.compile(
    "(?<!目)的的|(?<!不)了了(?![解之却断])|和和(?![美气睦平])|与与|及及|(?<![实现存正])在在|并并|被被|把把(?!关)"
    "|(?<!正)是是(?!非)|将将(?!军|士)|要要(?!求)"
)
_LONG = re.compile(r"([一-鿿]{3,8})\1")
#: 讲着讲着, 会不会不: verbs that go on, questions.
_GOING_ON = re.compile("[着不]")
_SHORT, _SURE = 3, frozenset(("进一步", "高质量", "新时代", "各级党", "全过程"))
#: Of two characters: a fragment of a longer run may be a word's end and another's beginning.
_PAIR = re.compile(r"(?<![一-鿿])([一-鿿]{2})\1(?=[一-鿿]{2})")


@cache
def _words() -> frozenset[str]:
    lines = _TABLE.read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _doubled(text: str) -> Iterator[Hit]:
    for match in _LONG.finditer(text):
        # 一个难点一个难点地突破: one after the other.
        if len(set(match[1])) > 1 and match[1][0] not in "一逐每" and not _GOING_ON.search(match[1]):
            # 稳就业保就业保民生 is no word twice.
            sure = len(match[1]) > _SHORT or match[1] in _SURE
            severity = None if sure else Severity.WARNING
            yield Hit(match.start(), match.end(), match[1], severity=severity, certain=sure)
    for match in _PAIR.finditer(text):
        word = match[1]
        if word not in _words() and not _GOING_ON.search(word) and word[0] != "一" and word[0] != word[1]:
            yield Hit(match.start(), match.end(), word, severity=Severity.WARNING, certain=False)
    for match in _SINGLE.finditer(text):
        yield Hit(match.start(), match.end(), match[0][0])


RULE = Rule(
    code="W001",
    name="字词重复",
    severity=Severity.ERROR,
    source="公文校核",
    why="“{text}”打了两遍",
    about="一个词连着打了两遍，或“的的”“和和”一类。叠用成词的（常常、研究研究、一个一个、实实在在，见 tables/doubled.txt）不算；两个字的叠词拿不准，只提醒。",
    examples=(
        Example("要进一步进一步加强领导", "要进一步加强领导"),
        Example("认真的的态度", "认真的态度"),
    ),
    fine=(
        "研究研究再说",
        "一个一个解决",
        "实实在在做事",
        "不了了之",
        "高高兴兴上班",
        "了了解情况",
        "层层压实、层层落实",
    ),
    words=_doubled,
    certain=True,
)
