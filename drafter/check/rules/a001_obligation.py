"""力争 turned into 确保: an obligation that is not the source's."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from drafter.check.finding import Severity
from drafter.check.manuscript import Manuscript
from drafter.check.rule import Example, Hit, Placed, Rule, Settings

_SENTENCE = re.compile(r"[^。！？；]+[。！？；]?")
#: Words of obligation from the strictest down; those of one rank stand for each other.
_RANKS = (
    ("确保", "必须", "务必", "严禁", "不得", "禁止", "一律", "保证"),
    ("应当", "应", "要", "须"),
    (
        "力争",
        "争取",
        "努力",
        "尽量",
        "尽可能",
        "原则上",
        "有望",
        "可以",
        "鼓励",
        "提倡",
        "不宜",
        "引导",
        "探索",
        "预计",
        "一般",
    ),
)
_RANK = {word: rank for rank, words in enumerate(_RANKS) for word in words}
_WORD = re.compile("|".join(sorted((word for word in _RANK if len(word) > 1), key=len, reverse=True)))
_ALIKE = 0.6
"""Likeness from which two sentences are one sentence reworded."""


def _changed(manuscript: Manuscript, settings: Settings) -> Iterator[Placed]:
    if not manuscript.source:
        return
    sources = [match[0] for text in manuscript.source for match in _SENTENCE.finditer(text)]
    pairs = [_pairs(_WORD.sub("", sentence)) for sentence in sources]
    whole = frozenset(sources)
    for at, text in enumerate(manuscript.paragraphs):
        for match in _SENTENCE.finditer(text):
            if match[0] in whole:
                continue
            source = _likest(match[0], sources, pairs)
            if source:
                yield from (Placed(at, hit) for hit in _turned(match, source))


def _pairs(sentence: str) -> frozenset[str]:
    return frozenset(sentence[at : at + 2] for at in range(len(sentence) - 1))


def _likest(sentence: str, sources: list[str], pairs: list[frozenset[str]]) -> str:
    own = _pairs(_WORD.sub("", sentence))
    if len(own) < 4:
        return ""
    scores = [2 * len(own & other) / (len(own) + len(other)) if other else 0.0 for other in pairs]
    best = max(range(len(scores)), key=scores.__getitem__, default=-1)
    return sources[best] if best >= 0 and scores[best] >= _ALIKE else ""


def _turned(match: re.Match[str], source: str) -> Iterator[Hit]:
    """Words of obligation that stand where the source has one of another rank, or none, or lack one."""
    sentence = match[0]
    own, theirs = list(_WORD.finditer(sentence)), list(_WORD.finditer(source))
    matcher = SequenceMatcher(None, [one[0] for one in theirs], [one[0] for one in own], autojunk=False)
    for what, i, j, k, m in matcher.get_opcodes():
        if what == "equal":
            continue
        said, meant = [one[0] for one in own[k:m]], [one[0] for one in theirs[i:j]]
        if what == "replace" and [_RANK[word] for word in said] == [_RANK[word] for word in meant]:
            continue
        start = match.start() + (own[k].start() if k < m else 0)
        end = match.start() + (own[m - 1].end() if k < m else len(sentence))
        old, new = "、".join(meant) or "没有这样的词", "、".join(said) or "没有了"
        ranks = [_RANK[word] for word in (*said, *meant)]
        severity = Severity.ERROR if what == "replace" or 0 in ranks else Severity.WARNING
        right = meant[0] if len(said) == len(meant) == 1 else None
        yield Hit(start, end, right, why=f"原稿是“{old}”，这里是“{new}”：轻重不一样", severity=severity)


RULE = Rule(
    code="A001",
    name="要求的轻重和原稿不一样",
    severity=Severity.ERROR,
    source="原稿（--against）",
    why="要求的轻重和原稿不一样",
    about="把上级文件、原稿里的“力争”写成“确保”，“原则上”漏掉，“不得”写成“不宜”。要用 --against 给出原稿；逐句找最像的那一句来比。",
    examples=(
        Example(
            "确保年内完成管网改造24公里。",
            "力争年内完成管网改造24公里。",
            against="力争年内完成管网改造24公里。",
        ),
    ),
    fine=("确保年内完成管网改造24公里。",),
    whole=_changed,
)
