"""Lines of the text as they are gathered, and the paragraphs they come to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from drafter.readers.docx.fields import Field
from drafter.readers.docx.symbols import PRIVATE_USE
from drafter.readers.source import Dropped
from drafter.speech.model import Anomaly

__all__ = ["Assembly", "Line"]

_CONTENTS_HEADINGS = ("目录", "目次", "目錄")


@dataclass(slots=True)
class Line:
    """One paragraph of the result: a ``w:p``, or several whose marks between them are gone.

    Arguments:
        number: 1-based count of the ``w:p`` it begins in.
        marker: the automatic number before it.
        pieces: its text, each piece with the table of contents it stands in, if any.
        has_text: whether anything but white space has come in yet.
    """

    number: int
    marker: str = ""
    pieces: list[tuple[str, Field | None]] = field(default_factory=list)

    has_text: bool = False

    def add(self, text: str, contents: Field | None = None) -> None:
        """Take in one more piece."""
        self.pieces.append((text, contents))
        self.has_text = self.has_text or not text.isspace()

    def text(self) -> str:
        """The text without its marker and without what a finished table of contents made."""
        return "".join(text for text, contents in self.pieces if not (contents and contents.closed)).strip()

    def contents(self) -> str:
        """What a finished table of contents made of it."""
        return "".join(text for text, contents in self.pieces if contents and contents.closed).strip()


@dataclass(slots=True)
class Assembly:
    """The result under construction: paragraphs, what was left out, what is damaged."""

    paragraphs: list[str] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    notes: list[Anomaly] = field(default_factory=list)

    def take(self, lines: Iterable[Line]) -> None:
        """Turn the gathered lines into paragraphs, in order."""
        for line in lines:
            if contents := line.contents():
                self._drop_contents(line.number, contents)
            text = self._without_private_use(line)
            if text:
                self.paragraphs.append(line.marker + text)
            elif line.marker:
                self.dropped.append(Dropped("empty-number", line.marker.strip(), line.number))

    def _drop_contents(self, number: int, text: str) -> None:
        heading = self.paragraphs[-1] if self.paragraphs else ""
        if "".join(heading.split()) in _CONTENTS_HEADINGS:
            self.paragraphs.pop()
            self.dropped.append(Dropped("contents", heading, number))
        self.dropped.append(Dropped("contents", text, number))

    def _without_private_use(self, line: Line) -> str:
        text = line.text()
        lost = "".join(PRIVATE_USE.findall(text))
        if not lost:
            return text
        self.dropped.append(Dropped("private-use", lost, line.number))
        kept = PRIVATE_USE.sub("", text).strip()
        where = len(self.paragraphs) if kept else None
        self.notes.append(Anomaly("mojibake", f"有{len(lost)}个只有原字体认得的字符，没有读入", where))
        return kept
