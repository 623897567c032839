"""Word lists beside the code: one word a blank apart, ``#`` comments, ``[section]`` heads."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

__all__ = ["alternatives", "sections", "words"]


@cache
def sections(name: str) -> dict[str, tuple[str, ...]]:
    """Read a table of words.

    Arguments:
        name: file beside this module.

    Returns:
        its words by section, in order; words before the first head are under "".
    """
    found: dict[str, list[str]] = {"": []}
    section = found[""]
    text = (files(__package__) / name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        for word in line.split():
            if word[0] == "[" and word[-1] == "]":
                section = found.setdefault(word[1:-1], [])
            else:
                section.append(word)
    return {key: tuple(listed) for key, listed in found.items()}


def words(name: str, section: str = "") -> tuple[str, ...]:
    """The words of one section of a table."""
    return sections(name)[section]


def alternatives(listed: tuple[str, ...] | list[str]) -> str:
    """A regular expression for any of some words, the longest first, branching by first character."""
    import re

    heads: dict[str, list[str]] = {}
    for word in dict.fromkeys(listed):
        heads.setdefault(word[0], []).append(word[1:])
    branches = []
    for head, tails in heads.items():
        tails.sort(key=lambda tail: (-len(tail), tail))
        if tails == [""]:
            branches.append(re.escape(head))
        else:
            optional = "?" if tails[-1] == "" else ""
            inner = "|".join(re.escape(tail) for tail in tails if tail)
            branches.append(f"{re.escape(head)}(?:{inner}){optional}")
    return "(?:" + "|".join(branches) + ")"
