"""Plain text and Markdown: characters to lines."""

from __future__ import annotations

from drafter.readers.cleaning.characters import split_lines
from drafter.readers.source import SourceText

__all__ = ["read_text"]


def read_text(text: str, name: str) -> SourceText:
    """Take text as it is, a line a paragraph; the cleaner finds the paragraphs.

    Arguments:
        text: the decoded text.
        name: the file's name, for messages.
    """
    return SourceText(name, tuple(split_lines(text)))
