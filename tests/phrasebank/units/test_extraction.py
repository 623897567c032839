"""From a whole speech to its phrases: golden pairs, and what must hold of every row."""

from __future__ import annotations

from collections import Counter

import pytest

from drafter.mine.document import mine_document
from drafter.mine.raw import Raw, digest_of
from drafter.readers import read_speech_bytes
from drafter.speech import speech_paragraphs
from phrasebank.exchange import phrase_of
from phrasebank.mining import Found, Mined
from phrasebank.model import MOVES, OUTLINE_BREAK, Unit, phrase_id
from phrasebank.specifics import find_specifics
from phrasebank.vocabulary import SLOT_PATTERN, slot_type
from tests.phrasebank.units.golden import FOLDER, mine_golden

TEXTS = sorted(FOLDER.glob("*.txt"))


def mined(path) -> Mined:
    data = path.read_bytes()
    outcome = mine_document(Raw(path.name, data, digest_of(data), len(data)))
    assert isinstance(outcome, Mined)
    return outcome


@pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.stem)
def test_golden(text) -> None:
    assert mine_golden(text) == text.with_suffix(".tsv").read_text(encoding="utf-8")


@pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.stem)
def test_the_same_bytes_give_the_same_rows(text) -> None:
    assert mined(text) == mined(text)


@pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.stem)
def test_every_row_is_filed_and_placed(text) -> None:
    outcome = mined(text)
    paragraphs = [block.text for block in speech_paragraphs(read_speech_bytes(text.read_bytes(), text.name))]
    assert outcome.found
    for found in outcome.found:
        assert found.id == phrase_id(found.text)
        assert found.move in MOVES
        assert found.unit in {unit.value for unit in Unit}
        for slot in SLOT_PATTERN.finditer(found.text):
            slot_type(slot[1])
        printed = paragraphs[found.paragraph][found.start : found.end]
        first = found.text.split(OUTLINE_BREAK)[0]
        # The words between the slots stand at the place the row names, in order.
        at = 0
        for piece in SLOT_PATTERN.split(first)[::3]:
            assert piece in printed[at:], (found, printed)
            at = printed.index(piece, at) + len(piece)


@pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.stem)
def test_nothing_specific_is_left_outside_a_slot(text) -> None:
    for found in mined(text).found:
        if not found.doubts:
            assert not list(find_specifics(SLOT_PATTERN.sub("□", found.text))), found.text


def of_unit(outcome: Mined, unit: Unit) -> list[Found]:
    return [found for found in outcome.found if found.unit == unit.value]


def test_the_units_of_a_meeting_speech() -> None:
    outcome = mined(FOLDER / "会议讲话.txt")
    units = Counter(found.unit for found in outcome.found)
    assert units["title"] == 1
    assert units["heading"] == 3
    assert units["lead"] == 3
    assert units["outline"] == 2
    assert units["quote"] == 1
    assert units["transition"] >= 1
    assert units["passage"] >= 3
    parallels = [found.text for found in of_unit(outcome, Unit.PARALLEL)]
    assert any("严把材料关，严把施工关，严把验收关" in text for text in parallels)


def test_headings_know_what_they_stood_beside() -> None:
    outcome = mined(FOLDER / "会议讲话.txt")
    outlines = {found.id: found.text for found in of_unit(outcome, Unit.OUTLINE)}
    for heading in (*of_unit(outcome, Unit.HEADING), *of_unit(outcome, Unit.LEAD)):
        assert any(
            heading.text in outlines[group].split(OUTLINE_BREAK)
            for group in heading.groups
            if group in outlines
        )


def test_a_passage_tells_the_move_of_each_sentence() -> None:
    for passage in of_unit(mined(FOLDER / "会议讲话.txt"), Unit.PASSAGE):
        assert len(passage.moves) == passage.text.count("。") + passage.text.count("！") + 1
        assert passage.move in passage.moves


def test_rows_are_phrases_of_the_contract() -> None:
    for found in mined(FOLDER / "节会致辞.txt").found:
        record = {
            "id": found.id, "text": found.text, "unit": found.unit, "move": found.move, "slots": [],
            "topics": [], "kinds": [], "levels": [], "status": "candidate", "score": found.quality,
            "sources": [], "sample_count": 1, "note": "", "decided_by": "", "decided_at": "", "used": 0,
        }  # fmt: skip
        assert phrase_of(record).text == found.text
