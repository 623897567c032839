"""Values as cells of a table that a person edits, and back."""

from __future__ import annotations

import re
from collections.abc import Iterable

from phrasebank.model import Phrase, Source
from phrasebank.vocabulary import SLOT_PATTERN

__all__ = ["join", "read_sources", "split", "text_with_forms", "write_sources"]

#: From the weakest to the strongest: the strongest that stands in a cell is the one that separates.
_SEPARATORS = ("、", "；", "\n")

_SOURCE = re.compile(r"(?P<file>.+) 第(?P<paragraph>[0-9]+)段 (?P<start>[0-9]+)-(?P<end>[0-9]+)字")

_MOST_IN_A_CELL = 32_000
"""Characters of sources written into one cell; Excel's own limit is 32,767."""


def join(words: Iterable[str]) -> str:
    """A list as a cell: 、 between its entries, or ；, or line breaks where an entry holds a 、 itself."""
    items = [word for word in words if word]
    for separator in _SEPARATORS:
        if any(separator in item for item in items):
            continue
        cell = separator.join(items)
        if split(cell) == tuple(items):
            return cell
        cell += separator  # one entry that holds a weaker separator: tell that it is one
        if split(cell) == tuple(items):
            return cell
    return "\n".join(items)


def split(cell: str) -> tuple[str, ...]:
    """The entries of a cell; also , and ; separate where nothing stronger does."""
    for separator in (*reversed(_SEPARATORS), ";", "，", ","):
        if separator in cell:
            return tuple(word.strip() for word in cell.split(separator) if word.strip())
    return (cell.strip(),) if cell.strip() else ()


def text_with_forms(phrase: Phrase) -> str:
    """The text with the form of each slot in its braces, ``{task:verb}``, as an editor writes it."""
    forms = {slot.name: slot.form for slot in phrase.slots if slot.form}

    def written(match: re.Match[str]) -> str:
        form = forms.pop(match[1], "")
        return f"{{{match[1]}:{form}}}" if form else match[0]

    return SLOT_PATTERN.sub(written, phrase.text) if forms else phrase.text


def write_sources(sources: Iterable[Source]) -> str:
    """``讲话.docx 第8段 0-24字``, one a line, as many as a cell holds; paragraphs count from 1."""
    lines: list[str] = []
    room = _MOST_IN_A_CELL
    for source in sources:
        line = f"{source.file} 第{source.paragraph + 1}段 {source.start}-{source.end}字"
        room -= len(line) + 1
        if room < 0:
            break
        lines.append(line)
    return "\n".join(lines)


def read_sources(cell: str) -> tuple[Source, ...]:
    """Sources out of a cell; lines of another form are passed over."""
    found = (_SOURCE.fullmatch(line.strip()) for line in cell.splitlines())
    return tuple(
        Source(match["file"], max(int(match["paragraph"]) - 1, 0), int(match["start"]), int(match["end"]))
        for match in found
        if match
    )
