"""brief + kind + bank + seed → a speech and its trace."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from statistics import fmean

from drafter.brief.model import Brief
from drafter.compose.composition import Composition
from drafter.compose.environment import Sandbox, make_environment, render_template
from drafter.compose.kinds import load_kind
from drafter.compose.manner import Manner
from drafter.compose.marks import Span
from drafter.compose.picker import jitter
from drafter.compose.plan import Plan, plan_draft
from drafter.compose.scoring import score_draft
from drafter.compose.script import Script, introduction_of
from drafter.compose.skeletons import skeletons_of
from drafter.compose.strings import render_brief
from drafter.compose.trace import Trace, trace_paragraph
from drafter.resources import templates_folder
from drafter.speech import Speech, parse_speech, read_marker
from phrasebank.bank import Bank

__all__ = ["Draft", "compose_draft"]

#: Whole drafts made and compared where the caller does not say how many.
CANDIDATES = 20
#: Argued sentences that a point takes at most beyond its skeleton, and gives up at most; those that the
#: opening, the closing and each part's introduction take.
_MOST_ROOM, _LEAST_ROOM, _FRAME_ROOM = 4, -2, 2
#: Characters of an argued sentence with its punctuation, on the average of the built-in bank.
_SENTENCE = 26
#: Characters a point (measured on our example briefs, 250 to 300 with one more sentence).
_ROOMY = 260
#: How many candidates may pass before one whose room was already tried is worth another trial.
_SETTLED = 0.03
#: Said before words of the brief that would else look like a part of the speech.
_BEFORE_NUMBERS = "这里再强调："


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
    brief: Brief,
    bank: Bank,
    *,
    seed: int,
    length: int | None = None,
    templates: Path | None = None,
    candidates: int = CANDIDATES,
    manner: Manner | None = None,
) -> Draft:
    """Draft the speech that a brief asks for: several whole drafts, the best of which is given.

    Arguments:
        brief: as loaded.
        bank: where phrases come from.
        seed: decides every choice between equals; same inputs and seed, same draft.
        length: characters wanted; the brief's 篇幅 when None.
        templates: folder of kinds; the built-in ones when None.
        candidates: whole drafts to choose from, at least 1.
        manner: the manner of samples to follow, or None.

    Raises:
        KindError: there is no such kind, or its template cannot be rendered.
        BriefError: a string of the brief cannot be rendered.
    """
    folder = templates or templates_folder()
    kind = load_kind(brief.kind, folder)
    brief, said_in = render_brief(brief)
    if manner is not None and manner.family is not None and "分点" not in brief.style:
        brief = replace(brief, style={**brief.style, "分点": manner.family.value})
    drawn = _of_occasion(seed, brief)
    plan = plan_draft(brief, kind, bank, drawn, headings=manner.headings if manner else None)
    environment = _environment(folder)
    target = length or brief.length
    skeletons = tuple(skeletons_of(bank, kind=kind.filed, topic=brief.topic, level=brief.place.level))

    def attempt(number: int, room: int) -> Rendering:
        own_seed = drawn if number == 0 else _another(drawn, number)
        composition = Composition(
            brief,
            kind,
            plan,
            bank,
            seed=own_seed,
            said_in=said_in,
            skeletons=skeletons,
            length=target,
            manner=manner,
            of_draft=drawn,
        )
        return _render(environment, composition, _room_by_place(plan, own_seed, room))

    points = sum(len(part.points) for part in plan.parts)
    rooms = (_LEAST_ROOM * points, _MOST_ROOM * points + _FRAME_ROOM * (len(plan.parts) + 2))
    start = points if target is not None and target >= _ROOMY * points else 0
    best = _best_of(candidates, target, attempt, (start, *rooms), manner.distance if manner else None)
    return _finish(best, target, seed)


def _of_occasion(seed: int, brief: Brief) -> int:
    """The seed for this occasion.

    An office that never asks for another seed shall not hear the same sentences at every meeting. Figures,
    dates and titles do not count, so that a correction changes no sentence.
    """
    occasion = (brief.kind, brief.topic, brief.place.name, brief.meeting)
    return int(jitter(seed, "occasion", *occasion) * (1 << 48))


def _another(seed: int, number: int) -> int:
    """The seed of another candidate."""
    return int(jitter(seed, "candidate", number) * (1 << 48))


@lru_cache(maxsize=4)
def _environment(folder: Path) -> Sandbox:
    """The sandbox over a folder; compiling its templates costs more than a whole rendering."""
    return make_environment(folder)


@dataclass(frozen=True, slots=True)
class Rendering:
    """One attempt at a draft, before it is parsed and traced.

    Arguments:
        paragraphs: their words, without marks.
        spans: the pieces of each paragraph.
        composition: the memory that made it.
    """

    paragraphs: tuple[str, ...]
    spans: tuple[tuple[Span, ...], ...]
    composition: Composition

    @property
    def length(self) -> int:
        """Characters of all paragraphs."""
        return sum(map(len, self.paragraphs))


def _best_of(
    candidates: int,
    target: int | None,
    attempt: Callable[[int, int], Rendering],
    rooms: tuple[int, int, int],
    distance: Callable[[str], float] | None,
) -> Rendering:
    """The best of several candidates, each with as much room as brings it nearest to the length.

    Each candidate learns from those before it how many sentences are missing or too many.

    Arguments:
        candidates: how many are made.
        target: characters wanted, or None.
        attempt: makes a candidate of this number with so much room.
        rooms: the room to begin with, the least and the most that there is.
        distance: see ``score_draft``.
    """
    room, lowest, highest = rooms
    a_sentence = float(_SENTENCE)
    best: tuple[float, Rendering] | None = None
    lengths: dict[int, list[int]] = {}
    for number in range(max(1, candidates)):
        rendering = attempt(number, room)
        paragraphs = list(zip(rendering.paragraphs, rendering.spans, strict=True))
        score = score_draft(paragraphs, rendering.composition.fits, target, distance)
        if best is None or score > best[0]:
            best = (score, rendering)
        if target is None:
            continue
        lengths.setdefault(room, []).append(rendering.length)
        if len(lengths) > 1:
            # Not every point has room for one more, so a step gives less than a sentence.
            (low, few), (high, many) = (min(lengths.items()), max(lengths.items()))
            gained = (fmean(many) - fmean(few)) / (high - low)
            a_sentence = min(max(gained, _SENTENCE / 4), _SENTENCE * 2)
        missing = target - fmean(lengths[room])
        if abs(missing) > _SETTLED * target:
            step = round(missing / a_sentence) or (1 if missing > 0 else -1)
            room = min(max(room + step, lowest), highest)
    assert best is not None
    return best[1]


def _room_by_place(plan: Plan, seed: int, room: int) -> dict[str, int]:
    """Spread ``room`` argued sentences over the speech.

    The points come first, those with the least of their own at the head, once round; what is more goes
    to them and to the opening, the parts' introductions and the closing in turns. Sentences are taken
    away from points only, those with the most of their own first.
    """
    places = [
        (len(point.point.measures) + len(point.point.facts), jitter(seed, point.place, "room"), point.place)
        for part in plan.parts
        for point in part.points
    ]
    points = [place for *_, place in sorted(places, reverse=room < 0)]
    shares = dict.fromkeys(points, 0)
    if room < 0:
        for number in range(-room if points else 0):
            shares[points[number % len(points)]] -= 1
        return shares
    frame = ["closing", "opening", *(introduction_of(part) for part in plan.parts)]
    turns = [*points, *frame, *points, *frame, *points, *points]
    for place in turns[:room]:
        shares[place] = shares.get(place, 0) + 1
    return shares


def _render(environment: Sandbox, composition: Composition, room: dict[str, int]) -> Rendering:
    script = Script(composition, room)
    rendered = render_template(environment, composition.kind.template, script.context())
    lines = [_paragraph(composition, line.strip()) for line in rendered.split("\n")]
    kept = [(text, spans) for text, spans in lines if text.strip()]
    return Rendering(tuple(text for text, _ in kept), tuple(spans for _, spans in kept), composition)


def _paragraph(composition: Composition, line: str) -> tuple[str, tuple[Span, ...]]:
    """A rendered line's words and pieces.

    Words of the brief that begin like numbering (一、…) must not open a paragraph: they would be
    read as a part of the speech.
    """
    text, spans = composition.marks.unwrap(line)
    if spans and spans[0].start == 0 and spans[0].piece.origin == "brief" and read_marker(text):
        return composition.marks.unwrap(_BEFORE_NUMBERS + line)
    return text, spans


def _finish(rendering: Rendering, target: int | None, seed: int) -> Draft:
    """Parse the text and make the trace."""
    composition = rendering.composition
    sentences = [
        sentence
        for index, (text, spans) in enumerate(zip(rendering.paragraphs, rendering.spans, strict=True))
        for sentence in trace_paragraph(index, text, spans)
    ]
    said = {name for sentence in sentences for name in sentence.facts}
    text = "\n".join(rendering.paragraphs)
    trace = Trace(
        seed=seed,
        sentences=tuple(sentences),
        missing=tuple(composition.missing),
        unused=(
            *(name for name in composition.brief.facts if name not in said),
            *(f"依据：{basis}" for basis in composition.brief.basis if basis not in text),
            *(f"前序：{prior}" for prior in composition.brief.prior if prior.strip("。；，") not in text),
            *(f"议程：{item.item}" for item in composition.brief.agenda if item.item not in text),
            *(f"出席：{name}" for name in composition.brief.attending if name.strip("。；，") not in text),
        ),
    )
    return Draft(text, parse_speech(text), trace, rendering.length, target)
