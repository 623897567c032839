"""Under what a mined phrase is filed: topics, kinds, levels, themes, and what it came with.

Filed under too much a phrase is never picked: a sentence of a county's speech is fit for a city's. So it
keeps a level or a kind only where its words or its place in the speech say so.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from phrasebank.mining import About, Found
from phrasebank.model import Unit

__all__ = ["MANY", "Filing", "dumped", "filed", "filed_once", "keeps_kind", "smallest"]

_GROUPS = 12
"""Outlines and passages that a phrase remembers having come with, and themes; more help nobody."""
_TOPICS = 8
"""Topics that a phrase mined from many speeches is filed under; beyond them it is taken for general."""
_KINDS = 12
MANY = "[ ]"
"""A list that was given up because it grew too long: it reads as empty and never grows again."""
_BY_KIND = frozenset({Unit.TITLE.value, Unit.OUTLINE.value})


class Filing(NamedTuple):
    """Lists as the table of phrases has them."""

    topics: str
    kinds: str
    levels: str


def filed(topics: Iterable[str], kinds: Iterable[str], levels: Iterable[str], *, text: str) -> Filing:
    """What a phrase is filed under, by the places it was met at.

    What is said of many subjects can be said of any. Each list is sorted and cut, so that it does not
    hang on the order in which speeches came.

    Arguments:
        topics: of the speeches.
        kinds: of those at whose places it keeps them (``keeps_kind``).
        levels: of the speeches; kept are those of which the words are.
        text: the phrase's words.
    """
    subjects = set() if "{topic}" in text else set(topics)
    return Filing(
        MANY if len(subjects) > _TOPICS else dumped(tuple(sorted(subjects))),
        dumped(tuple(sorted(set(kinds))[:_KINDS])),
        _levels(frozenset(levels), text),
    )


def filed_once(found: Found, about: About) -> Filing:
    """The same of a phrase met at one place: most are."""
    topics = () if "{topic}" in found.text else found.topics or about.topics
    return Filing(
        _topics(topics),
        dumped((about.kind,)) if about.kind and keeps_kind(found.move, found.unit) else "[]",
        _levels(frozenset((about.level,)), found.text) if about.level else "[]",
    )


def keeps_kind(move: str, unit: str) -> bool:
    """Whether a place ties a phrase to the kind of its speech: openings and closings are of one, and so
    are titles and outlines; what is said in between is said in any."""
    return move.startswith(("opening.", "closing.")) or unit in _BY_KIND


def smallest(values: Collection[str]) -> str:
    """Themes or groups: the first of all by order, so that it does not hang on who came first."""
    return dumped(tuple(sorted(set(values))[:_GROUPS])) if values else "[]"


@lru_cache(20_000)
def dumped(values: tuple[str, ...]) -> str:
    """A list of names as JSON."""
    return f"[{','.join(map(_encode, values))}]"


_encode = json.JSONEncoder(ensure_ascii=False).encode


@lru_cache(1_000)
def _topics(topics: tuple[str, ...]) -> str:
    return filed(topics, (), (), text="").topics


def _levels(levels: frozenset[str], text: str) -> str:
    words = _level_words()
    own = [level for level in levels if level in words and words[level].search(text)]
    return dumped(tuple(sorted(own))) if own else "[]"


@cache
def _level_words() -> dict[str, re.Pattern[str]]:
    """By level the words that only its own speakers use (level_words.txt)."""
    found: dict[str, re.Pattern[str]] = {}
    for line in (files(__package__) / "level_words.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            level, _, words = line.partition(": ")
            found[level] = re.compile("|".join(map(re.escape, words.split())))
    return found
