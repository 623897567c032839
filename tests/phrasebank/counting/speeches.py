"""Speeches of our own for counting: clauses on invented work, put together by number."""

from __future__ import annotations

from collections.abc import Sequence

from phrasebank.counting import clauses_of, tokenize
from phrasebank.counting.corpus import Speech

OPENERS = (
    "压实包保责任",
    "擦亮窗口服务牌子",
    "管好山塘水库",
    "盘活闲置校舍",
    "办好家门口的食堂",
    "打通断头路",
    "巡护天然林片区",
)
CLOSERS = (
    "让群众少跑腿",
    "防汛备汛一刻不能松",
    "把账算到户里",
    "年底前要见到模样",
    "茶园提质不能等",
    "好事要办到心坎上",
)
FIXED = "既要算眼前的小账，也要算长远的大账"
"""Said by many speeches, clause for clause."""


def sentences(number: int, count: int = 6) -> list[str]:
    """Sentences of a speech, another choice for each number."""
    made = []
    for place in range(count):
        opener = OPENERS[(number * 3 + place) % len(OPENERS)]
        closer = CLOSERS[(number + place * 2) % len(CLOSERS)]
        made.append(f"{opener}，{closer}")
    if number % 2 == 0:
        made.append(FIXED)
    return made


def speech(number: int, texts: Sequence[str] | None = None, move: str = "point.measure") -> Speech:
    """A speech of which every sentence is a paragraph."""
    rows = [
        (paragraph, 0, len(text), move, tokenize(text))
        for paragraph, text in enumerate(sentences(number) if texts is None else texts)
    ]
    return Speech(number, clauses_of(rows))
