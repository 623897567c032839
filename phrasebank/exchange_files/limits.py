"""How much a file from elsewhere may hold before it is refused."""

from __future__ import annotations

from phrasebank.errors import CodedError, Problem

__all__ = ["LARGEST_FILE", "MOST_CHARACTERS", "MOST_COLUMNS", "MOST_ROWS", "too_many_rows"]

MOST_ROWS = 200_000
"""Rows of a table, lines of JSON Lines, entries of TBX: more than anybody curates in one file."""
MOST_CHARACTERS = 10_000
"""Characters of one phrase; the longest that is kept, a passage, has some hundreds."""
MOST_COLUMNS = 200
"""Columns that are looked at; a table of phrases has some twenty."""
LARGEST_FILE = 512 * 2**20
"""Bytes of a file: 200,000 phrases with their sources as JSON Lines have some 200 MB."""


def too_many_rows(file: str) -> CodedError:
    """I003: the file has more rows than are taken in at once."""
    return CodedError(Problem("I003", f"超过{MOST_ROWS}行", file, mend="请分成几个文件"))
