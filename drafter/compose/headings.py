"""Parallel headings (对仗): one pattern for all parts, nearly one length, no verb twice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import fmean

from drafter.compose.bindings import Bindings, bind_task
from drafter.compose.manner import HeadingShape
from drafter.compose.picker import fill, jitter
from drafter.compose.roles import HEADING_MOVES
from drafter.compose.shape import SHOULD, Shape, begins_with_adverb, shape_of
from phrasebank.bank import Bank
from phrasebank.model import Phrase, Unit

__all__ = ["Heading", "make_headings"]

#: A theme this long, or of two limbs, is a heading already; a frame would only make it longer.
_WHOLE = 11
_PUNCTUATION = re.compile(r"[，、：“”‘’《》（）]")
#: Lengths within this of each other count as equal (composition.md, Headings: ± 3).
_SPREAD = 3
#: What a character of spread, a doubled verb and a heading too long to be one cost against jitter of 1.
_COST_SPREAD, _COST_DOUBLE, _COST_LONG, _COST_PLAIN = 0.6, 1.5, 0.5, 0.8
#: Themes that say what is to be done in so many characters are headings (摸清老人的需要); a second limb
#: of ours (，始终保持清醒头脑) says nothing and is what readers strike out first. So many drafts leave it.
_SAYS_ENOUGH, _LEFT_BARE = 5, 0.6
_LONG = 22
#: What a character of length and a limb more or fewer than the manner asked for cost.
_COST_UNLIKE, _COST_LIMBS = 0.5, 3.0
#: The pattern that puts an adverb before the theme.
_ADVERBS = "副词动宾"


@dataclass(frozen=True, slots=True)
class Heading:
    """A part's heading and the phrase it was made from, if any.

    Arguments:
        text: without marker and final punctuation.
        phrase: id of the heading frame, or "" for the brief's own words.
        fixed: whether the brief gave it as 标题.
    """

    text: str
    phrase: str = ""
    fixed: bool = False


def make_headings(
    parts: Sequence[tuple[str, str, str]],
    *,
    bank: Bank,
    bindings: Bindings,
    seed: int,
    kind: str,
    topic: str,
    level: str,
    shape: HeadingShape | None = None,
) -> list[Heading]:
    """A heading for each part; those the brief fixed stay, the others are made parallel.

    Arguments:
        parts: (theme, fixed heading or "", role) of each part, in order.
        bank: where the frames are.
        bindings: words for the frames' slots.
        seed: decides between sets as good as each other.
        kind, topic, level: of the speech, for choosing frames.
        shape: length and limbs of the headings of a manner to follow, or None.
    """
    open_places = [
        index for index, (theme, fixed, _) in enumerate(parts) if not fixed and not _is_whole(theme)
    ]
    fixed_ones = {
        index: Heading(fixed or theme, fixed=bool(fixed))
        for index, (theme, fixed, _) in enumerate(parts)
        if index not in open_places
    }
    best = _best_set(
        [(parts[index][0], parts[index][2]) for index in open_places],
        [len(heading.text) for heading in fixed_ones.values()],
        _Frames(bank, bindings, kind, topic, level),
        seed,
        shape,
    )
    made = dict(zip(open_places, best, strict=True))
    return [fixed_ones.get(index) or made[index] for index in range(len(parts))]


def _is_whole(theme: str) -> bool:
    return "，" in theme or len(theme) >= _WHOLE or bool(SHOULD.search(theme))


class _Frames:
    """The bank's heading frames by pattern and role, filled for one theme."""

    def __init__(self, bank: Bank, bindings: Bindings, kind: str, topic: str, level: str) -> None:
        self._bindings = bindings
        self._by_role: dict[str, list[Phrase]] = {}
        for role, move in HEADING_MOVES.items():
            found = bank.candidates(move, units=(Unit.HEADING,), kind=kind, topic=topic, level=level)
            self._by_role[role] = [phrase for phrase in found if phrase.family.startswith(f"{role}/")]

    def patterns(self) -> list[str]:
        names = {phrase.family.partition("/")[2] for found in self._by_role.values() for phrase in found}
        return sorted(names - {"单段"})

    def filled(self, theme: str, role: str, pattern: str) -> list[Heading]:
        bindings = {**self._bindings, "section": bind_task(theme)}
        headings = []
        for phrase in self._by_role.get(role, ()):
            if phrase.family == f"{role}/{pattern}":
                text = fill(phrase, bindings)
                twice = pattern == _ADVERBS and begins_with_adverb(theme)
                if text is not None and not twice and not _echoes_itself(text):
                    headings.append(Heading(text, phrase.id))
        return headings


def _echoes_itself(text: str) -> bool:
    """Whether the frame says a word of the theme again: 紧盯落地见效，推动项目落地."""
    pairs = [limb[i : i + 2] for limb in _PUNCTUATION.split(text) for i in range(len(limb) - 1)]
    return len(set(pairs)) < len(pairs)


def _best_set(
    open_parts: Sequence[tuple[str, str]],
    fixed_lengths: Sequence[int],
    frames: _Frames,
    seed: int,
    shape: HeadingShape | None,
) -> list[Heading]:
    """The most parallel set over all patterns; the bare themes compete as a pattern of their own."""
    if not open_parts:
        return []
    bare = [Heading(theme) for theme, _ in open_parts]
    enough = all(
        len(theme) >= _SAYS_ENOUGH and shape_of(theme).shape is not Shape.NOUN for theme, _ in open_parts
    )
    if enough and shape is None and jitter(seed, "bare") < _LEFT_BARE:
        return bare
    plain = _COST_PLAIN if shape is None else 0.0
    best = (
        _cost(bare, fixed_lengths) + _unlike(bare, shape) + plain + jitter(seed, "heading", "bare"),
        bare,
    )
    for pattern in frames.patterns():
        choices = [frames.filled(theme, role, pattern) for theme, role in open_parts]
        if not all(choices):
            continue
        for target in sorted({len(heading.text) for found in choices for heading in found}):
            found_set = _nearest(choices, target, seed)
            cost = _cost(found_set, fixed_lengths) + _unlike(found_set, shape)
            cost += jitter(seed, "heading", pattern)
            if cost < best[0]:
                best = (cost, found_set)
    return best[1]


def _nearest(choices: Sequence[Sequence[Heading]], target: int, seed: int) -> list[Heading]:
    """For each part the frame nearest to the length wanted whose words no earlier heading used."""
    chosen: list[Heading] = []
    for index, found in enumerate(choices):
        taken = {word for heading in chosen for word in _words(heading.text)}
        used = {heading.phrase for heading in chosen}
        chosen.append(
            min(
                found,
                key=lambda heading: (
                    heading.phrase in used,
                    max(0, abs(len(heading.text) - target) - 1)
                    + 2 * len(taken & _words(heading.text))
                    + jitter(seed, "frame", index, heading.phrase),
                ),
            )
        )
    return chosen


def _words(text: str) -> set[str]:
    """Two-character runs at the start of each limb: the verbs that must not come twice."""
    return {limb[:2] for limb in _PUNCTUATION.split(text) if len(limb) > 1}


def _cost(headings: Sequence[Heading], fixed_lengths: Sequence[int]) -> float:
    lengths = [len(heading.text) for heading in headings] + list(fixed_lengths)
    spread = max(0, max(lengths) - min(lengths) - _SPREAD)
    doubles = sum(len(_words(one.text) & _words(other.text)) > 0 for one, other in combinations(headings, 2))
    long = sum(max(0, length - _LONG) for length in lengths)
    limbs = len({heading.text.count("，") for heading in headings}) - 1
    return _COST_SPREAD * spread + _COST_DOUBLE * doubles + _COST_LONG * long + 2 * limbs


def _unlike(headings: Sequence[Heading], shape: HeadingShape | None) -> float:
    """What it costs to be unlike the headings of the manner asked for."""
    if shape is None:
        return 0.0
    length = fmean(len(heading.text) for heading in headings)
    limbs = fmean(heading.text.count("，") + 1 for heading in headings)
    return _COST_UNLIKE * abs(length - shape.length) + _COST_LIMBS * abs(limbs - shape.limbs)
