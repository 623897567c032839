"""Parts and points for a brief that names none: from the bank's outlines, else what the kind usually has."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from drafter.brief.model import Brief, Part, Point
from drafter.compose.bindings import Bindings, bind_brief
from drafter.compose.kinds import FLOWING, Kind
from drafter.compose.picker import fill, jitter
from drafter.compose.roles import role_of
from drafter.compose.shape import Shape, shape_of
from phrasebank.bank import Bank
from phrasebank.model import OUTLINE_BREAK, Move, Phrase, Unit
from phrasebank.vocabulary import SLOT_PATTERN

__all__ = ["propose_parts"]

_TABLE = Path(__file__).with_name("data") / "role_points.toml"
#: Parts that a speech has, and characters of a heading that can be said in one breath.
_FEWEST, _MOST, _LONGEST = 2, 5, 24
#: An outline of this move heads the points of one part, not the parts of a speech.
_OF_POINTS = Move.POINT_LEAD


def propose_parts(brief: Brief, kind: Kind, bank: Bank, seed: int) -> tuple[Part, ...]:
    """Parts with points to start from; whoever drafts marks all of it as proposed.

    An outline that the bank has for this kind on this topic comes first, then one on the topic, then
    the kind's own.

    Arguments:
        brief: its topic, place and date fill the outlines' slots.
        kind: what it usually has; a kind without numbered parts takes no other outline.
        bank: where outlines are.
        seed: decides between outlines, and between points, that fit equally.
    """
    if kind.numbered != "parts" or kind.base:
        return _usual(kind, bind_brief(brief, 0))
    fitting = _outlines(brief, kind, bank)
    if not fitting:
        return _usual(kind, bind_brief(brief, 0))
    best = max(rank for rank, _, _ in fitting)
    _, _, headings = max(
        (found for found in fitting if found[0] == best),
        key=lambda found: jitter(seed, "outline", found[1]),
    )
    return _with_points(headings, seed)


def _usual(kind: Kind, bindings: Bindings) -> tuple[Part, ...]:
    """The kind's own outline; a kind learnt from samples says its leads as they did."""

    def filled(theme: str) -> str:
        return SLOT_PATTERN.sub(lambda slot: bindings[slot[1]].text if slot[1] in bindings else "", theme)

    def point(theme: str, family: str) -> Point:
        said = kind.base and family != FLOWING and shape_of(theme).shape is not Shape.VERB
        return Point(theme=theme, heading=theme if said else "")

    return tuple(
        Part(
            theme=filled(part.theme),
            role=part.role,
            points=tuple(point(filled(theme), part.family) for theme in part.points),
        )
        for part in kind.outline
    )


def _outlines(brief: Brief, kind: Kind, bank: Bank) -> list[tuple[int, str, tuple[str, ...]]]:
    """Outlines on the topic: how well they fit, their id, their headings with every slot filled."""
    bindings = bind_brief(brief, 0)
    found = []
    for move in Move:
        if move is _OF_POINTS:
            continue
        for phrase in bank.candidates(
            move, units=(Unit.OUTLINE,), kind=kind.filed, topic=brief.topic, level=brief.place.level
        ):
            text = fill(phrase, bindings) if phrase.topics else None
            headings = tuple(text.split(OUTLINE_BREAK)) if text else ()
            if _FEWEST <= len(headings) <= _MOST and all(len(heading) <= _LONGEST for heading in headings):
                found.append((_rank(phrase, kind), phrase.id, headings))
    return found


def _rank(phrase: Phrase, kind: Kind) -> int:
    return int(kind.filed in phrase.kinds)


def _with_points(headings: Sequence[str], seed: int) -> tuple[Part, ...]:
    """A part for each heading, with points that such a part usually has, no set of them twice."""
    parts = []
    taken: Counter[str] = Counter()
    for index, heading in enumerate(headings):
        bare = Part(theme=heading, heading=heading)
        role = role_of(bare, index, len(headings))
        sets = sorted(_role_points()[role], key=lambda points: jitter(seed, "points", role, *points))
        points = sets[taken[role] % len(sets)]
        taken[role] += 1
        parts.append(
            Part(
                theme=heading,
                heading=heading,
                role=role,
                points=tuple(Point(theme=theme) for theme in points),
            )
        )
    return tuple(parts)


@cache
def _role_points() -> dict[str, list[tuple[str, ...]]]:
    table = tomllib.loads(_TABLE.read_text("utf-8"))["points"]
    return {role: [tuple(points) for points in sets] for role, sets in table.items()}
