"""Marks of footnotes within the text (产业［2］占…), taken out where a list at the end explains them."""

from __future__ import annotations

import re

from drafter.readers.cleaning.sheet import Sheet

__all__ = ["drop_footnote_marks"]

_MARK = re.compile(r"(?<=\S)[［\[〔](\d{1,3})[］\]〕]")
_NOTE = re.compile(r"\s*[［\[〔](\d{1,3})[］\]〕]")
_FEWEST = 2  # notes that make a list


def drop_footnote_marks(sheet: Sheet) -> None:
    """Take out the marks whose numbers the list of notes holds; the list itself stays."""
    listed = {match[1] for line in sheet.lines if (match := _NOTE.match(line))}
    if len(listed) < _FEWEST:
        return
    for i, line in enumerate(sheet.lines):
        if "［" in line or "[" in line or "〔" in line:
            found = [match for match in _MARK.finditer(line) if match[1] in listed]
            if found:
                for match in found:
                    sheet.note_dropped("footnote-mark", match[0], i)
                sheet.lines[i] = _MARK.sub(lambda match: "" if match[1] in listed else match[0], line)
