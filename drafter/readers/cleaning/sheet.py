"""The sheet that the cleaning steps hand from one to the next."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from drafter.readers.source import Dropped

__all__ = ["Sheet"]


@dataclass(slots=True)
class Sheet:
    """A text in the middle of being cleaned: its lines, and where each came from.

    Steps change it in place. Blank lines stay until the lines have been joined, since they
    tell something about paragraphs.

    Arguments:
        lines: the lines as they are now.
        numbers: for each of them the 1-based line of the source that it begins on.
        trusted: whether a line is a paragraph in the source itself (see SourceText).
        dropped: what the steps took out.
        page_ends: source lines after which a page ended.
        cut_after: source lines after which the source says that text is missing (未完, 剩余…字).
    """

    lines: list[str]
    numbers: list[int]
    trusted: bool = False
    dropped: list[Dropped] = field(default_factory=list)
    page_ends: set[int] = field(default_factory=set)
    cut_after: list[int] = field(default_factory=list)

    def drop(self, indices: Collection[int], reason: str, *, noted: Collection[int] = ()) -> None:
        """Take whole lines out and write down why, save for those in ``noted``, which have been."""
        if not indices:
            return
        gone = set(indices)
        self.note_lines(gone.difference(noted), reason)
        kept = [i for i in range(len(self.lines)) if i not in gone]
        self.lines = [self.lines[i] for i in kept]
        self.numbers = [self.numbers[i] for i in kept]

    def note_lines(self, indices: Collection[int], reason: str) -> None:
        """Write down lines that are about to be taken out."""
        self.dropped += [
            Dropped(reason, self.lines[i].strip(), self.numbers[i])
            for i in sorted(indices)
            if self.lines[i].strip()
        ]

    def note_dropped(self, reason: str, text: str, index: int) -> None:
        """Write down that a part of line ``index`` was taken out."""
        self.dropped.append(Dropped(reason, text, self.numbers[index]))

    def replace(self, pieces: list[tuple[str, int]]) -> None:
        """Put other lines in place of all, each with the source line it begins on."""
        self.lines = [text for text, _ in pieces]
        self.numbers = [number for _, number in pieces]

    def drop_blank(self) -> None:
        """Take the blank lines out; they are no loss and are not written down."""
        kept = [(line, number) for line, number in zip(self.lines, self.numbers, strict=True) if line.strip()]
        self.replace(kept)
