"""Whole sets of parallel headings to choose from: part headings and the leads of their points."""

from __future__ import annotations

from dataclasses import dataclass, replace

from drafter.brief.model import Brief
from drafter.compose.kinds import Kind
from drafter.compose.picker import jitter
from drafter.compose.plan import Plan, PlannedPart, plan_draft
from drafter.compose.strings import render_brief
from phrasebank.bank import Bank

__all__ = ["Outline", "OutlinePart", "outline_sets"]

#: Sets with a greater share of headings in common are offered only where there are no others.
_ALIKE = 0.4
#: Plans tried for each set asked for, before a brief is taken to allow no more.
_TRIALS = 30


@dataclass(frozen=True, slots=True)
class OutlinePart:
    """A part as it would be headed.

    Arguments:
        marker: 一、 or "".
        theme, role: what it is about and does.
        heading: its heading.
        points: (marker, theme, lead) of each point.
        fixed: whether the brief has fixed the heading as 标题.
        fixed_points: the same for each point's lead.
    """

    marker: str
    theme: str
    role: str
    heading: str
    points: tuple[tuple[str, str, str], ...]
    fixed: bool
    fixed_points: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """One set of headings.

    Arguments:
        parts: in order.
        proposed: whether the parts are proposals, for the brief has none.
    """

    parts: tuple[OutlinePart, ...]
    proposed: bool

    def open_texts(self) -> tuple[str, ...]:
        """The part headings that the brief leaves open; where it fixes them all, the open leads."""
        heads = tuple(part.heading for part in self.parts if part.heading and not part.fixed)
        return heads or tuple(
            lead.removeprefix("要")
            for part in self.parts
            for (*_, lead), fixed in zip(part.points, part.fixed_points, strict=True)
            if not fixed
        )


def outline_sets(
    brief: Brief, kind: Kind, bank: Bank, *, seed: int, count: int, afresh: bool = False
) -> tuple[Outline, ...]:
    """Different sets of headings for one brief, each parallel in itself; fewer where it allows no more.

    Arguments:
        brief: as loaded.
        kind: its kind.
        bank: where frames and outlines are.
        seed: of the first set; the first set is what a draft of this seed is headed with.
        count: sets wanted.
        afresh: whether what the brief fixed as 标题 is made anew too.

    Raises:
        BriefError: a string of the brief cannot be rendered.
    """
    rendered, _ = render_brief(_loosened(brief) if afresh else brief)
    found: list[Outline] = []
    spare: list[Outline] = []
    for number in range(count * _TRIALS):
        own_seed = seed if number == 0 else int(jitter(seed, "outline", number) * (1 << 48))
        outline = _outline(rendered, kind, plan_draft(rendered, kind, bank, own_seed))
        nearest = max((_alike(outline, other) for other in found), default=0.0)
        if nearest <= _ALIKE:
            found.append(outline)
        elif nearest < 1 and all(_alike(outline, other) < 1 for other in spare):
            spare.append(outline)
        if len(found) == count:
            break
    return tuple((found + spare)[:count])


def _alike(one: Outline, other: Outline) -> float:
    """Share of the headings that two sets have in common; where all are fixed, of the leads."""
    mine, theirs = one.open_texts(), other.open_texts()
    same = sum(a == b for a, b in zip(mine, theirs, strict=False))
    return same / max(len(mine), len(theirs)) if mine or theirs else 1.0


def _loosened(brief: Brief) -> Brief:
    """The brief without any fixed heading."""
    return replace(
        brief,
        parts=tuple(
            replace(part, heading="", points=tuple(replace(point, heading="") for point in part.points))
            for part in brief.parts
        ),
    )


def _outline(brief: Brief, kind: Kind, plan: Plan) -> Outline:
    parts = [_part(planned, has_heading=kind.numbered == "parts") for planned in plan.parts]
    if brief.parts and len(brief.parts) != len(parts):
        parts = _as_given(brief, parts[0])
    return Outline(tuple(parts), proposed=not brief.parts)


def _part(planned: PlannedPart, *, has_heading: bool) -> OutlinePart:
    return OutlinePart(
        marker=planned.marker,
        theme=planned.part.theme,
        role=planned.role,
        heading=planned.heading.text if has_heading else "",
        points=tuple((point.marker, point.point.theme, point.lead.text) for point in planned.points),
        fixed=bool(planned.part.heading) and not planned.proposed,
        fixed_points=tuple(bool(point.point.heading) for point in planned.points),
    )


def _as_given(brief: Brief, whole: OutlinePart) -> list[OutlinePart]:
    """Points that a chair counts through, under the brief's own parts again, which have no heading."""
    parts = []
    at = 0
    for part in brief.parts:
        end = at + len(part.points)
        parts.append(
            replace(
                whole,
                theme=part.theme,
                points=whole.points[at:end],
                fixed_points=whole.fixed_points[at:end],
            )
        )
        at = end
    return parts
