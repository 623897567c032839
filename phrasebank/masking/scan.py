"""Looking for patterns only where they can begin: ``re`` skips fast over text by a character class alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

__all__ = ["Scan", "anchored", "before"]

Scan = Callable[[str], Iterator[re.Match[str]]]


def anchored(heads: str, pattern: str, beside: str = "") -> Scan:
    """A search for a pattern that begins with one of some characters.

    Arguments:
        heads: the characters, as within a class.
        pattern: regular expression; it may look behind.
        beside: what stands beside every match, as assertions seen from behind its first character;
            they only save looking further.

    Returns:
        a function that yields the matches in a text, in order, not overlapping, as ``finditer`` would.
    """
    finditer = re.compile(f"[{heads}]{beside}").finditer
    match = re.compile(pattern).match

    def scan(text: str) -> Iterator[re.Match[str]]:
        last = 0
        for head in finditer(text):
            at = head.start()
            if at >= last and (found := match(text, at)) is not None:
                last = found.end()
                yield found

    return scan


def before(tail: str, pattern: str, reach: int, ahead: int = 0) -> Scan:
    """A search for a pattern that holds a rare tail.

    Arguments:
        tail: regular expression of the tail, which begins with a literal or a class.
        pattern: regular expression of the whole.
        reach: characters before the tail where the whole may begin.
        ahead: characters behind the tail up to where the whole may end.

    Returns:
        a function that yields at most one match a tail, the first in reach, in order, not overlapping.
    """
    finditer = re.compile(tail).finditer
    search = re.compile(pattern).search

    def scan(text: str) -> Iterator[re.Match[str]]:
        last = 0
        for found in finditer(text):
            begin = max(found.start() - reach, last)
            whole = search(text, begin, min(found.end() + ahead, len(text)))
            if whole is not None and whole.end() > found.start():
                last = whole.end()
                yield whole

    return scan
