"""How a document is laid out, as far as the standard for official documents says how it should be."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Look", "Looks", "Page"]


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph's layout, as Word resolves it from styles and the paragraph itself.

    Arguments:
        face: East Asian face of its text, "" where it varies or is not told.
        size: points, or 0.0 where it varies or is not told.
        bold: whether all of it is bold.
        line: exact line pitch in points, or 0.0 where it is a multiple of the line.
        indent: first line, in characters of its size; a hanging one is negative.
        centred: whether it stands in the middle.
    """

    face: str = ""
    size: float = 0.0
    bold: bool = False
    line: float = 0.0
    indent: float = 0.0
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """The page, in millimetres."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    numbered: bool


@dataclass(frozen=True, slots=True)
class Looks:
    """A document's layout: its page, and a look for each paragraph that holds text."""

    page: Page
    paragraphs: tuple[Look, ...]
