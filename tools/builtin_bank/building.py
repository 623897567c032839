"""Candidates and recorded decisions to the phrases that are built in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from phrasebank.errors import Problem
from phrasebank.model import Move, Phrase, Source, Status, Unit, phrase_id
from phrasebank.vocabulary import SLOT_PATTERN, SLOT_TYPES, slots_of
from tools.builtin_bank.candidate import Candidate
from tools.builtin_bank.decision import ACCEPT, NEW, REJECT, Decision
from tools.builtin_bank.gate import BINDABLE, refusals
from tools.builtin_bank.near import Neighbours

__all__ = ["Built", "build", "file_of", "phrase_from", "reasons_against"]

_TAKEN_OF_THEMSELVES = Unit.OUTLINE
"""An outline is a proposal that a person sees before it is used: taken where it passes and nobody left it."""

_SPOKEN = frozenset({Unit.SENTENCE, Unit.PASSAGE, Unit.PARALLEL, Unit.FORMULA, Unit.TRANSITION})
"""Units among which no two may say nearly the same."""

_OWN_FILES = {
    Unit.HEADING: "headings",
    Unit.OUTLINE: "outlines",
    Unit.TITLE: "titles",
    Unit.LEAD: "leads",
    Unit.PASSAGE: "passages",
}


class Built(NamedTuple):
    """The outcome of building.

    Arguments:
        phrases: those taken, by id.
        refused: decisions to take a phrase that the gate or the record does not allow, and why.
        left: phrases left out as copies of others, with those others.
        kept: ids that the miner finds no more, kept as recorded.
    """

    phrases: tuple[Phrase, ...]
    refused: tuple[Problem, ...]
    left: tuple[tuple[str, str], ...]
    kept: tuple[str, ...]


def build(
    candidates: Mapping[str, Candidate],
    decisions: Sequence[Decision],
    hand: Sequence[Phrase],
    local_names: Collection[str],
) -> Built:
    """Make the mined part of the built-in bank; the same arguments give the same phrases.

    Arguments:
        candidates: what the miner finds now, by id.
        decisions: as recorded.
        hand: the phrases written by hand, which come before their copies.
        local_names: of the samples.
    """
    taken: dict[str, Phrase] = {}
    refused: list[Problem] = []
    left: list[tuple[str, str]] = []
    kept: list[str] = []
    neighbours = {move: {False: Neighbours(), True: Neighbours()} for move in Move}
    said = {phrase.id: phrase.text for phrase in hand}
    for phrase in hand:
        neighbours[phrase.move][phrase.unit is Unit.PASSAGE].add(phrase.text)
    for decision in [*sorted(decisions, key=_order), *_outlines(candidates, decisions)]:
        if decision.verdict == REJECT:
            continue
        if reasons := reasons_against(decision, local_names):
            refused.append(_refusal(decision, "；".join(reasons)))
            continue
        if decision.verdict != NEW and decision.id not in candidates:
            kept.append(decision.id)
        phrase = phrase_from(decision, candidates.get(decision.id))
        near = neighbours[phrase.move][phrase.unit is Unit.PASSAGE]
        copied = said.get(phrase.id, "") or (near.like(phrase.text) if _is_spoken(phrase) else "")
        if copied:
            left.append((phrase.text, copied))
            continue
        said[phrase.id] = phrase.text
        if _is_spoken(phrase):
            near.add(phrase.text)
        taken[phrase.id] = phrase
    phrases = (_among(taken[key], taken) for key in sorted(taken))
    return Built(tuple(phrases), tuple(refused), tuple(left), tuple(kept))


def phrase_from(decision: Decision, candidate: Candidate | None = None) -> Phrase:
    """The phrase that a decision takes, accepted.

    Arguments:
        decision: one that takes.
        candidate: what the miner finds of it now, or None.

    Raises:
        KeyError, ValueError: a slot, unit or move is unknown.
    """
    text = decision.words
    as_mined = candidate is not None and not decision.text and decision.unit == candidate.unit
    sources = candidate.sources if candidate else (Source(decision.file, 0, 0, 0),)
    return Phrase(
        id=phrase_id(text),
        text=text,
        unit=Unit(decision.unit),
        move=Move(decision.move),
        slots=slots_of(text),
        topics=decision.topics,
        kinds=decision.kinds,
        levels=decision.levels,
        themes=decision.themes,
        family=decision.family,
        moves=tuple(map(Move, candidate.moves)) if candidate and as_mined else (),
        groups=candidate.groups if candidate and as_mined else (),
        status=Status.ACCEPTED,
        score=candidate.score if candidate else 0.0,
        sources=sources,
        sample_count=len({source.file for source in sources}),
    )


def reasons_against(decision: Decision, local_names: Collection[str]) -> list[str]:
    """Why what a decision takes may not be built in, in Chinese; nothing where it may."""
    if decision.verdict == REJECT:
        return []
    if not (decision.words and decision.unit and decision.move):
        return ["候选词条里没有它了，记录里也没有文字"]
    if unknown := _unknown_slots(decision.words):
        return [f"没有空位 {'、'.join(unknown)}"]
    return list(refusals(phrase_from(decision), local_names))


def file_of(phrase: Phrase) -> str:
    """The name of the file under phrasebank/builtin/ that holds a mined phrase."""
    room, _, name = phrase.move.value.partition(".")
    kept = _OWN_FILES.get(phrase.unit) or (f"points-{name}" if room == "point" else room)
    return f"mined-{kept}.jsonl"


def _order(decision: Decision) -> tuple[str, str]:
    return decision.file, decision.id


def _outlines(candidates: Mapping[str, Candidate], decisions: Iterable[Decision]) -> Iterator[Decision]:
    decided = {decision.id for decision in decisions}
    for key in sorted(candidates):
        one = candidates[key]
        if one.unit != _TAKEN_OF_THEMSELVES.value or one.id in decided or one.doubts or one.problems:
            continue
        if not BINDABLE.issuperset(one.slots):
            continue
        yield Decision(
            id=one.id,
            verdict=ACCEPT,
            unit=one.unit,
            move=one.move,
            topics=one.topics,
            kinds=one.kinds,
            levels=one.levels,
            file=one.sources[0].file,
            mined=one.text,
        )


def _is_spoken(phrase: Phrase) -> bool:
    return phrase.unit in _SPOKEN


def _unknown_slots(text: str) -> list[str]:
    names = [match[1] for match in SLOT_PATTERN.finditer(text)]
    return [f"{{{name}}}" for name in names if name.rstrip("0123456789") not in SLOT_TYPES]


def _refusal(decision: Decision, reasons: str) -> Problem:
    key = decision.words[:16] or decision.id
    return Problem("D010", f"{decision.id[:8]} 没有收：{reasons}", decision.file, key=key)


def _among(phrase: Phrase, taken: Collection[str]) -> Phrase:
    """The phrase with those of its groups only that are built in as well."""
    return replace(phrase, groups=tuple(group for group in phrase.groups if group in taken))
