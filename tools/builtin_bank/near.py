"""Near copies: texts that share most of their character pairs."""

from __future__ import annotations

import re
from collections import Counter

__all__ = ["Neighbours"]

_BARE = re.compile(r"\{\w+\}|[，。；：、“”]")
_FEWEST_PAIRS = 12
"""Pairs below which two texts share most by chance."""
_SHARE = 2 / 3
"""Of the shorter one's pairs; what tests/phrasebank/test_builtin.py asks of the bank."""


class Neighbours:
    """Texts taken in so far, by their pairs."""

    def __init__(self) -> None:
        self._sizes: list[int] = []
        self._texts: list[str] = []
        self._with: dict[str, list[int]] = {}

    def like(self, text: str) -> str:
        """The first text taken in that this one is a near copy of, or ""."""
        pairs = _pairs(text)
        if len(pairs) < _FEWEST_PAIRS:
            return ""
        shared: Counter[int] = Counter()
        for pair in pairs:
            shared.update(self._with.get(pair, ()))
        near = [
            number
            for number, count in shared.items()
            if self._sizes[number] >= _FEWEST_PAIRS and count > min(self._sizes[number], len(pairs)) * _SHARE
        ]
        return self._texts[min(near)] if near else ""

    def add(self, text: str) -> None:
        """Take a text in."""
        pairs = _pairs(text)
        number = len(self._texts)
        self._texts.append(text)
        self._sizes.append(len(pairs))
        for pair in pairs:
            self._with.setdefault(pair, []).append(number)


def _pairs(text: str) -> set[str]:
    bare = _BARE.sub("", text)
    return {bare[start : start + 2] for start in range(len(bare) - 1)}
