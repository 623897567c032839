"""Coded errors: what is wrong, where, and how to mend it, in Chinese, one line each.

The drafter raises the same types, so that a command line shows every failure in one form.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from phrasebank.harmless import harmless

__all__ = ["CodedError", "Problem"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with what the user gave.

    Arguments:
        code: stable identifier, a letter for the room and three digits (``B012``).
        message: one Chinese sentence that says what is wrong.
        file: the file's name as the user wrote it, or "".
        line: 1-based line (for a spreadsheet: row) in the file, or None.
        key: the key, column or field concerned, or "".
        mend: one Chinese sentence that says how to put it right, or "".
    """

    code: str
    message: str
    file: str = ""
    line: int | None = None
    key: str = ""
    mend: str = ""

    def __str__(self) -> str:
        """One line, whatever the names and words from elsewhere hold."""
        place = self.file
        if self.line is not None:
            place = f"{place}:{self.line}" if place else f"第{self.line}行"
        parts = [part for part in (place, f"“{self.key}”" if self.key else "") if part]
        head = f"{' '.join(parts)}：" if parts else ""
        tail = f"（{self.mend}）" if self.mend else ""
        return harmless(f"{head}{self.message}{tail} [{self.code}]")


class CodedError(Exception):
    """Input that cannot be used; carries every problem found, not only the first."""

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))
