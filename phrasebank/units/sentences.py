"""Whole sentences, limbs of enumerations, transitions and quotes: one row a line of the speech."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from phrasebank.mining import Found
from phrasebank.model import Unit
from phrasebank.units.manuscript import Kind, Line, Manuscript
from phrasebank.units.quotes import is_quote, quotes_leader
from phrasebank.units.soundness import Judged, is_whole, quality
from phrasebank.units.transitions import is_transition

__all__ = ["find_sentences", "themes_of"]

_OWN = 2
_POOREST = 0.45
"""Quality below which a sentence is not worth a person's look: it is short and hangs on the one before, or
lists figures and names. One sentence in twelve is poorer; of twenty read hardly one was of use elsewhere."""


def find_sentences(
    script: Manuscript, leads: frozenset[int], groups: Mapping[int, tuple[str, ...]], judged: Judged
) -> Iterator[Found]:
    """Find the sentences of a speech that can stand by themselves.

    Arguments:
        script: the speech.
        leads: numbers of lines that lead their paragraph and are found elsewhere.
        groups: by number of a line the ids of the passages it belongs to.
        judged: what its lines are worth.
    """
    for number, line in enumerate(script.lines):
        if line.kind not in (Kind.SENTENCE, Kind.LIMB) or number in leads:
            continue
        unit = _unit(line)
        if unit is Unit.TRANSITION and not judged.whole[number]:
            # 重点抓好以下工作： ends on a colon by its nature.
            value = quality(line, script.words) if is_whole(line._replace(mark="。"), script.words) else 0.0
        else:
            value = judged.values[number]
        if unit is not None and value >= _POOREST:
            themes = themes_of(script, line)
            yield script.found(line, unit, quality=value, themes=themes, groups=groups.get(number, ()))


def _unit(line: Line) -> Unit | None:
    text = line.text
    if "“" in text and is_quote(text):
        return Unit.QUOTE
    if quotes_leader(text):
        return None
    return Unit.TRANSITION if line.kind is Kind.SENTENCE and is_transition(line) else Unit.SENTENCE


def themes_of(script: Manuscript, line: Line) -> tuple[str, ...]:
    """What a sentence goes with: words of its heading, then of its own those that the speech dwells on."""
    own = script.words.dwelt_on(line.tokens, _OWN)
    above = script.above[line.passage]
    return tuple(dict.fromkeys(above + own)) if above and own else above or own
