"""Parallel groups (排比): three or more limbs of one frame, with a verb in each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple, TypeVar

from phrasebank.counting import tokenize
from phrasebank.mining import Found
from phrasebank.model import Unit
from phrasebank.units.lead_verbs import starts_with_verb
from phrasebank.units.lexicon import LEAD_VERBS
from phrasebank.units.manuscript import Kind, Line, Manuscript
from phrasebank.units.passages import found_of
from phrasebank.units.soundness import clean
from phrasebank.units.words import tag_of

__all__ = ["find_parallels"]

_FEWEST = 3
_LONGEST = 120
"""Characters of a group: what can be said in one breath or two."""
_SHORTEST_LIMB, _LONGEST_LIMB = 3, 40
_MOST_SLOTS = 2
_VERBS = frozenset({"v", "vd", "vi", "vg", "l", "i", "a", "ad"})
_NOUNS = frozenset({"n", "vn"})
_LEADING = frozenset(LEAD_VERBS.split())
_MOST_APART = 2
"""Characters by which partners of limbs with their own subjects may differ."""
_MOST_UNEVEN = 1.6
"""How many times as long as the longest before it the last limb may be."""
# A limb at the head of a longer clause, and lists inside a clause, are told by the mark between them.
_MARKS = (re.compile("；"), re.compile("[，；：]"), re.compile("[、，；：]"))
_NUMBERED = "；：，。、"


_Key = TypeVar("_Key", str, int)


class _Limb(NamedTuple):
    start: int
    end: int
    text: str


def find_parallels(script: Manuscript) -> Iterator[Found]:
    """Find the parallel groups of a speech, within a sentence and over sentences.

    Published systems find Chinese parallelism with an F1 of 0.43 (design/mining.md): a person decides.
    """
    lines = script.lines
    for number, line in enumerate(lines):
        if line.kind is Kind.SENTENCE:
            if number + 1 < len(lines) and lines[number + 1].kind is Kind.LIMB:
                below = [limb for limb in lines[number + 1 : number + 12] if limb.kind is Kind.LIMB]
                yield from _numbered(script, line, [limb for limb in below if limb.start < line.end])
            else:
                yield from _within(script, line)
    for _, group in groupby((line for line in lines if line.kind is Kind.SENTENCE), key=_place):
        yield from _over(script, list(group))


def _place(line: Line) -> tuple[int, str]:
    return line.passage, line.text[:2]


def _numbered(script: Manuscript, line: Line, limbs: list[Line]) -> Iterator[Found]:
    """一是…；二是…；三是…: numbered limbs that each begin with a verb."""
    limbs = [limb for limb in limbs if limb.passage == line.passage]
    if len(limbs) < _FEWEST or not all(_acts(limb.text) for limb in limbs):
        return
    text = script.passage(line).text
    start = max(text.rfind(mark, line.start, limbs[0].start) for mark in _NUMBERED) + 1
    yield from _group(script, line, max(start, line.start), limbs[-1].end, len(limbs))


def _within(script: Manuscript, line: Line) -> Iterator[Found]:
    text = script.passage(line).text[line.start : line.end]
    if text.count("，") + text.count("；") + text.count("、") < _FEWEST - 1:
        return
    wish = _WISH.match(text)
    at = wish.end() if wish else 0
    for marks in _MARKS:
        parts = marks.split(text[at:])
        if len(parts) < _FEWEST or not (marks is _MARKS[0] or _alike(parts)):
            continue
        limbs = _placed(parts, at)
        runs = [*_repeated(limbs), *_shaped(limbs)]
        if marks is _MARKS[0] and not runs:
            runs = list(_balanced(limbs))
        if runs:
            for run in runs:
                yield from _group(script, line, line.start + run[0].start, line.start + run[-1].end, len(run))
            return


def _alike(parts: Sequence[str]) -> bool:
    """Whether three parts in a row begin with one character or are of one length: few sentences have any."""
    before = before_that = ""
    for part in parts:
        if (
            part[:1] == before[:1] == before_that[:1] or len(part) == len(before) == len(before_that)
        ) and part:
            return True
        before, before_that = part, before
    return False


def _over(script: Manuscript, lines: list[Line]) -> Iterator[Found]:
    if len(lines) < _FEWEST or any(line.end - line.start > _LONGEST_LIMB for line in lines):
        return
    if all(starts_with_verb(line.text) for line in lines):
        yield from _group(script, lines[0], lines[0].start, lines[-1].end, len(lines))


_WISH = re.compile(r"(?:同时)?(?:就|更|还)?(?:要|必须|应当|务必|应该)(?=[一-鿿]{3})")
"""What says of all limbs that they are wanted, and is said before the first one only."""


def _placed(parts: Sequence[str], at: int) -> list[_Limb]:
    """Parts between marks of one character, with their places in the text; the first is at ``at``."""
    limbs: list[_Limb] = []
    for part in parts:
        limbs.append(_Limb(at, at + len(part), part))
        at += len(part) + 1
    return limbs


def _runs(limbs: Sequence[_Limb], key: Callable[[_Limb], _Key]) -> Iterator[tuple[_Key, list[_Limb]]]:
    """Three limbs or more, one after another, that have a key in common."""
    keys = [key(limb) for limb in limbs]
    at = 0
    for value, group in groupby(keys):
        stop = at + sum(1 for _ in group)
        if stop - at >= _FEWEST:
            yield value, list(limbs[at:stop])
        at = stop


def _first(limb: _Limb) -> str:
    return limb.text[:1]


def _length(limb: _Limb) -> int:
    return len(limb.text)


def _repeated(limbs: Sequence[_Limb]) -> Iterator[list[_Limb]]:
    """Limbs that begin with the same word."""
    for first, run in _runs(limbs, _first):
        if "一" <= first <= "鿿" and _even(run) and all(map(_is_limb, run)) and _same_word(run):
            yield run


def _same_word(run: Sequence[_Limb]) -> bool:
    words = {tokenize(limb.text)[0] for limb in run}
    return len(words) == 1 or len({limb.text[:2] for limb in run}) == 1


def _shaped(limbs: Sequence[_Limb]) -> Iterator[list[_Limb]]:
    """Limbs of the same length whose words have the same lengths and parts of speech."""
    for length, run in _runs(limbs, _length):
        if length >= _SHORTEST_LIMB and all(map(_is_limb, run)):
            shapes = {tuple((len(word), tag_of(word)[0]) for word in tokenize(limb.text)) for limb in run}
            if len(shapes) == 1 and len({limb.text[0] for limb in run}) > 1:
                yield run


def _balanced(limbs: Sequence[_Limb]) -> Iterator[list[_Limb]]:
    """Limbs of a whole sentence with their own subjects, built alike: as many clauses, each as long as
    its partners, a verb in the last one (一片叶子，链起…；一杯清茶，连起…；一个节会，聚起…)."""
    clauses = [limb.text.split("，") for limb in limbs]
    if len(limbs) < _FEWEST or len({len(parts) for parts in clauses}) > 1:
        return
    for partners in zip(*clauses, strict=True):
        lengths = sorted(len(part) for part in partners)
        if lengths[-1] - lengths[0] > _MOST_APART:
            return
    if all(_has_verb(parts[-1]) for parts in clauses) and all(
        len(limb.text) <= _LONGEST_LIMB for limb in limbs
    ):
        yield list(limbs)


def _even(run: Sequence[_Limb]) -> bool:
    """Whether the last limb is not the head of something longer (有产业、有人气、有文化的新区初具规模)."""
    return len(run[-1].text) <= _MOST_UNEVEN * max(len(limb.text) for limb in run[:-1])


def _is_limb(limb: _Limb) -> bool:
    text = limb.text
    return _SHORTEST_LIMB <= len(text) <= _LONGEST_LIMB and starts_with_verb(text) and _has_verb(text)


def _acts(text: str) -> bool:
    """Whether a limb of a numbered list says what to do: it begins with a verb, known or by its tag."""
    return starts_with_verb(text) or tag_of(next(iter(tokenize(text)), "，")) in _VERBS


def _has_verb(text: str) -> bool:
    # 发展理念 begins like 发展经济: only a word that is never a noun (vn) tells a limb from a list.
    # The tagger does not know all of ours (严把 盯紧); what it takes for a noun is one.
    return any(
        tag_of(word) in _VERBS or (word in _LEADING and tag_of(word) not in _NOUNS) for word in tokenize(text)
    )


def _group(script: Manuscript, line: Line, start: int, end: int, limbs: int) -> Iterator[Found]:
    if end - start > _LONGEST:
        return
    framed_line = line._replace(start=start, end=end)
    found = found_of(script, [framed_line], Unit.PARALLEL, 0.0)
    slots = found.text.count("{")
    if slots <= _MOST_SLOTS and len(found.text) <= _LONGEST and clean(found.text):
        value = min(1.0, 0.55 + 0.1 * (limbs - _FEWEST) + 0.01 * min(end - start, 25)) - 0.15 * slots
        yield found._replace(quality=round(max(value, 0.0) * (2 / 3 if found.doubts else 1), 3))
