"""Building: decisions are honoured, nothing local gets through, curated work is not lost."""

from __future__ import annotations

import random

import pytest

from phrasebank.model import Move, Source, Unit, phrase_id
from tests.tools.speeches import FILES, candidate_of, decision_of, phrase_of
from tools.builtin_bank.building import Built, build, file_of
from tools.builtin_bank.candidate import Candidate
from tools.builtin_bank.decision import Decision

STOVE = candidate_of("炉子不看年头，只看风门关没关严")
GLOVE = candidate_of("戴一双手套费不了多少工夫，少一双手套却可能少掉几根手指头")
ROOF = candidate_of("屋顶漏雨先修屋顶，不要先去擦地板上的水印子")


def _build(
    *decisions: Decision, mined: tuple[Candidate, ...] = (STOVE, GLOVE, ROOF), **more: object
) -> Built:
    asked: dict[str, object] = {"hand": (), "local_names": (), **more}
    return build({one.id: one for one in mined}, decisions, **asked)  # type: ignore[arg-type]


def _texts(built: Built) -> set[str]:
    return {phrase.text for phrase in built.phrases}


def test_only_what_was_taken_is_built_in() -> None:
    built = _build(decision_of(STOVE), decision_of(GLOVE, "x"))
    assert _texts(built) == {STOVE.text}
    (phrase,) = built.phrases
    assert (phrase.sources, phrase.sample_count, phrase.score) == (STOVE.sources, 1, 0.5)


def test_a_phrase_is_filed_as_decided() -> None:
    decision = decision_of(
        STOVE, unit="lead", move="point.lead", topics=("消防",), themes=("炉子",), kinds=("党课",)
    )
    (phrase,) = _build(decision).phrases
    assert (phrase.unit, phrase.move) == (Unit.LEAD, Move.POINT_LEAD)
    assert (phrase.topics, phrase.themes, phrase.kinds) == (("消防",), ("炉子",), ("党课",))
    assert file_of(phrase) == "mined-leads.jsonl"


def test_edited_words_are_taken_with_the_place_they_come_from() -> None:
    (phrase,) = _build(decision_of(STOVE, text="炉子不认年头，只认风门")).phrases
    assert (phrase.text, phrase.id) == ("炉子不认年头，只认风门", phrase_id("炉子不认年头，只认风门"))
    assert phrase.sources == STOVE.sources


def test_a_new_phrase_has_its_sample_for_a_source() -> None:
    text = "把小病留在乡镇，大医院才腾得出手来"
    new = Decision(phrase_id(text), "n", unit="sentence", move="point.rationale", file=FILES[1], text=text)
    (phrase,) = _build(new).phrases
    assert phrase.sources == (Source(FILES[1], 0, 0, 0),)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("全年压减事故12起，靠的是一把尺子量到底", "数字"),
        ("去过广东的人都说那里的流水线管得细", "地名"),
        ("按照《安全生产法》办，谁也不能打折扣", "法规"),
        ("苓川的老师傅把这件事想得最明白", "苓川"),
        ("{body}要把这件事管到底", "{body}"),
        ("同时要把风门一扇一扇看过去", "同时"),
        ("{nobody}要把风门看住", "{nobody}"),
        ("风门要看" + "，一扇一扇看过去" * 12, "念不下来"),
    ],
)
def test_the_gate_refuses_and_says_why(text: str, reason: str) -> None:
    built = _build(decision_of(STOVE, text=text), decision_of(ROOF), local_names={"苓川"})
    assert _texts(built) == {ROOF.text}
    (problem,) = built.refused
    assert reason in problem.message


def test_what_the_miner_finds_no_more_is_kept_by_the_record() -> None:
    built = _build(decision_of(STOVE), decision_of(GLOVE), mined=(GLOVE,))
    assert _texts(built) == {STOVE.text, GLOVE.text}
    assert built.kept == (STOVE.id,)
    lost = next(phrase for phrase in built.phrases if phrase.text == STOVE.text)
    assert [source.file for source in lost.sources] == [FILES[0]]


def test_a_decision_without_words_is_refused_where_the_miner_finds_nothing() -> None:
    built = _build(decision_of(STOVE, mined=""), mined=())
    assert built.phrases == ()
    assert len(built.refused) == 1


def test_a_near_copy_gives_way_to_what_was_written_by_hand() -> None:
    hand = phrase_of("戴一双手套费不了多少工夫，少一双手套却会少掉几根手指头")
    built = _build(decision_of(GLOVE), decision_of(ROOF), hand=(hand,))
    assert _texts(built) == {ROOF.text}
    assert built.left == ((GLOVE.text, hand.text),)


def test_a_passage_and_its_sentence_stand_side_by_side() -> None:
    passage = candidate_of(f"{ROOF.text}。{STOVE.text}", unit="passage", moves=("point.rationale",) * 2)
    built = _build(decision_of(passage), decision_of(ROOF), mined=(passage, ROOF))
    assert _texts(built) == {passage.text, ROOF.text}


def test_groups_that_are_not_built_in_are_forgotten() -> None:
    passage = candidate_of(f"{ROOF.text}。{STOVE.text}", unit="passage")
    roof = candidate_of(ROOF.text, groups=(passage.id, "0" * 16))
    built = _build(decision_of(passage), decision_of(roof), mined=(passage, roof))
    assert {phrase.text: phrase.groups for phrase in built.phrases}[ROOF.text] == (passage.id,)


def test_an_outline_is_taken_unless_it_was_left_or_is_doubtful() -> None:
    taken = candidate_of("把炉子看住／把屋顶修好", unit="outline")
    left = candidate_of("把手套备足／把地板擦净", unit="outline")
    doubtful = candidate_of("把老周的话听进去／把账算清楚", unit="outline", doubts=("可能有人名",))
    built = _build(decision_of(left, "x"), mined=(taken, left, doubtful))
    assert _texts(built) == {taken.text}


def test_the_order_of_decisions_and_candidates_changes_nothing() -> None:
    mined = [STOVE, GLOVE, ROOF, candidate_of(ROOF.text.replace("先去", "急着"))]
    decisions = [decision_of(one) for one in mined]
    once = _build(*decisions, mined=tuple(mined))
    random.Random(5).shuffle(mined)
    random.Random(6).shuffle(decisions)
    assert _build(*decisions, mined=tuple(mined)) == once
    assert len(once.left) == 1
