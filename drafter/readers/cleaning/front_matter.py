"""The block of settings between two --- lines at the top of a Markdown file (YAML front matter).

Its title: is the speech's when the text below has none of its own.
"""

from __future__ import annotations

import re

from drafter.readers.cleaning.shapes import is_title, lacks_title
from drafter.readers.cleaning.sheet import Sheet

__all__ = ["drop_front_matter"]

_FENCE = re.compile(r"-{3,}\s*")
_SETTING = re.compile(r"[\w-]+\s*:(?:\s.*)?|\s*-\s.*|\s+\S.*|#.*")
_TITLE = re.compile(r"(?:title|标题)\s*:\s*(.+)", re.IGNORECASE)
_OCCASION = re.compile(r"\s*[（(][^（()）]*\d{4}年[^（()）]*[)）]$")
_LONGEST = 60  # lines; a block longer than that is text between two rules


def drop_front_matter(sheet: Sheet) -> None:
    """Take the block out when every line in it is a setting."""
    first = next((i for i, line in enumerate(sheet.lines[:5]) if line.strip()), None)
    if first is None or not _FENCE.fullmatch(sheet.lines[first].strip()):
        return
    for last in range(first + 1, min(first + _LONGEST, len(sheet.lines))):
        line = sheet.lines[last]
        if _FENCE.fullmatch(line.strip()):
            title = _title(sheet.lines[first + 1 : last])
            sheet.drop(range(first, last + 1), "front-matter")
            if title and lacks_title(sheet.lines):
                sheet.lines.insert(0, title)
                sheet.numbers.insert(0, first + 1)
            return
        if line.strip() and not _SETTING.fullmatch(line):
            return


def _title(settings: list[str]) -> str:
    """The title among the settings, without the date and name that sites put in brackets behind it."""
    found = next((match for line in settings if (match := _TITLE.fullmatch(line.strip()))), None)
    title = _OCCASION.sub("", found[1].strip("\"' ")) if found else ""
    return title if is_title(title) else ""
