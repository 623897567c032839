"""Carry each sentence's origin through the template, and read it back from the rendered text.

What a template prints is plain text; the trace must know where every sentence of it came from.
So a piece of text is printed between marks that hold its number, and after rendering the marks
are taken out and become spans. U+E000–U+E002 (private use) cannot occur in the text itself:
they are removed from whatever is wrapped. Of pieces one inside the other the outer one holds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Marks", "Origin", "Piece", "Span", "plain"]

_START, _TEXT, _END = "\ue000", "\ue001", "\ue002"
_ANY_MARK = re.compile(f"[{_START}{_TEXT}{_END}]")
_MARK = re.compile(f"{_START}([0-9]{{1,9}}){_TEXT}|{_END}")
_OPENING_MARK = re.compile(f"{_START}[0-9]{{1,9}}{_TEXT}")

#: Where a sentence can come from (contract 5).
Origin = str


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text with one origin.

    Arguments:
        text: the words as printed.
        origin: brief, data, phrase, template or proposal.
        phrase: id of the phrase it was made from, or "".
        facts: names of the facts it states.
        template: ``folder/file:line`` of the template that asked for it.
    """

    text: str
    origin: Origin
    phrase: str = ""
    facts: tuple[str, ...] = ()
    template: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A piece and the characters it takes in its paragraph."""

    start: int
    end: int
    piece: Piece


class Marks:
    """The pieces of one rendering."""

    def __init__(self) -> None:
        self._pieces: list[Piece] = []

    def wrap(self, piece: Piece) -> str:
        """The piece's text between marks, for printing in a template."""
        self._pieces.append(piece)
        return f"{_START}{len(self._pieces) - 1}{_TEXT}{plain(piece.text)}{_END}"

    def unwrap(self, line: str) -> tuple[str, tuple[Span, ...]]:
        """A rendered line without its marks, and the spans of its pieces in order of their start."""
        words: list[str] = []
        spans: list[Span] = []
        open_pieces: list[tuple[int, int]] = []
        length = position = 0
        for mark in _MARK.finditer(line):
            words.append(_ANY_MARK.sub("", line[position : mark.start()]))
            length += len(words[-1])
            position = mark.end()
            if mark.group(1) is not None:
                open_pieces.append((int(mark.group(1)), length))
            elif open_pieces:
                number, start = open_pieces.pop()
                # A number that was never given out came in with somebody's text, not from wrap.
                spans += [Span(start, length, piece) for piece in self._pieces[number : number + 1]]
        words.append(_ANY_MARK.sub("", line[position:]))
        return "".join(words), tuple(sorted(spans, key=lambda span: (span.start, -span.end)))


def plain(text: str) -> str:
    """The words of marked text."""
    return _ANY_MARK.sub("", _OPENING_MARK.sub("", text))
