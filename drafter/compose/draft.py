"""brief + kind + bank + seed → a speech and its trace."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from jinja2.sandbox import ImmutableSandboxedEnvironment

from drafter.brief.model import Brief
from drafter.compose.composition import Composition
from drafter.compose.environment import make_environment, render_template
from drafter.compose.kinds import load_kind
from drafter.compose.picker import jitter
from drafter.compose.plan import Plan, plan_draft
from drafter.compose.script import Script
from drafter.compose.strings import render_brief
from drafter.compose.trace import Trace, TracedSentence, trace_paragraph
from drafter.resources import templates_folder
from drafter.speech import Speech, parse_speech
from phrasebank.bank import Bank

__all__ = ["Draft", "compose_draft"]

#: A length within this share of the target is near enough to stop asking for more.
_NEAR = 0.03
#: Argued sentences that a point takes at most beyond its skeleton, and gives up at most.
_MOST_ROOM, _LEAST_ROOM = 3, -2
_TRIES = 9


@dataclass(frozen=True, slots=True)
class Draft:
    """What drafting gives.

    Arguments:
        text: the marked text, one paragraph a line.
        speech: the same, parsed.
        trace: where each sentence came from, what is missing, what went unused.
        length: characters without white space.
        target: the length asked for, or None.
    """

    text: str
    speech: Speech
    trace: Trace
    length: int
    target: int | None


def compose_draft(
    brief: Brief, bank: Bank, *, seed: int, length: int | None = None, templates: Path | None = None
) -> Draft:
    """Draft the speech that a brief asks for.

    Arguments:
        brief: as loaded.
        bank: where phrases come from.
        seed: decides every choice between equals; same inputs and seed, same draft.
        length: characters wanted; the brief's 篇幅 when None.
        templates: folder of kinds; the built-in ones when None.

    Raises:
        KindError: there is no such kind, or its template cannot be rendered.
        BriefError: a string of the brief cannot be rendered.
    """
    folder = templates or templates_folder()
    kind = load_kind(brief.kind, folder)
    brief, said_in = render_brief(brief)
    plan = plan_draft(brief, kind, bank, seed)
    environment = make_environment(folder)
    target = length or brief.length

    def attempt(room: int) -> Draft:
        composition = Composition(brief, kind, plan, bank, seed=seed, said_in=said_in)
        return _render(environment, composition, _room_by_point(plan, seed, room), target)

    if target is None:
        return attempt(0)
    return _nearest_to(target, attempt, sum(len(part.points) for part in plan.parts))


def _nearest_to(target: int, attempt: Callable[[int], Draft], points: int) -> Draft:
    """Search the number of argued sentences whose draft comes nearest to the length asked for."""
    low, high = _LEAST_ROOM * points, _MOST_ROOM * points
    best = attempt(0)
    room = 0
    for _ in range(_TRIES):
        if abs(best.length - target) <= _NEAR * target or low > high:
            break
        current = best if room == 0 else attempt(room)
        if abs(current.length - target) < abs(best.length - target):
            best = current
        if current.length < target:
            low = room + 1
        else:
            high = room - 1
        room = (low + high) // 2
    return best


def _room_by_point(plan: Plan, seed: int, room: int) -> dict[str, int]:
    """Spread ``room`` argued sentences over the points, those with the least of their own first."""
    places = [
        (len(point.point.measures) + len(point.point.facts), jitter(seed, point.place, "room"), point.place)
        for part in plan.parts
        for point in part.points
    ]
    order = [place for *_, place in sorted(places, reverse=room < 0)]
    shares = dict.fromkeys(order, 0)
    if not order:
        return shares
    step = 1 if room > 0 else -1
    for number in range(abs(room)):
        shares[order[number % len(order)]] += step
    return shares


def _render(
    environment: ImmutableSandboxedEnvironment,
    composition: Composition,
    room: dict[str, int],
    target: int | None,
) -> Draft:
    script = Script(composition, room)
    rendered = render_template(environment, composition.kind.template, script.context())
    paragraphs: list[str] = []
    sentences: list[TracedSentence] = []
    for line in rendered.split("\n"):
        text, spans = composition.marks.unwrap(line.strip())
        if text.strip():
            sentences.extend(trace_paragraph(len(paragraphs), text, spans))
            paragraphs.append(text)
    said = {name for sentence in sentences for name in sentence.facts}
    trace = Trace(
        seed=composition.seed,
        sentences=tuple(sentences),
        missing=tuple(composition.missing),
        unused=tuple(name for name in composition.brief.facts if name not in said),
    )
    text = "\n".join(paragraphs)
    return Draft(text, parse_speech(text), trace, sum(map(len, paragraphs)), target)
