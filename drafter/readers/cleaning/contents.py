"""A table of contents (目录) before the body: with leaders and page numbers, or a bare list."""

from __future__ import annotations

import re
from collections import Counter

from drafter.readers.cleaning.shapes import (
    bare,
    ends_sentence,
    is_body,
    is_salutation,
    numbers_a_unit,
    salutation_length,
)
from drafter.readers.cleaning.sheet import Sheet

__all__ = ["drop_contents"]

REASON = "contents"

_NAME = re.compile(r"[【\[]?\s*(?:目\s*[录次]|contents)\s*[】\]]?\s*[:：]?", re.IGNORECASE)
_ENTRY = re.compile(r"\S.*?(?:[.…·．・—\-_ \u3000\t]{2,}|\t)\s*[（(]?\d{1,3}[)）]?\s*$")
_PAGE = re.compile(r"[.…·．・—\-_ \u3000\t]*[（(]?\d{0,3}[)）]?\s*$")
_LEADER = re.compile(r"(?:[.…·．・]{3,}|\t)\s*\d{1,3}\s*$")
_LONGEST = 120  # characters of an entry with its leader
_REGION = 60  # lines; no speech lists more headings than that
_FEWEST = 3  # entries; fewer lines that come again may be anything


def drop_contents(sheet: Sheet) -> None:
    """Take the table of contents out; what it lists comes again as headings."""
    lines = sheet.lines
    top = next((i for i in range(min(_REGION, len(lines))) if _NAME.fullmatch(lines[i].strip())), None)
    if top is not None:
        entries = _entries_below(lines, top)
        if entries:
            sheet.drop([top, *entries], REASON)
            return
    sheet.drop(_without_name(lines), REASON)


def _entries_below(lines: list[str], top: int) -> list[int]:
    """The lines under 目录 that carry a page number or come again below."""
    later = [bare(line) for line in lines]
    entries: list[int] = []
    for i in range(top + 1, min(top + 1 + _REGION, len(lines))):
        stripped = lines[i].strip()
        if not stripped:
            continue
        if (
            len(stripped) > _LONGEST
            or is_body(stripped)
            or is_salutation(stripped)
            or salutation_length(stripped)
        ):
            break
        if not _ENTRY.match(stripped) and not _comes_again(stripped, later, i):
            break
        if entries and _starts_over(later, i, entries):
            break
        entries.append(i)
    return entries


def _starts_over(later: list[str], index: int, entries: list[int]) -> bool:
    """Whether the line is the first heading itself, at which the list is over."""
    return later[index] in {later[entries[0]], _bare_entry(later[entries[0]])}


def _comes_again(line: str, later: list[str], index: int) -> bool:
    entry = _bare_entry(line)
    return len(entry) >= 2 and any(text.startswith(entry) for text in later[index + 1 :])


def _bare_entry(line: str) -> str:
    return bare(_PAGE.sub("", line.strip()))


def _without_name(lines: list[str]) -> list[int]:
    """A list without the word 目录: entries with leaders, or headings that all come again in order."""
    region = [i for i in range(min(_REGION, len(lines))) if lines[i].strip()]
    run: list[int] = []
    for i in region:
        if len(lines[i]) <= _LONGEST and lines[i].rstrip()[-1].isdigit() and _LEADER.search(lines[i]):
            run.append(i)
        elif len(run) >= _FEWEST:
            return run
        else:
            run = []
    if len(run) >= _FEWEST:
        return run
    return _headings_listed(lines, region)


def _headings_listed(lines: list[str], region: list[int]) -> list[int]:
    """Headings in a row that all come again below, in the same order."""
    counts = Counter(line.strip() for line in lines if line.strip())
    if len(counts) == counts.total():
        return []
    run: list[int] = []
    seen: set[str] = set()
    for i in region:
        entry = lines[i].strip()
        if counts[entry] > 1 and entry not in seen and numbers_a_unit(entry) and not ends_sentence(entry):
            run.append(i)
            seen.add(entry)
        elif run or numbers_a_unit(entry):  # a list of contents begins with the first unit there is
            break
    again = [next(j for j in range(i + 1, len(lines)) if lines[j].strip() == lines[i].strip()) for i in run]
    return run if len(run) >= _FEWEST and again == sorted(again) and again[0] > run[-1] else []
