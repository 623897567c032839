"""The plan of a draft: which parts and points, how numbered, headed and led."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.brief.enumeration import family_named
from drafter.brief.model import Brief, Part, Point
from drafter.brief.numerals import to_chinese
from drafter.compose.bindings import Bindings, bind_brief
from drafter.compose.headings import Heading, make_headings
from drafter.compose.kinds import FLOWING, Kind, part_family
from drafter.compose.leads import Lead, family_for, make_leads
from drafter.compose.manner import HeadingShape
from drafter.compose.picker import jitter
from drafter.compose.proposals import propose_parts
from drafter.compose.roles import role_of
from drafter.compose.telling import choose
from drafter.speech import Family, Marker, marker_text
from phrasebank.bank import Bank

__all__ = ["Plan", "PlannedPart", "PlannedPoint", "plan_draft"]


@dataclass(frozen=True, slots=True)
class PlannedPoint:
    """A point with its numbering and lead.

    Arguments:
        point: what the brief says of it.
        marker: its numbering as printed.
        lead: its lead sentence.
        own_line: whether the lead stands on a line of its own (（一） headings).
        proposed: whether the program proposed it.
        place: names it for the seed, ``2.3``.
    """

    point: Point
    marker: str
    lead: Lead
    own_line: bool
    proposed: bool
    place: str


@dataclass(frozen=True, slots=True)
class PlannedPart:
    """A part with its numbering, heading, role and points.

    Arguments:
        flowing: whether its points are paragraphs without number and lead.
    """

    part: Part
    marker: str
    heading: Heading
    role: str
    points: tuple[PlannedPoint, ...]
    proposed: bool
    place: str
    flowing: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole speech's plan.

    Arguments:
        parts: in order.
        family: numbering of the points.
        bindings: words for slots that hold for the whole speech.
    """

    parts: tuple[PlannedPart, ...]
    family: Family
    bindings: Bindings


def plan_draft(
    brief: Brief, kind: Kind, bank: Bank, seed: int, *, headings: HeadingShape | None = None
) -> Plan:
    """Decide parts, points, numbering, headings and leads.

    Arguments:
        brief: the brief, its strings rendered.
        kind: its kind; proposes parts where the brief has none.
        bank: where frames for headings and leads are.
        seed: decides between equals.
        headings: the shape of the headings of a manner to follow, or None.
    """
    proposed = not brief.parts
    parts = brief.parts or propose_parts(brief, kind, bank, seed)
    if kind.numbered == "points":
        parts = (_in_one(parts),)
    family = family_named(brief.style.get("分点") or _usual_family(kind, seed)) or Family.YAO
    bindings = bind_brief(brief, _announced(kind, parts))
    roles = [role_of(part, index, len(parts)) for index, part in enumerate(parts)]
    level = brief.place.level
    made = make_headings(
        [(part.theme, part.heading, role) for part, role in zip(parts, roles, strict=True)],
        bank=bank,
        bindings=bindings,
        seed=seed,
        kind=kind.filed,
        topic=brief.topic,
        level=level,
        shape=headings,
    )
    planned = []
    for number, (part, role, heading) in enumerate(zip(parts, roles, made, strict=True), 1):
        usual = _usual(kind, number - 1, len(parts))
        own_family = family_for(part.points, family, role)
        if not brief.style.get("分点") and (shaped := part_family(usual)):
            # What the samples said after 一要 can be said so again.
            own_family = shaped if shaped is Family.YAO else family_for(part.points, shaped, role)
        points = _with_verbs(part.points) if own_family is Family.ONE_VERB else part.points
        leads = make_leads(
            points,
            own_family,
            bank=bank,
            bindings=bindings,
            seed=seed,
            place=str(number),
            kind=kind.filed,
            topic=brief.topic,
            level=level,
            role=role,
        )
        planned.append(
            PlannedPart(
                part=part,
                marker=marker_text(Marker(Family.CHAPTER, number)),
                heading=heading,
                role=role,
                points=tuple(_points(points, leads, own_family, str(number), proposed)),
                proposed=proposed,
                place=str(number),
                flowing=usual == FLOWING,
            )
        )
    return Plan(tuple(planned), family, bindings)


def _with_verbs(points: Sequence[Point]) -> tuple[Point, ...]:
    """The points of 一看, 二查: the verb that is counted is the theme's own, so the theme stays as it is."""
    return tuple(replace(point, heading=point.heading or point.theme) for point in points)


def _usual_family(kind: Kind, seed: int) -> str:
    """The kind's numbering, or, half of the time, another that such speeches have as well."""
    others = [kind.family] * max(1, len(kind.families))
    return choose((*others, *kind.families), jitter(seed, "family"))


def _usual(kind: Kind, index: int, count: int) -> str:
    """How the kind numbers the points of this part, where the speech has the parts it usually has."""
    return kind.outline[index].family if len(kind.outline) == count else ""


def _in_one(parts: Sequence[Part]) -> Part:
    """All points under one part: a chair's demands are counted through."""
    return Part(
        theme=parts[0].theme,
        role=parts[0].role,
        points=tuple(point for part in parts for point in part.points),
        facts=tuple(name for part in parts for name in part.facts),
        verbatim=tuple(words for part in parts for words in part.verbatim),
    )


def _announced(kind: Kind, parts: Sequence[Part]) -> int:
    """How many numbered things the opening can announce."""
    if kind.numbered == "nothing":
        return 0
    return len(parts[0].points) if kind.numbered == "points" else len(parts)


def _points(
    points: Sequence[Point], leads: Sequence[Lead], family: Family, place: str, proposed: bool
) -> list[PlannedPoint]:
    return [
        PlannedPoint(
            point=point,
            marker=_marker(family, number, len(points)),
            lead=lead,
            own_line=family is Family.BRACKET and len(points) > 1,
            proposed=proposed,
            place=f"{place}.{number}",
        )
        for number, (point, lead) in enumerate(zip(points, leads, strict=True), 1)
    ]


def _marker(family: Family, number: int, count: int) -> str:
    if count == 1:
        # What there is but one of is not counted.
        return ""
    if family is Family.ONE_VERB:
        return to_chinese(number)
    if family is Family.DASH:
        return marker_text(Marker(family, None))
    if family is Family.FIRST and number == count and count > 2:
        return "最后，"
    return marker_text(Marker(family, number))
