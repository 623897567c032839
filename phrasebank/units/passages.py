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
from phrasebank.units.soundness import Judged

__all__ = ["Run", "find_runs", "found_of"]

_FEWEST, _MOST = 2, 6
_LONGEST = 300
"""Characters of a passage; what is longer is no one point."""
_MOST_THEMES = 4
_POOREST = 0.6
"""Mean quality of its sentences below which a passage is not kept."""


class Run(NamedTuple):
    """Sentences that follow one another in a paragraph: the phrase, and the numbers of their lines."""

    found: Found
    lines: tuple[int, ...]


def find_runs(script: Manuscript, leads: frozenset[int], judged: Judged) -> Iterator[Run]:
    """Find the passages of a speech.

    A paragraph is one passage, its lead left out; a long one is cut into even runs of at most six
    sentences. A sentence that cannot stand by itself (a table in words, a leader's words) parts the
    paragraph.

    Arguments:
        script: the speech.
        leads: numbers of lines that lead their paragraph.
        judged: what its lines are worth.
    """
    stretch: list[int] = []
    for number, line in enumerate(script.lines):
        if line.kind is Kind.LIMB:
            continue
        if stretch and line.passage != script.lines[stretch[0]].passage:
            yield from _runs(script, stretch, judged)
            stretch = []
        if (
            line.kind is Kind.SENTENCE
            and number not in leads
            and judged.whole[number]
            and not quotes_leader(line.text)
        ):
            stretch.append(number)
        else:
            yield from _runs(script, stretch, judged)
            stretch = []
    yield from _runs(script, stretch, judged)


def _runs(script: Manuscript, stretch: list[int], judged: Judged) -> Iterator[Run]:
    pieces = -(-len(stretch) // _MOST)
    for piece in range(pieces):
        numbers = stretch[piece * len(stretch) // pieces : (piece + 1) * len(stretch) // pieces]
        lines = [script.lines[number] for number in numbers]
        value = sum(judged.values[number] for number in numbers) / len(lines)
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
    return Found(
        id=phrase_id(framed.text),
        text=framed.text,
        unit=unit.value,
        move=Counter(line.move for line in lines).most_common(1)[0][0],
        themes=_themes(script, lines),
        family="",
        moves=(),
        groups=(),
        doubts=framed.doubts,
        quality=round(value, 3),
        paragraph=passage.locator,
        start=passage.offset + first.start,
        end=passage.offset + last.end,
    )


def _themes(script: Manuscript, lines: list[Line]) -> tuple[str, ...]:
    themes: dict[str, None] = {}
    for line in lines:
        themes.update(dict.fromkeys(themes_of(script, line)))
        if len(themes) >= _MOST_THEMES:
            break
    return tuple(themes)[:_MOST_THEMES]
