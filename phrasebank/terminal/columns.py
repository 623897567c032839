"""Text in a terminal's columns: a Chinese character takes two, and lines break where Chinese may."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

__all__ = ["columns", "pad", "shorten", "wrap"]

#: Marks that may not begin a line (GB/T 15834 5.1.10).
_NOT_FIRST = frozenset("，。、；：？！）》”’…】")
#: Marks that may not end a line (GB/T 15834 5.1.10).
_NOT_LAST = frozenset("（《“‘【")


def columns(text: Iterable[str]) -> int:
    """How many columns a text takes; marks that combine with the character before take none."""
    return sum(map(_width, text))


def wrap(text: str, width: int) -> Iterator[str]:
    """Lines no wider than ``width``; broken anywhere between Chinese characters, never in a word.

    A mark that may not begin a line hangs over by its two columns.
    """
    line, used = "", 0
    for piece in _pieces(text):
        size = columns(piece)
        if used and used + size > width and piece not in _NOT_FIRST:
            yield line.rstrip()
            line, used = "", 0
        if line or not piece.isspace():
            line += piece
            used += size
    if line:
        yield line


def shorten(text: str, width: int) -> str:
    """The beginning of a text that fits in so many columns, with … where something is left out."""
    if columns(text) <= width:
        return text
    kept, used = "", 0
    for character in text:
        used += _width(character)
        if used > width - 1:
            break
        kept += character
    return f"{kept}…"


def pad(text: str, width: int) -> str:
    """A text filled up with spaces to so many columns."""
    return text + " " * max(width - columns(text), 0)


def _width(character: str) -> int:
    if character < "\u0300":  # nothing before the combining marks is wide
        return 1
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _pieces(text: str) -> Iterator[str]:
    """A run of ASCII letters and marks is one piece, every other character one of its own; an opening
    mark goes with what follows it."""
    held = ""  # a word that is not ended yet, or opening marks
    for character in text:
        if "!" <= character <= "~":
            held += character
        elif character in _NOT_LAST:
            if held and held[-1] not in _NOT_LAST:
                yield held
                held = ""
            held += character
        else:
            if held and held[-1] not in _NOT_LAST:
                yield held
                held = ""
            yield held + character
            held = ""
    if held:
        yield held
