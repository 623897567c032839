"""Problems found in a brief, gathered so that the writer sees all of them at once."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from drafter.errors import BriefError, Problem

__all__ = ["Problems", "nearest"]

_LEAST = 0.49
_SAME_BEGINNING = 0.1


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like this one, or "" where none is like it.

    Chinese words of two characters are near where they share one; the first character counts most.
    """
    best, found = _LEAST, ""
    for candidate in known:
        left, right = word.lower(), candidate.lower()
        score = difflib.SequenceMatcher(None, left, right).ratio()
        if score and left[:1] == right[:1]:
            score += _SAME_BEGINNING
        if score > best:
            best, found = score, candidate
    return found


class Problems:
    """The problems of one file, in the order found.

    Arguments:
        file: the file's name as the user wrote it.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self._found: list[Problem] = []

    def add(self, code: str, message: str, *, line: int | None = None, key: str = "", mend: str = "") -> None:
        """Note a problem of this file."""
        self._found.append(Problem(code, message, self.file, line, key, mend))

    def include(self, problems: Iterable[Problem]) -> None:
        """Note problems of another file that this one names."""
        self._found.extend(problems)

    def refuse(self) -> None:
        """End here if there is any problem.

        Raises:
            BriefError: with every problem, those of one file by line.
        """
        if self._found:
            raise BriefError(
                sorted(self._found, key=lambda problem: (problem.file != self.file, problem.line or 0))
            )
