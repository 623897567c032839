"""Words that are written with the wrong characters."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from drafter.check.finding import Severity
from drafter.check.rule import Example, Hit, Rule

_TABLE = Path(__file__).parents[1] / "tables" / "confusions.toml"


@cache
def _pairs() -> tuple[
    re.Pattern[str], dict[str, list[tuple[re.Pattern[str], re.Pattern[str], str, Severity]]]
]:
    by_word: dict[str, list[tuple[re.Pattern[str], re.Pattern[str], str, Severity]]] = {}
    for entry in tomllib.loads(_TABLE.read_text("utf-8"))["pair"]:
        rights = entry.get("rights") or [entry["right"]] * len(entry["wrong"])
        before, after = re.compile(entry.get("before", "")), re.compile(entry.get("after", ""))
        severity = Severity(entry.get("level", "error"))
        for wrong, right in zip(entry["wrong"], rights, strict=True):
            by_word.setdefault(wrong, []).append((before, after, right, severity))
    words = sorted(by_word, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words))), by_word


def _confused(text: str) -> Iterator[Hit]:
    pattern, by_word = _pairs()
    for match in pattern.finditer(text):
        for before, after, right, severity in by_word[match[0]]:
            if before.match(text, match.start()) and after.match(text, match.end()):
                certain = severity is Severity.ERROR
                yield Hit(match.start(), match.end(), right, severity=severity, certain=certain)
                break


RULE = Rule(
    code="W003",
    name="错别字",
    severity=Severity.ERROR,
    source="《现代汉语词典》；GF 1001—2001《第一批异形词整理表》（tables/confusions.toml）",
    why="“{text}”应当写作“{right}”",
    about="写法不成词的（按步就班、布署、帐目）作必错，能直接改；要看意思的（做为、其它）只提醒。",
    examples=(
        Example("周密布署，按步就班推进", "周密部署，按部就班推进"),
        Example("截止2025年底", "截至2025年底"),
        Example("建立台帐", "建立台账"),
    ),
    fine=("周密部署", "报名截止日期", "一座座落成的桥", "以经济建设为中心", "反复盖章"),
    words=_confused,
    certain=True,
)
