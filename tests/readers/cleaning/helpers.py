"""Shared by the cleaning tests: text in, paragraphs out."""

from __future__ import annotations

from collections.abc import Callable

from drafter.readers import SourceText, clean
from drafter.readers.cleaning.sheet import Sheet
from drafter.readers.text import read_text


def cleaned(text: str) -> SourceText:
    return clean(read_text(text, "稿.txt"))


def paragraphs(text: str) -> list[str]:
    return list(cleaned(text).paragraphs)


def reasons(text: str) -> set[str]:
    return {run.reason for run in cleaned(text).dropped}


def after(step: Callable[[Sheet], None], text: str) -> list[str]:
    """The lines that one step alone makes of a text."""
    lines = text.split("\n")
    sheet = Sheet(lines, list(range(1, len(lines) + 1)))
    step(sheet)
    assert len(sheet.lines) == len(sheet.numbers)
    return sheet.lines
