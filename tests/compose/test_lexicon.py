"""The dictionary is searched by halves; what it says is what a reading from top to bottom says."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from drafter.compose.lexicon import is_verb


def entries() -> list[tuple[str, int, str]]:
    spec = importlib.util.find_spec("jieba")
    assert spec is not None
    assert spec.origin is not None
    lines = Path(spec.origin).with_name("dict.txt").read_text(encoding="utf-8").splitlines()
    parts = (line.split(" ") for line in lines)
    return [(word, int(frequency), tag) for word, frequency, tag in parts if "\u4e00" <= word[0] <= "\u9fff"]


def test_every_common_verb_is_found_and_nothing_else() -> None:
    sample = entries()[::97] + entries()[:50] + entries()[-50:]
    wrong = [word for word, frequency, tag in sample if is_verb(word) != (tag == "v" and frequency >= 100)]
    assert wrong == []


@pytest.mark.parametrize("word", ["", "没有这个词", "\u4e00\u4e00\u4e00", "龘龘", "abc", "😀", " ", "\n"])
def test_other_words_are_none(word: str) -> None:
    assert not is_verb(word)
