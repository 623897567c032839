"""What every format reader hands on: the paragraphs of a document, and what was left out of them."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.speech.model import Anomaly

__all__ = ["Dropped", "SourceText"]


@dataclass(frozen=True, slots=True)
class Dropped:
    """A run of text that was taken out on the way, so that nothing is lost silently.

    Arguments:
        reason: why, a stable code (``control``, ``chrome``, ``page-number``, ``deleted`` …).
        text: what was taken out, as it stood.
        line: 1-based line of the source (for a Word file: its paragraph, counting all).
    """

    reason: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class SourceText:
    """A document as text, before or after cleaning.

    Arguments:
        name: the file's name as the user wrote it, for messages.
        paragraphs: the paragraphs from top to bottom. A soft break inside a paragraph is
            ``"\\n"``; the cleaner takes it for a line end of the paste.
        trusted: whether each paragraph is one in the source itself (``w:p`` of a Word file,
            ``<p>`` of a page), so that the cleaner need not ask whether a line goes on in the
            next one. False for plain text, whose line ends may be anything.
        dropped: what was taken out.
        notes: damage that the writer should look at (codes mojibake, truncated …);
            ``Anomaly.paragraph`` counts from 0 in ``paragraphs``.
    """

    name: str
    paragraphs: tuple[str, ...]
    trusted: bool = False
    dropped: tuple[Dropped, ...] = ()
    notes: tuple[Anomaly, ...] = ()

    @property
    def text(self) -> str:
        """The paragraphs as plain text, one a line."""
        return "\n".join(self.paragraphs)
