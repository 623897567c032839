"""一是…；三是…: a list within a paragraph that skips or repeats."""

import re
from collections.abc import Iterator

from drafter.check.finding import Severity
from drafter.check.rule import Example, Hit, Rule

_DIGITS = "一二三四五六七八九十"
_ITEM = re.compile(r"(?:^|(?<=[。；：，]))([一二三四五六七八九十])(是|要)(?![，。])")


def _counts(text: str) -> Iterator[Hit]:
    if "二是" not in text and "二要" not in text and "三是" not in text and "三要" not in text:
        return
    last: dict[str, int] = {}
    for match in _ITEM.finditer(text):
        number, word = _DIGITS.index(match[1]) + 1, match[2]
        before = last.get(word, 0)
        if number == 1:
            last[word] = 1
            continue
        if not before:
            last[word] = number
            continue
        if number != before + 1:
            said = "重了" if number == before else "不连续"
            yield Hit(
                match.start(1),
                match.end(2),
                why=f"“{match[0]}”前面是“{_DIGITS[before - 1]}{word}”，序号{said}",
            )
        last[word] = number


RULE = Rule(
    code="S008",
    name="段内列举的序号不连续",
    severity=Severity.ERROR,
    source="公文校核",
    why="段内列举的序号不连续",
    about="“一是…二是…三是…”在一段里要连着数。一段里从“一是”重新数起的，另算一组。",
    examples=(Example("一是查隐患；三是强整改。"), Example("要做好：一是查隐患；二是强整改；二是严执法。")),
    fine=("一是查隐患；二是强整改；三是严执法。", "一是快。二是准。一是稳。二是实。"),
    words=_counts,
)
