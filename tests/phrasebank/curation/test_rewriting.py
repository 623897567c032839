"""A phrase written anew is checked as an editor's line is, and keeps what nobody touched."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phrasebank.builtin import load_builtin
from phrasebank.curation.editing import add, edit
from phrasebank.curation.rewriting import rewrite, written
from phrasebank.errors import CodedError
from phrasebank.model import Move, Phrase, Slot, SlotType, Status, Unit, phrase_id
from phrasebank.store import Held

LINE = {"text": "把{task:noun}抓实", "unit": "sentence", "move": "point.measure"}


def codes(fields: dict[str, str]) -> list[str]:
    with pytest.raises(CodedError) as caught:
        written(fields)
    assert all(problem.line is None for problem in caught.value.problems)
    return [problem.code for problem in caught.value.problems]


def test_a_line_becomes_a_phrase() -> None:
    phrase = written({**LINE, "topics": ["防汛"]})
    assert (phrase.id, phrase.text) == (phrase_id("把{task}抓实"), "把{task}抓实")
    assert phrase.slots == (Slot("task", SlotType.TASK, "noun"),)
    assert (phrase.topics, phrase.status) == (("防汛",), Status.ACCEPTED)


def test_what_is_no_phrase_is_told_without_a_line() -> None:
    assert codes({**LINE, "text": "把{tusk}抓实"}) == ["P012"]
    assert codes({**LINE, "unit": "句子", "move": "措施"}) == ["P010", "P011"]
    assert codes({**LINE, "text": ""}) == ["P002"]


@settings(max_examples=60)
@given(st.sampled_from(load_builtin()))
def test_writing_nothing_changes_nothing(phrase: Phrase) -> None:
    assert rewrite(phrase, {}) == phrase
    assert rewrite(phrase, {"topics": list(phrase.topics), "text": phrase.text}) == phrase


def test_doubts_stand_as_long_as_their_words() -> None:
    doubts = ("可能有单位名“青禾环境”", "可能有人名“柳溪”", "说不准的一句")
    phrase = replace(written({**LINE, "text": "青禾环境请柳溪来"}), doubts=doubts)
    assert rewrite(phrase, {"text": "青禾环境请人来"}).doubts == (doubts[0], doubts[2])
    assert rewrite(phrase, {"move": "point.demand"}).doubts == doubts


def test_moves_of_a_passage_go_with_its_sentences() -> None:
    moves = (Move.POINT_DUTY, Move.POINT_MEASURE)
    phrase = replace(written({**LINE, "text": "压实责任。查清险情", "unit": "passage"}), moves=moves)
    assert rewrite(phrase, {"text": "压实责任。查清险工"}).moves == moves
    assert rewrite(phrase, {"text": "压实责任。查清险工。备足物资"}).moves == ()


def test_what_is_accepted_must_pass_the_gate() -> None:
    with pytest.raises(CodedError) as caught:
        add({**LINE, "text": "临江市把{task}抓实"})
    assert "临江市" in str(caught.value)
    assert len(add({**LINE, "text": "临江市把{task}抓实", "status": "candidate"}).changes) == 1
    accepted = Held(written(LINE), 1, 0, 0.5, "hand")
    with pytest.raises(CodedError, match="临江市"):
        edit(accepted, {"text": "临江市把{task}抓实"})
    assert edit(accepted, {"text": "把{task:noun}抓实"}).unchanged == (accepted,)
    (change,) = edit(accepted, {"unit": "lead"}).changes
    assert change.after is not None
    assert (change.after.unit, change.revision) == (Unit.LEAD, 1)
