"""What would be heard twice: runs of eight characters that the rest of a speech has already."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from drafter.brief.model import Brief
from drafter.revise.brief_form import plain_form

__all__ = ["Ear"]

_ECHO = 8
"""Characters from which a run said twice is heard as an echo, as ``drafter measure`` counts."""
#: Words of the brief from this length on part the text: names may come again with whatever is beside them.
_NAME = 3
_HAN = re.compile(r"[一-鿿]+")


class Ear:
    """Hears which words of a text would echo the rest of the speech, the brief's own words left out.

    Arguments:
        rest: the paragraphs that stay.
        brief: the brief.
        granted: words that may echo, since what they replace does so too.
    """

    def __init__(self, rest: Iterable[str], brief: Brief, granted: Iterable[str] = ()) -> None:
        own = sorted({words for words in _strings(plain_form(brief)) if len(words) >= _NAME}, key=len)
        self._own = "\n".join(own)
        names = [re.escape(words) for words in reversed(own) if _HAN.fullmatch(words)]
        self._names = re.compile("|".join(names) or "(?!)")
        self._rest = {run for text in rest for run in self._runs(text)}
        self._granted = {run for text in granted for run in self._runs(text)}

    def echoes(self, text: str) -> list[str]:
        """Runs of the text that the rest has."""
        return [run for run in self._runs(text) if run in self._rest and run not in self._granted]

    def _runs(self, text: str) -> Iterator[str]:
        for piece in _HAN.findall(self._names.sub("|", text)):
            for start in range(len(piece) - _ECHO + 1):
                run = piece[start : start + _ECHO]
                if run not in self._own:
                    yield run


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, held in value.items():
            yield name
            yield from _strings(held)
    elif isinstance(value, list):
        for held in value:
            yield from _strings(held)
