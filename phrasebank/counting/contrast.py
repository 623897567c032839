"""Words whose change turns a sentence into another one: two that differ in them are never one phrase."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

__all__ = ["contrasts_of"]

_LISTS = tomllib.loads(Path(__file__).with_name("contrasts.toml").read_text("utf-8"))
_WORDS = {word for words in _LISTS.values() for word in words.split()}
_NUMBERS = "[一二三四五六七八九十百千万亿两几半双首末]+"
# Longer words stand before what they hold.
_CONTRAST = re.compile("|".join([_NUMBERS, *sorted(_WORDS, key=lambda word: (-len(word), word))]))


def contrasts_of(text: str) -> list[str]:
    """The words of a text that may not differ between near-duplicates, sorted.

    Arguments:
        text: masked words.
    """
    return sorted(_CONTRAST.findall(text))
