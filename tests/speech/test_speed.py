"""Time grows with the text, whatever the text is."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

import pytest

from drafter.speech import parse_speech

TEXTS: dict[str, Callable[[int], list[str]]] = {
    "one marker again and again": lambda size: ["一是抓好落实。大家行动。"] * size,
    "counts that restart": lambda size: ["一、甲", "二、乙"] * size,
    "all families in turn": lambda size: (
        ["一、甲", "（一）乙", "1.丙", "（1）丁", "①戊", "第一，己。", "一是庚。"] * size
    ),
    "one paragraph of counts": lambda size: ["一是甲；" * size],
    "quotes never closed": lambda size: ["一、" + "“" * size * 3],
    "brackets never closed": lambda size: ["一、" + "（“甲。”" * size],
    "an address without end": lambda size: ["各位和" * size + "：", "一、甲", "乙", "各位和" * size],
    "digits": lambda size: ["1" * size * 5, "（" * size * 5, "（1）" * size, "一" * size * 5],
    "posts and dates": lambda size: ["标题", "市长 " * size, "2026年" * size],
    "announcements": lambda size: ["讲" * size + "三点", "下面我讲" * size, "今天" * size, "一、甲"],
    "placeholders": lambda size: ["X" * size, "（ " * size, "_" * size, "201" * size],
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_time_grows_with_the_text(text: Callable[[int], list[str]]) -> None:
    small, large = text(500), text(4000)
    assert _seconds(large) < 30 * max(_seconds(small), 0.01)


def _seconds(paragraphs: list[str]) -> float:
    started = process_time()
    parse_speech(paragraphs)
    return process_time() - started
