"""How deep each unit lies: levels come from which count opened inside which, not from a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.speech.candidates import Candidate
from drafter.speech.leading import DIVISIONS
from drafter.speech.marker import Family
from drafter.speech.numbering import Key, goes_on

__all__ = ["find_depths"]


# The usual order of the families, used only where the text itself does not tell which of two counts
# contains the other. Counts of one rank are taken as nested.
_RANK = {
    Family.CHAPTER: 10,
    Family.BRACKET: 20,
    Family.ORDINAL: 20,
    Family.FIRST: 20,
    Family.QI: 20,
    Family.ARABIC: 40,
    Family.ARABIC_BRACKET: 50,
    Family.CIRCLED: 60,
    Family.YAO: 70,
    Family.SHI: 70,
    Family.ONE_VERB: 70,
}


_INTRODUCES = re.compile(
    r"[：:]$|(?:以下|下列|如下|下面)[^，。；]{0,14}。$"
    r"|[提讲谈抓做][^，。；]{0,8}[两三四五六七八九十][个点条项件][^，。；]{0,8}。$"
)
_ENDS_SENTENCE = re.compile(r"[。！？；]")


def _rank(key: Key) -> int:
    return 0 if key[1] in DIVISIONS else _RANK[key[0]]


@dataclass(slots=True)
class _Level:
    """One open level: its count, and the last member seen, by place in the list of candidates."""

    key: Key
    last: int
    number: int
    members: int = 1
    childless: bool = True


class _Outline:
    def __init__(self, candidates: Sequence[Candidate], paragraphs: Sequence[str]) -> None:
        self._candidates = candidates
        self._paragraphs = paragraphs
        self._levels: list[_Level] = []
        self._next = _next_of_same_count(candidates)
        self._nested: set[tuple[Key, Key]] = set()

    def place(self, position: int) -> int:
        """Decide how deep the candidate lies, closing and opening levels as it asks for."""
        candidate = self._candidates[position]
        depth = self._level_that_goes_on(candidate)
        if depth is None:
            self._open(position, candidate)
        else:
            self._go_on(depth, position, candidate)
        return len(self._levels)

    def _level_that_goes_on(self, candidate: Candidate) -> int | None:
        """The open level whose count the candidate goes on with."""
        for depth in range(len(self._levels) - 1, -1, -1):
            if self._levels[depth].key == candidate.key:
                return depth
        for depth in range(len(self._levels) - 1, -1, -1):
            if goes_on(self._candidates[self._levels[depth].last].marker, candidate.marker):
                return depth
        return None

    def _go_on(self, depth: int, position: int, candidate: Candidate) -> None:
        level = self._levels[depth]
        del self._levels[depth + 1 :]
        level.number, level.last = candidate.number, position
        level.members = 1 if candidate.number == 1 else level.members + 1

    def _open(self, position: int, candidate: Candidate) -> None:
        while self._levels and not self._contains(self._levels[-1], candidate):
            self._levels.pop()
        if self._levels:
            above = self._levels[-1]
            above.childless = False
            self._nested.add((above.key, candidate.key))
        self._levels.append(_Level(candidate.key, position, candidate.number))

    def _contains(self, level: _Level, candidate: Candidate) -> bool:
        """Whether a count that begins here lies inside the innermost open level."""
        if (level.key, candidate.key) in self._nested or self._goes_on_later(level):
            return True
        if candidate.index == self._candidates[level.last].index + 1 and self._awaits(level, candidate):
            return True
        if _rank(candidate.key) < _rank(level.key):
            return False
        return not self._is_introduced_beside(level, candidate)

    def _goes_on_later(self, level: _Level) -> bool:
        """The level's count goes on behind this point, before any level above it does."""
        following = self._next[level.last]
        if following is None or self._candidates[following].number != level.number + 1:
            return False
        for above in self._levels:
            if above is level:
                break
            higher = self._next[above.last]
            if higher is not None and higher < following:
                return False
        return True

    def _awaits(self, level: _Level, candidate: Candidate) -> bool:
        """Whether the level's last unit is a line that what follows it must belong to.

        One that ends in a colon is; so is a heading without text, unless chapters begin behind it.
        """
        if self._introduces(candidate.index):
            return True
        is_bare = _ENDS_SENTENCE.search(self._candidates[level.last].rest) is None
        return is_bare and _rank(candidate.key) > _RANK[Family.CHAPTER]

    def _introduces(self, index: int) -> bool:
        return self._paragraphs[index - 1].endswith(("：", ":"))

    def _is_introduced_beside(self, level: _Level, candidate: Candidate) -> bool:
        """A new list with a line of its own before it (着重抓了以下工作：), behind a finished one.

        The finished list's members are single paragraphs, so the line cannot be part of the last.
        """
        last = self._candidates[level.last]
        return (
            level.members > 2
            and level.childless
            and candidate.index - last.index == 2
            and _INTRODUCES.search(self._paragraphs[candidate.index - 1]) is not None
            and self._members_are_single(level)
        )

    def _members_are_single(self, level: _Level) -> bool:
        last = self._candidates[level.last].index
        before = [c for c in self._candidates[max(level.last - 2, 0) : level.last] if c.key == level.key]
        return [c.index for c in before] == list(range(last - len(before), last))


def _next_of_same_count(candidates: Sequence[Candidate]) -> list[int | None]:
    following: list[int | None] = [None] * len(candidates)
    seen: dict[Key, int] = {}
    for position in range(len(candidates) - 1, -1, -1):
        key = candidates[position].key
        following[position] = seen.get(key)
        seen[key] = position
    return following


def find_depths(candidates: Sequence[Candidate], paragraphs: Sequence[str]) -> list[int]:
    """Give every candidate its depth, 1 for the highest level.

    Arguments:
        candidates: the units in order.
        paragraphs: the paragraphs that ``Candidate.index`` points into.
    """
    outline = _Outline(candidates, paragraphs)
    return [outline.place(position) for position in range(len(candidates))]
