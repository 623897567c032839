"""The block of settings between two --- lines at the top of a Markdown file (YAML front matter)."""

from __future__ import annotations

import re

from drafter.readers.cleaning.sheet import Sheet

__all__ = ["drop_front_matter"]

_FENCE = re.compile(r"-{3,}\s*")
_SETTING = re.compile(r"[\w-]+\s*:(?:\s.*)?|\s*-\s.*|\s+\S.*|#.*")
_LONGEST = 60  # lines; a block longer than that is text between two rules


def drop_front_matter(sheet: Sheet) -> None:
    """Take the block out when every line in it is a setting."""
    first = next((i for i, line in enumerate(sheet.lines[:5]) if line.strip()), None)
    if first is None or not _FENCE.fullmatch(sheet.lines[first].strip()):
        return
    for last in range(first + 1, min(first + _LONGEST, len(sheet.lines))):
        line = sheet.lines[last]
        if _FENCE.fullmatch(line.strip()):
            sheet.drop(range(first, last + 1), "front-matter")
            return
        if line.strip() and not _SETTING.fullmatch(line):
            return
