"""Phrases as lines of a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from phrasebank.curation.names import STATUS_MARKS
from phrasebank.harmless import harmless
from phrasebank.model import Phrase
from phrasebank.terminal.columns import pad

__all__ = ["ID_LENGTH", "line_of", "lines_of"]

ID_LENGTH = 8
"""Characters of an id that are shown: enough to tell the phrases of a large bank apart."""

_UNIT, _MOVE = 10, 20


def line_of(phrase: Phrase) -> str:
    """``3f2a91c0 待 point.measure sentence 0.83 文字``; what is doubtful ends with ？."""
    doubtful = " ？" if phrase.doubts else ""
    return (
        f"{phrase.id[:ID_LENGTH]} {STATUS_MARKS[phrase.status]} {pad(phrase.move.value, _MOVE)}"
        f" {pad(phrase.unit.value, _UNIT)} {phrase.score:.2f} {harmless(phrase.text)}{doubtful}"
    )


def lines_of(phrases: Iterable[Phrase], most: int) -> Iterator[str]:
    """Lines of the first so many; how many more there are comes last."""
    listed = list(phrases)
    yield from map(line_of, listed[:most])
    if len(listed) > most:
        yield f"……还有{len(listed) - most}条"
