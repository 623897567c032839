"""What a phrase becomes by the places it is met at: a new row, or a known one grown."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from phrasebank.mining import About, Found
from phrasebank.store.adding import NewPhrase
from phrasebank.store.filing import MANY, dumped, filed, filed_once, keeps_kind, smallest

__all__ = ["FILED", "Met", "documents_of", "grown", "new_phrase"]


class Met(NamedTuple):
    """A place at which a batch of speeches has a phrase: number of the speech, what it is about."""

    found: Found
    about: About
    document: int


FILED = (
    "unit", "move", "family", "moves", "doubts", "quality", "topics", "kinds", "levels", "themes", "groups",
)  # fmt: skip
"""Columns of a known phrase that change when it is met again, before anybody has decided on it."""


def documents_of(met: Sequence[Met]) -> int:
    """In how many speeches these places are."""
    return len({place.document for place in met}) if len(met) > 1 else 1


def new_phrase(phrase_id: str, met: Sequence[Met]) -> NewPhrase:
    """The row of a phrase that the bank has not met before."""
    if len(met) == 1:
        found, about, _ = met[0]
        filing, themes, groups = filed_once(found, about), smallest(found.themes), smallest(found.groups)
    else:
        found = min((place.found for place in met), key=_speaks)
        filing = filed(_topics(met), _kinds(met), _levels(met), text=found.text)
        themes, groups = smallest(_themes(met)), smallest(_groups(met))
    return NewPhrase(
        phrase_id,
        found.text,
        found.unit,
        found.move,
        *filing,
        themes,
        found.family,
        dumped(found.moves) if found.moves else "[]",
        groups,
        dumped(found.doubts) if found.doubts else "[]",
        found.quality,
        len(met),
        documents_of(met),
    )


def grown(row: Mapping[str, Any], met: Sequence[Met]) -> tuple[Any, ...]:
    """What ``FILED`` of a known phrase shall be.

    The words stay as they stand in the index: of one id they differ in white space at most.
    """
    held = Found(
        id=row["id"],
        text=row["text"],
        unit=row["unit"],
        move=row["move"],
        themes=(),
        family=row["family"],
        moves=tuple(json.loads(row["moves"])),
        groups=(),
        doubts=tuple(json.loads(row["doubts"])),
        quality=row["quality"],
        paragraph=0,
        start=0,
        end=0,
    )
    found = min((held, *(place.found for place in met)), key=_speaks)
    about = filed(
        _topics(met).union(json.loads(row["topics"])),
        _kinds(met).union(json.loads(row["kinds"])),
        _levels(met).union(json.loads(row["levels"])),
        text=row["text"],
    )
    return (
        found.unit,
        found.move,
        found.family,
        dumped(found.moves),
        dumped(found.doubts),
        found.quality,
        MANY if row["topics"] == MANY else about.topics,
        about.kinds,
        about.levels,
        smallest(_themes(met).union(json.loads(row["themes"]))),
        smallest(_groups(met).union(json.loads(row["groups"]))),
    )


def _speaks(found: Found) -> tuple[Any, ...]:
    """Which of several places speaks for the phrase: the smallest. It must not hang on their order."""
    return -found.quality, found.doubts, found.move, found.unit, found.family, found.moves, found.text


def _topics(met: Sequence[Met]) -> set[str]:
    return {topic for found, about, _ in met for topic in found.topics or about.topics}


def _kinds(met: Sequence[Met]) -> set[str]:
    return {about.kind for found, about, _ in met if about.kind and keeps_kind(found.move, found.unit)}


def _levels(met: Sequence[Met]) -> set[str]:
    return {about.level for _, about, _ in met if about.level}


def _themes(met: Sequence[Met]) -> set[str]:
    return {theme for found, _, _ in met for theme in found.themes}


def _groups(met: Sequence[Met]) -> set[str]:
    return {group for found, _, _ in met for group in found.groups}
