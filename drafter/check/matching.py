"""Rules that a pattern can tell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from drafter.check.rule import Hit

__all__ = ["finder", "has"]


def finder(
    pattern: str,
    right: Callable[[re.Match[str]], str | None] | str | None = None,
    *,
    needs: str = "",
    unless: Callable[[re.Match[str]], bool] | None = None,
    why: Callable[[re.Match[str]], str] | None = None,
) -> Callable[[str], Iterable[Hit]]:
    """A function that finds a pattern in a paragraph.

    Arguments:
        pattern: what is wrong; the whole match is, or its group ``w`` where it has one.
        right: what should stand there, a template for ``Match.expand``, or None.
        needs: characters of which a paragraph holds one, or the pattern is not tried: looking for a
            character is twenty times as fast as trying a pattern.
        unless: tells matches that are in order.
        why: a message of its own for a match.
    """
    wanted = has(needs) if needs else None

    @cache
    def prepared() -> tuple[re.Pattern[str], str | int]:
        # Sixty patterns take longer to compile than a speech takes to check.
        compiled = re.compile(pattern)
        return compiled, "w" if "w" in compiled.groupindex else 0

    def find(text: str) -> Iterator[Hit]:
        if wanted is not None and not wanted(text):
            return
        compiled, group = prepared()
        for match in compiled.finditer(text):
            if unless is not None and unless(match):
                continue
            start, end = match.span(group)
            said = match.expand(right) if isinstance(right, str) else right(match) if right else None
            if said == match[group]:
                continue
            yield Hit(start, end, said, why(match) if why else "")

    return find


def has(characters: str) -> Callable[[str], bool]:
    """A function that tells whether a text holds one of some characters."""
    if len(characters) == 1:
        return lambda text: characters in text
    wanted = frozenset(characters)
    return lambda text: not wanted.isdisjoint(text)
