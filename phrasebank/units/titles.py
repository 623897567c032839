"""Titles of speeches: 在{meeting}上的讲话."""

from __future__ import annotations

import re
from collections.abc import Iterator

from phrasebank.mining import Found
from phrasebank.model import Unit
from phrasebank.units.manuscript import Kind, Manuscript
from phrasebank.units.soundness import clean, fixed_length

__all__ = ["find_titles"]

_LONGEST = 60
_FEWEST = 3
_ENDS = re.compile(
    r"(?:讲话|致辞|致词|发言|报告|党课|讲稿|主持词|主持讲话|演讲|辅导|讲座|表态|述职|汇报|讲义|总结|祝词|贺词|答谢词|提纲|意见)$"
)
_FAMILY = "标题/场合"  # as the built-in bank's titles


def find_titles(script: Manuscript) -> Iterator[Found]:
    """Find the title of a speech, where it says what kind of speech it is."""
    for line in script.lines:
        if line.kind is Kind.TITLE and _is_title(line.text) and fixed_length(line) >= _FEWEST:
            yield script.found(line, Unit.TITLE, quality=0.7 if line.doubts else 1.0, family=_FAMILY)


def _is_title(text: str) -> bool:
    return len(text) <= _LONGEST and _ENDS.search(text) is not None and clean(text)
