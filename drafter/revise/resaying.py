"""Sentences that state changed facts, as they were drafted and as the new data have them said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from drafter.revise.data_changes import DataChanges
from drafter.revise.places import places_of
from drafter.revise.recipe import Origin, Said

__all__ = ["Resaying", "resay", "with_resayings"]


@dataclass(frozen=True, slots=True)
class Resaying:
    """A run of sentences of one paragraph and what shall stand in its place.

    Arguments:
        paragraph: index among the recipe's paragraphs.
        first: the first of the sentences, by its count in the paragraph.
        last: the last.
        old: their words.
        new: the new words, "" where no other draft says them.
        said: the new sentences, offsets within ``new``.
        facts: names of the facts stated by either.
    """

    paragraph: int
    first: int
    last: int
    old: str
    new: str
    said: tuple[Said, ...]
    facts: frozenset[str]


def resay(drafted: Sequence[Origin], others: Sequence[Sequence[Origin]], data: DataChanges) -> list[Resaying]:
    """Every run of sentences that states a changed fact, with its new words.

    Arguments:
        drafted: the paragraphs as drafted from the old brief.
        others: drafts from the new brief; the one that says a run most like the old words is taken.
        data: what has changed in the data.
    """
    changed = frozenset(one.now.name for one in data.changed)
    places = places_of([one.text for one in drafted])
    by_key = [
        {place.key: other[at] for at, place in places_of([one.text for one in other]).items()}
        for other in others
    ]
    found: list[Resaying] = []
    for number, paragraph in enumerate(drafted):
        if not paragraph.facts & changed:
            continue
        place = places.get(number)
        there = [keys[place.key] for keys in by_key if place is not None and place.key in keys]
        resaid: list[Resaying] = []
        for run in _runs(paragraph, changed):
            one = _resaid(number, paragraph, run, there, data)
            # A run that was widened takes in its neighbours.
            if resaid and one.first <= resaid[-1].last:
                one = max(resaid.pop(), one, key=lambda each: each.last - each.first)
            resaid.append(one)
        found += resaid
    return found


def _runs(paragraph: Origin, changed: frozenset[str]) -> list[tuple[int, int, frozenset[str]]]:
    """Sentences (first, last) that state changed facts, and the facts; neighbours that share one are one."""
    runs: list[tuple[int, int, frozenset[str]]] = []
    for number, said in enumerate(paragraph.said):
        facts = frozenset(said.facts)
        if not facts & changed:
            continue
        if runs and runs[-1][1] == number - 1 and runs[-1][2] & facts:
            first, _, before = runs.pop()
            runs.append((first, number, before | facts))
        else:
            runs.append((number, number, facts))
    return runs


def _resaid(
    number: int,
    paragraph: Origin,
    run: tuple[int, int, frozenset[str]],
    others: Sequence[Origin],
    data: DataChanges,
) -> Resaying:
    for first, last, facts in (run, _widened(paragraph, run)):
        old = paragraph.text[paragraph.said[first].start : paragraph.said[last].end]
        origins = {said.origin for said in paragraph.said[first : last + 1]}
        said_now = (_same_facts(other, facts, origins, data) for other in others)
        candidates = [one for one in said_now if one is not None]
        if candidates:
            new, said = max(candidates, key=lambda one: _likeness(old, one[0]))
            return Resaying(number, first, last, old, new, said, facts)
    first, last, facts = run
    old = paragraph.text[paragraph.said[first].start : paragraph.said[last].end]
    return Resaying(number, first, last, old, "", (), facts)


def _widened(paragraph: Origin, run: tuple[int, int, frozenset[str]]) -> tuple[int, int, frozenset[str]]:
    """A run with the sentences beside it that state data too: new data may be grouped in other ways."""
    first, last, facts = run
    while first and paragraph.said[first - 1].facts:
        first -= 1
    while last + 1 < len(paragraph.said) and paragraph.said[last + 1].facts:
        last += 1
    return first, last, facts.union(*(said.facts for said in paragraph.said[first : last + 1]))


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _same_facts(
    paragraph: Origin, facts: frozenset[str], origins: set[str], data: DataChanges
) -> tuple[str, tuple[Said, ...]] | None:
    """The neighbouring sentences that state these facts: all that are left and no other but new ones."""
    at = [
        place
        for place, said in enumerate(paragraph.said)
        if said.origin in origins and facts & frozenset(said.facts)
    ]
    if not at or at[-1] - at[0] != len(at) - 1:
        return None
    sentences = paragraph.said[at[0] : at[-1] + 1]
    stated = frozenset(name for said in sentences for name in said.facts)
    if stated - set(data.added) != facts - set(data.removed):
        return None
    start = sentences[0].start
    words = paragraph.text[start : sentences[-1].end]
    return words, tuple(replace(one, start=one.start - start, end=one.end - start) for one in sentences)


def with_resayings(drafted: Sequence[Origin], resayings: Sequence[Resaying]) -> tuple[Origin, ...]:
    """The paragraphs with the new words in their places."""
    by_paragraph: Mapping[int, list[Resaying]] = {
        number: [one for one in resayings if one.paragraph == number and one.new]
        for number in {one.paragraph for one in resayings}
    }
    return tuple(_with(paragraph, by_paragraph.get(number, [])) for number, paragraph in enumerate(drafted))


def _with(paragraph: Origin, resayings: Sequence[Resaying]) -> Origin:
    for one in sorted(resayings, key=lambda one: -one.first):
        start, end = paragraph.said[one.first].start, paragraph.said[one.last].end
        moved = len(one.new) - (end - start)
        said = (
            *paragraph.said[: one.first],
            *(replace(new, start=new.start + start, end=new.end + start) for new in one.said),
            *(
                replace(later, start=later.start + moved, end=later.end + moved)
                for later in paragraph.said[one.last + 1 :]
            ),
        )
        paragraph = Origin(paragraph.text[:start] + one.new + paragraph.text[end:], said)
    return paragraph
