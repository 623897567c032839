"""Passages (语段): the run of sentences that one point is made of, with the move of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from phrasebank.masking import frame
from phrasebank.mining import Found
from phrasebank.model import Unit, phrase_id
from phrasebank.units.manuscript import Kind, Line, Manuscript
from phrasebank.units.quotes import quotes_leader
from phrasebank.units.sentences import themes_of
from phrasebank.units.soundness import is_whole, quality

__all__ = ["Run", "find_runs", "found_of"]

_FEWEST, _MOST = 2, 6
_LONGEST = 300
"""Characters of a passage; what is longer is no one point."""
_POOREST = 0.6
"""Mean quality of its sentences below which a passage is not kept."""


class Run(NamedTuple):
    """Sentences that follow one another in a paragraph: the phrase, and the numbers of their lines."""

    found: Found
    lines: tuple[int, ...]


def find_runs(script: Manuscript, leads: frozenset[int]) -> Iterator[Run]:
    """Find the passages of a speech.

    A paragraph is one passage, its lead left out; a long one is cut into even runs of at most six
    sentences. A sentence that cannot stand by itself (a table in words, a leader's words) parts the
    paragraph.

    Arguments:
        script: the speech.
        leads: numbers of lines that lead their paragraph.
    """
    stretch: list[int] = []
    for number, line in enumerate(script.lines):
        if line.kind is Kind.LIMB:
            continue
        if stretch and line.passage != script.lines[stretch[0]].passage:
            yield from _runs(script, stretch)
            stretch = []
        if line.kind is Kind.SENTENCE and number not in leads and _fits(script, line):
            stretch.append(number)
        else:
            yield from _runs(script, stretch)
            stretch = []
    yield from _runs(script, stretch)


def _fits(script: Manuscript, line: Line) -> bool:
    return is_whole(line, script.words) and not quotes_leader(line.text)


def _runs(script: Manuscript, stretch: list[int]) -> Iterator[Run]:
    pieces = -(-len(stretch) // _MOST)
    for piece in range(pieces):
        numbers = stretch[piece * len(stretch) // pieces : (piece + 1) * len(stretch) // pieces]
        lines = [script.lines[number] for number in numbers]
        value = sum(quality(line, script.words) for line in lines) / len(lines)
        length = sum(len(line.text) for line in lines)
        if len(lines) >= _FEWEST and value >= _POOREST and length <= _LONGEST:
            found = found_of(script, lines, Unit.PASSAGE, value)
            yield Run(found._replace(moves=tuple(line.move for line in lines)), tuple(numbers))


def found_of(script: Manuscript, lines: list[Line], unit: Unit, value: float) -> Found:
    """Lines that follow one another in a paragraph, as one phrase.

    Its move is the one that most of them make, the first among equals.
    """
    first, last = lines[0], lines[-1]
    passage = script.passage(first)
    framed = frame(passage.text, script.spans[first.passage], first.start, last.end)
    themes = dict.fromkeys(theme for line in lines for theme in themes_of(script, line))
    return Found(
        id=phrase_id(framed.text),
        text=framed.text,
        unit=unit.value,
        move=Counter(line.move for line in lines).most_common(1)[0][0],
        themes=tuple(themes)[:4],
        family="",
        moves=(),
        groups=(),
        doubts=framed.doubts,
        quality=round(value, 3),
        paragraph=passage.locator,
        start=passage.offset + first.start,
        end=passage.offset + last.end,
    )
