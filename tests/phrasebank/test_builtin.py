from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

import pytest

from drafter.speech.announced import find_announced
from phrasebank.builtin import BUILTIN_FILES, load_builtin
from phrasebank.check import check_file
from phrasebank.exchange import dumps, load
from phrasebank.model import OUTLINE_BREAK, Move, Phrase, Status, Unit
from phrasebank.tidy import tidy_text
from phrasebank.vocabulary import ROLE_FREE, ROLES

READ_ALOUD = 90
"""Characters a listener can follow in one sentence (design/composition.md)."""

SPOKEN = frozenset({Unit.SENTENCE, Unit.PASSAGE, Unit.PARALLEL, Unit.FORMULA, Unit.TRANSITION})

# The hand-written seed: sentences per move that a speech opens, turns and closes with.
LEAST = {
    Move.OPENING_PURPOSE: 24,
    Move.OPENING_MANDATE: 20,
    Move.OPENING_ACKNOWLEDGE: 16,
    Move.OPENING_CONGRATULATE: 6,
    Move.OPENING_BACKGROUND: 24,
    Move.OPENING_ANNOUNCE: 16,
    Move.BODY_SIGNIFICANCE: 30,
    Move.BODY_ACHIEVEMENT: 14,
    Move.BODY_PROBLEM: 24,
    Move.BODY_SITUATION: 24,
    Move.BODY_TRANSITION: 20,
    Move.CLOSING_CALL: 24,
    Move.CLOSING_HOPE: 14,
    Move.CLOSING_VISION: 12,
    Move.CLOSING_WISH: 6,
    Move.CLOSING_THANKS: 4,
}

files = pytest.mark.parametrize("path", BUILTIN_FILES, ids=lambda path: path.name)


@files
def test_every_phrase_passes_the_gate(path: Path) -> None:
    assert [str(problem) for problem in check_file(path)] == []


@files
def test_every_file_is_tidy(path: Path) -> None:
    text = path.read_text("utf-8")
    assert dumps(tidy_text(text).phrases) == text


def test_the_bank_is_sorted_and_holds_no_phrase_twice() -> None:
    ids = [phrase.id for phrase in load_builtin()]
    assert ids == sorted(ids)
    assert [key for key, count in Counter(ids).items() if count > 1] == []


def test_every_phrase_is_accepted_without_doubts() -> None:
    assert {(phrase.status, phrase.doubts) for phrase in load_builtin()} == {(Status.ACCEPTED, ())}


def test_what_was_mined_says_where_and_what_was_written_needs_no_source() -> None:
    for path in BUILTIN_FILES:
        mined = path.name.startswith("mined-")
        assert {bool(phrase.sources) for phrase in load(path)} == {mined}, path.name


@pytest.mark.parametrize(
    ("move", "least"), LEAST.items(), ids=lambda value: str(getattr(value, "value", value))
)
def test_every_move_has_enough_to_choose_from(move: Move, least: int) -> None:
    assert len(_by_move()[move]) >= least


def test_no_sentence_is_too_long_to_be_read_aloud() -> None:
    ends = re.compile(f"[。{OUTLINE_BREAK}]")
    sentences = (sentence for phrase in load_builtin() for sentence in ends.split(phrase.text))
    assert [sentence for sentence in sentences if len(sentence) > READ_ALOUD] == []


def test_a_phrase_does_not_open_with_a_connective_of_the_composers() -> None:
    opening = re.compile(r"^(?:同时|此外|另外|其次|再次|而且|并且|因此|所以|但是)")
    assert [phrase.text for phrase in load_builtin() if opening.search(phrase.text)] == []


def test_no_two_phrases_are_one_sentence_with_words_swapped() -> None:
    """Two phrases of one move share at most two thirds of the shorter one's character pairs.

    A passage may hold a sentence that stands in the bank by itself as well.
    """
    alike = []
    for phrases in (
        [phrase for phrase in phrases if (phrase.unit is Unit.PASSAGE) is whole]
        for phrases in _by_move().values()
        for whole in (False, True)
    ):
        pairs = [(phrase.text, _pairs(phrase.text)) for phrase in phrases]
        alike += [
            (left, right)
            for (left, mine), (right, theirs) in combinations(pairs, 2)
            if min(len(mine), len(theirs)) >= 12 and len(mine & theirs) > min(len(mine), len(theirs)) * 2 / 3
        ]
    assert alike == []


def _by_move() -> dict[Move, list[Phrase]]:
    phrases: dict[Move, list[Phrase]] = defaultdict(list)
    for phrase in load_builtin():
        if phrase.unit in SPOKEN:
            phrases[phrase.move].append(phrase)
    return phrases


def _pairs(text: str) -> set[str]:
    bare = re.sub(r"\{\w+\}|[，。；：、“”]", "", text)
    return {bare[start : start + 2] for start in range(len(bare) - 1)}


def test_an_announcement_says_how_many_parts_follow() -> None:
    announcements = [phrase.text for phrase in load_builtin() if phrase.move is Move.OPENING_ANNOUNCE]
    assert len(announcements) > 30
    assert [text for text in announcements if _parts_told_by(text) != 4] == []


def _parts_told_by(announcement: str) -> int | None:
    said = re.sub(r"\{[a-z]+\}", "安全", announcement.replace("{count}", "四"))
    return find_announced([f"{said}。"])


def _written_headings() -> list[Phrase]:
    """Headings written in patterns; those that were mined stand as they were said."""
    return [phrase for phrase in load_builtin() if phrase.unit is Unit.HEADING and not phrase.sources]


def test_every_heading_pattern_serves_every_role() -> None:
    patterns: dict[str, Counter[str]] = defaultdict(Counter)
    for phrase in _written_headings():
        role, pattern = phrase.family.split("/")
        patterns[pattern][role] += 1
    served = {pattern: roles for pattern, roles in patterns.items() if ROLE_FREE not in roles}
    assert len(served) >= 6
    for pattern, roles in served.items():
        assert {role for role in ROLES if roles[role] >= 2} == set(ROLES), pattern


def test_headings_of_one_pattern_are_of_one_length() -> None:
    lengths: dict[str, list[int]] = defaultdict(list)
    for phrase in _written_headings():
        lengths[phrase.family.split("/")[1]].append(len(phrase.text))
    assert {
        pattern: max(found) - min(found) for pattern, found in lengths.items() if max(found) - min(found) > 2
    } == {}
