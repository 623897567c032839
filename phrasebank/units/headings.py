"""Headings, the leads of points (段首句), and the outlines they make together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from phrasebank.mining import Found
from phrasebank.model import OUTLINE_BREAK, Unit, phrase_id
from phrasebank.units.lead_verbs import BLANK, clause_frame, starts_with_verb
from phrasebank.units.manuscript import Kind, Line, Manuscript
from phrasebank.units.roles import role_of
from phrasebank.units.soundness import FEWEST, clean, fixed_length, quality
from phrasebank.units.words import Words

__all__ = ["find_headings", "leads_of"]

_LONGEST = 50
"""Characters of a heading; what is longer is a paragraph that was numbered."""
_LONGEST_OPENER, _SHORTEST_OPENER = 24, 4
"""Characters of a paragraph's first sentence that leads it without being numbered (大力提振消费。)."""
_FEWEST_OPENERS = 3
"""Paragraphs of a part that must begin so before their first sentences are taken for leads."""
_MOST_THEMES = 4


def find_headings(script: Manuscript, groups: Mapping[int, tuple[str, ...]]) -> Iterator[Found]:
    """Find the headings, leads and outlines of a speech.

    Arguments:
        script: the speech.
        groups: by number of a passage the ids of the passages of the bank made from it, for its lead.
    """
    outlined: dict[int, tuple[str, ...]] = {}
    for numbers in _families(script):
        outline = _outline(script, [script.lines[number] for number in numbers])
        outlined.update(dict.fromkeys(numbers, (outline.id,)))
        yield outline
    leads = leads_of(script)
    for number, line in enumerate(script.lines):
        if line.kind is Kind.HEADING and _is_heading(line):
            family = f"{role_of(line.text, line.move)}/{clause_frame(line.text)}"
            yield _found(script, line, Unit.HEADING, family, outlined.get(number, ()))
        elif number in leads and _is_heading(line):
            family = clause_frame(line.text).strip(BLANK) and clause_frame(line.text)
            group = (*groups.get(line.passage, ()), *outlined.get(number, ()))
            yield _found(script, line, Unit.LEAD, family, group)


def leads_of(script: Manuscript) -> frozenset[int]:
    """Numbers of the lines that lead their paragraph: numbered ones, and short first sentences where
    the paragraphs of a part begin alike."""
    numbered = {number for number, line in enumerate(script.lines) if line.kind is Kind.LEAD}
    return frozenset(numbered.union(*_openers(script).values()))


def _openers(script: Manuscript) -> dict[tuple[int, ...], list[int]]:
    """By unit the unnumbered leads of its paragraphs, where enough of them are."""
    openers: dict[tuple[int, ...], list[int]] = {}
    lines = script.lines
    last = -1
    for number, line in enumerate(lines):
        first, last = line.passage != last, line.passage
        path = script.document.passages[line.passage].path
        if first and path and line.kind is Kind.SENTENCE and _may_lead(line, lines, number):
            openers.setdefault(path, []).append(number)
    return {path: numbers for path, numbers in openers.items() if len(numbers) >= _FEWEST_OPENERS}


def _may_lead(line: Line, lines: tuple[Line, ...], number: int) -> bool:
    followed = number + 1 < len(lines) and lines[number + 1].passage == line.passage
    return (
        followed
        and line.mark == "。"
        and _SHORTEST_OPENER <= len(line.text) <= _LONGEST_OPENER
        and line.figures == 0
        and starts_with_verb(line.text)
    )


def _is_heading(line: Line) -> bool:
    text = line.text
    return len(text) <= _LONGEST and "。" not in text and fixed_length(line) >= 2 and clean(text)


def _families(script: Manuscript) -> Iterator[list[int]]:
    """Numbers of the lines that are headings of one level under one heading, two or more, in order."""
    siblings: dict[tuple[int, ...], list[int]] = {}
    for number, line in enumerate(script.lines):
        if line.kind in (Kind.HEADING, Kind.LEAD) and _is_heading(line):
            path = script.document.passages[line.passage].path
            if path:
                siblings.setdefault(path[:-1], []).append(number)
    for path, numbers in _openers(script).items():
        siblings.setdefault(path, numbers)
    for numbers in sorted(siblings.values()):
        if len(numbers) > 1 and sum(fixed_length(script.lines[number]) for number in numbers) >= FEWEST:
            yield numbers


def _outline(script: Manuscript, lines: list[Line]) -> Found:
    text = OUTLINE_BREAK.join(line.text for line in lines)
    first = script.found(lines[0], Unit.OUTLINE, quality=0.0)
    themes = dict.fromkeys(theme for line in lines for theme in script.words.salient(line.tokens, 1))
    frames = Counter(clause_frame(line.text) for line in lines)
    alike = max(frames.values()) / len(lines)
    value = sum(_quality(line, script.words) for line in lines) / len(lines)
    return first._replace(
        id=phrase_id(text),
        text=text,
        move=Counter(line.move for line in lines).most_common(1)[0][0],
        themes=tuple(themes),
        doubts=tuple(dict.fromkeys(doubt for line in lines for doubt in line.doubts)),
        quality=round(value * (0.8 + 0.2 * alike), 3),
    )


def _quality(line: Line, words: Words) -> float:
    # A heading is best at 8 to 30 characters, where a sentence is at 15 to 70.
    return quality(line, words, min(2 * fixed_length(line), 70))


def _found(script: Manuscript, line: Line, unit: Unit, family: str, groups: tuple[str, ...]) -> Found:
    themes = script.words.salient(line.tokens, _MOST_THEMES)
    value = _quality(line, script.words)
    return script.found(line, unit, quality=value, themes=themes, family=family, groups=groups)
