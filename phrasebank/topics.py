"""The names a subject (主题) goes by: which of them mean the same, and which one the bank files under."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

__all__ = ["canonical_topics", "filed_name", "subject_numbers"]

_FILE = Path(__file__).with_name("topic_names.txt")
_WHOLE = "="
_IN_BRACKETS = re.compile(r"（[^（）]*）")
_LONGEST = 10
"""Characters of a subject that is in no table; what is longer is a title."""
_WORTH_KEEPING = 4096


@cache
def _table() -> tuple[tuple[str, ...], dict[str, int], dict[str, int]]:
    """The subjects' names in the bank; every name to its subject, all and those that count inside others."""
    subjects: list[str] = []
    names: dict[str, int] = {}
    inside: dict[str, int] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line:
            continue
        subject, _, others = line.partition("\t")
        number = len(subjects)
        subjects.append(subject)
        for name in (subject, *others.split()):
            if name.startswith(_WHOLE):
                names[name.removeprefix(_WHOLE)] = number
            else:
                names[name] = inside[name] = number
    return tuple(subjects), names, inside


@lru_cache(_WORTH_KEEPING)
def subject_numbers(topic: str) -> frozenset[int]:
    """The subjects that a topic is about, as numbers: those whose name it is or holds.

    Arguments:
        topic: as a brief or a phrase names it (安全生产月, 大气污染防治).
    """
    _, names, inside = _table()
    held = {number for name, number in inside.items() if name in topic}
    return frozenset(held | {names[topic]} if topic in names else held)


def filed_name(topic: str) -> str:
    """The name under which the bank files a topic: 生态环境 is filed as 生态环保; unknown ones stay."""
    subjects, names, _ = _table()
    return subjects[names[topic]] if topic in names else topic


def canonical_topics(words: str) -> tuple[str, ...]:
    """The subjects that are named in words, by the names the bank files them under, in their order.

    Of two names at one place the longer counts: 大气污染防治 names no 污染防治. Words that name no
    known subject are one by themselves, unless they are too long.

    Arguments:
        words: such as 校园安全与“双减”, 卫生健康（县域医共体）.
    """
    subjects, names, inside = _table()
    bare = _IN_BRACKETS.sub("", words).strip()
    if bare in names:
        return (subjects[names[bare]],)
    taken = [False] * len(words)
    found: list[tuple[int, int]] = []
    for name in sorted(inside, key=lambda name: (-len(name), name)):
        start = words.find(name)
        if start >= 0 and not any(taken[start : start + len(name)]):
            taken[start : start + len(name)] = [True] * len(name)
            found.append((start, inside[name]))
    if found:
        return tuple(dict.fromkeys(subjects[number] for _, number in sorted(found)))
    return (bare,) if 0 < len(bare) <= _LONGEST else ()
