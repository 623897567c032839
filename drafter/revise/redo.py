"""Other wordings for a part of a draft, the rest untouched (``drafter redo``).

The same brief is composed with other seeds; what stands at the same place of those drafts is a
choice where it says the same facts, reads differently and echoes nothing of the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from drafter.compose.draft import Draft
from drafter.errors import Problem, ReadError
from drafter.revise.echo import Ear
from drafter.revise.manuscript import Manuscript, revised
from drafter.revise.places import Place, places_of
from drafter.revise.recipe import Origin, said_in
from drafter.speech import parse_speech
from drafter.speech.blocks import Role, speech_paragraphs
from drafter.writers.docx_rewrite import Rewording

__all__ = ["Choice", "choices", "paragraph_part", "pick", "section_part"]

#: Wordings more alike than this are one.
_ALIKE = 0.9
_MISSING = "【待补"


@dataclass(frozen=True, slots=True)
class Choice:
    """One other wording.

    Arguments:
        texts: whole new text by the paragraph's count in the document.
        origins: the same as drafted, by index among the recipe's paragraphs.
    """

    texts: Mapping[int, str]
    origins: Mapping[int, Origin]


def paragraph_part(manuscript: Manuscript, number: int) -> tuple[int, ...]:
    """One paragraph, by its 1-based number: its 0-based count.

    Raises:
        ReadError: R043 there is no such paragraph; R044 it was not drafted.
    """
    count = len(manuscript.texts)
    if not 1 <= number <= count:
        mend = "用 --list 看各段的编号"
        raise ReadError(Problem("R043", f"没有第{number}段，全文共{count}段", manuscript.name, mend=mend))
    if number - 1 not in manuscript.drafted:
        raise _not_drafted(f"第{number}段", manuscript)
    return (number - 1,)


def section_part(manuscript: Manuscript, number: int) -> tuple[int, ...]:
    """0-based counts of all that stands below the heading of one part of the speech.

    Arguments:
        manuscript: the draft.
        number: the part's 1-based number.

    Raises:
        ReadError: R043 there is no such part; R044 nothing of it was drafted.
    """
    places = _places(manuscript.recipe.paragraphs)
    if not any(place.units[:1] == (number,) for place in places.values()):
        raise ReadError(
            Problem("R043", f"起草时没有第{number}部分", manuscript.name, mend="用 --list 看各段的编号")
        )
    numbers = tuple(
        present
        for present, drafted in sorted(manuscript.drafted.items())
        if (place := places.get(drafted)) is not None
        and place.units[:1] == (number,)
        and not (len(place.units) == 1 and place.role is Role.HEADING)
    )
    if not numbers:
        raise _not_drafted(f"第{number}部分", manuscript)
    return numbers


def _not_drafted(what: str, manuscript: Manuscript) -> ReadError:
    return ReadError(
        Problem("R044", f"{what}不是起草时写的，没有别的写法", manuscript.name, mend="请直接在 Word 里改")
    )


def _places(paragraphs: Sequence[Origin]) -> dict[int, Place]:
    return places_of([one.text for one in paragraphs])


def choices(manuscript: Manuscript, part: Sequence[int], drafts: Iterable[Draft]) -> Iterator[Choice]:
    """Other wordings of a part, in the order of the drafts.

    Arguments:
        manuscript: the draft as it stands.
        part: 0-based counts of the paragraphs to be worded anew. A numbered one keeps its numbering and
            its lead sentence, which are parallel to those of its neighbours.
        drafts: other drafts of the same brief; as many are made as choices are asked for.
    """
    places = _places(manuscript.recipe.paragraphs)
    present = {number: manuscript.texts[number] for number in part}
    rest = [text for number, text in enumerate(manuscript.texts) if number not in present]
    ear = Ear(rest, manuscript.recipe.brief, present.values())
    elsewhere = _facts_elsewhere(manuscript, part)
    offered = ["".join(present.values())]
    for draft in drafts:
        drafted = said_in(draft)
        by_key = {place.key: (drafted[at], place) for at, place in _places(drafted).items()}
        choice = _choice(manuscript, part, places, by_key)
        if choice is None or not _says_the_same(manuscript, choice, elsewhere):
            continue
        whole = "".join(choice.texts.values())
        if _MISSING in whole and _MISSING not in offered[0]:
            continue
        if any(_likeness(whole, other) > _ALIKE for other in offered):
            continue
        if any(ear.echoes(text) for text in choice.texts.values()):
            continue
        offered.append(whole)
        yield choice


def _facts_elsewhere(manuscript: Manuscript, part: Sequence[int]) -> frozenset[str]:
    """Facts that the rest of the draft states."""
    within = {manuscript.drafted[number] for number in part}
    rest = (one for at, one in enumerate(manuscript.recipe.paragraphs) if at not in within)
    return frozenset().union(*(one.facts for one in rest))


def _says_the_same(manuscript: Manuscript, choice: Choice, elsewhere: frozenset[str]) -> bool:
    """Whether no fact is lost, and none is said that the rest says already."""
    before = frozenset().union(*(manuscript.recipe.paragraphs[at].facts for at in choice.origins))
    now = frozenset().union(*(one.facts for one in choice.origins.values()))
    return before <= now and not (now - before) & elsewhere


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _choice(
    manuscript: Manuscript,
    part: Sequence[int],
    places: Mapping[int, Place],
    by_key: Mapping[tuple[str, tuple[int, ...], int], tuple[Origin, Place]],
) -> Choice | None:
    texts: dict[int, str] = {}
    origins: dict[int, Origin] = {}
    for number in part:
        at = manuscript.drafted[number]
        place = places.get(at)
        found = by_key.get(place.key) if place else None
        if place is None or found is None:
            return None
        other, there = found
        old = manuscript.recipe.paragraphs[at]
        origins[at] = _grafted(old, place.kept, other, there.kept)
        texts[number] = _own_head(manuscript, number, old.text[: place.kept]) + other.text[there.kept :]
    return Choice(texts, origins)


def _own_head(manuscript: Manuscript, number: int, drafted: str) -> str:
    """What the paragraph keeps at its head: its numbering and lead as they stand now."""
    text = manuscript.texts[number]
    if text.startswith(drafted):
        return drafted
    blocks = speech_paragraphs(parse_speech("\n".join(manuscript.texts)))
    block = next((block for block in blocks if block.text == text), None)
    if block is None:
        return drafted
    return block.lead if len(drafted) > len(block.marker) and block.lead else block.marker


def _grafted(old: Origin, keep: int, new: Origin, skip: int) -> Origin:
    """The old paragraph's head and the new one's rest."""
    head = [said for said in old.said if said.end <= keep]
    rest = [
        replace(said, start=max(said.start - skip, 0) + keep, end=said.end - skip + keep)
        for said in new.said
        if said.end > skip
    ]
    return Origin(old.text[:keep] + new.text[skip:], (*head, *rest))


def pick(manuscript: Manuscript, choice: Choice) -> bytes:
    """The document with a choice in the place of what it stands for.

    Arguments:
        manuscript: the draft; it is used up.
        choice: one of its choices.

    Raises:
        WriteError: W022 the words cannot be changed.
    """
    recipe = manuscript.recipe
    paragraphs = tuple(choice.origins.get(at, one) for at, one in enumerate(recipe.paragraphs))
    rewordings = [
        Rewording(number, 0, len(manuscript.texts[number]), text) for number, text in choice.texts.items()
    ]
    return revised(manuscript, rewordings, replace(recipe, paragraphs=paragraphs))
