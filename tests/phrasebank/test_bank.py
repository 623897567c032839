"""The bank in memory: accepted phrases, found by what they do and where they fit."""

from __future__ import annotations

import random

import pytest

from phrasebank.bank import MemoryBank, topics_meet
from phrasebank.model import Move, Phrase, Status, Unit, phrase_id


def _phrase(text: str, **fields: object) -> Phrase:
    values: dict[str, object] = {
        "id": phrase_id(text),
        "text": text,
        "unit": Unit.SENTENCE,
        "move": Move.POINT_DEMAND,
        "status": Status.ACCEPTED,
        **fields,
    }
    return Phrase(**values)  # type: ignore[arg-type]


def _found(bank: MemoryBank, **wanted: object) -> list[str]:
    asked: dict[str, object] = {
        "units": (Unit.SENTENCE,),
        "kind": "工作部署",
        "topic": "安全生产",
        "level": "市",
    }
    found = bank.candidates(Move.POINT_DEMAND, **{**asked, **wanted})  # type: ignore[arg-type]
    return [phrase.text for phrase in found]


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.ACCEPTED])
def test_only_accepted_phrases_are_found(status: Status) -> None:
    assert _found(MemoryBank([_phrase("甲", status=status), _phrase("乙")])) == ["乙"]


@pytest.mark.parametrize(
    ("field", "own", "other"),
    [
        ("kinds", ("工作部署",), ("座谈",)),
        ("levels", ("市", "县"), ("学校",)),
        ("topics", ("安全生产",), ("森林防火",)),
    ],
)
def test_a_phrase_filed_narrowly_fits_there_only(field: str, own: object, other: object) -> None:
    bank = MemoryBank(
        [_phrase("合适的", **{field: own}), _phrase("不合适的", **{field: other}), _phrase("都行的")]
    )
    assert sorted(_found(bank)) == sorted(["合适的", "都行的"])


def test_move_and_unit_are_asked_for() -> None:
    bank = MemoryBank(
        [_phrase("句"), _phrase("段", unit=Unit.PASSAGE), _phrase("别处", move=Move.CLOSING_CALL)]
    )
    assert _found(bank) == ["句"]
    assert _found(bank, units=(Unit.PASSAGE,)) == ["段"]
    assert sorted(_found(bank, units=(Unit.PASSAGE, Unit.SENTENCE))) == sorted(["句", "段"])


@pytest.mark.parametrize(
    ("topics", "topic", "meet"),
    [
        (("安全生产",), "安全生产", True),
        (("安全生产",), "岁末年初安全生产", True),
        (("防汛抗旱",), "防汛", True),
        (("森林防火", "防汛"), "防汛备汛", True),
        (("森林防火",), "安全生产", False),
        (("安全生产",), "安全生产月", True),
        (("生态环保",), "污染防治", True),
        (("大气污染防治",), "生态环境", True),
        (("优化营商环境",), "政务服务", True),
        (("教育教学",), "警示教育", False),
        (("食品安全",), "安全生产", False),
    ],
)
def test_topics_meet_where_one_holds_the_other_or_names_the_same(
    topics: tuple[str, ...], topic: str, meet: bool
) -> None:
    assert topics_meet(topics, topic) is meet


def test_of_equal_ids_the_first_bank_holds() -> None:
    own = _phrase("同一句", note="用户的")
    built_in = _phrase("同一句", note="自带的")
    bank = MemoryBank([own], [built_in])
    (found,) = bank.candidates(
        Move.POINT_DEMAND, units=(Unit.SENTENCE,), kind="工作部署", topic="安全生产", level="市"
    )
    assert found.note == "用户的"


def test_a_user_can_forbid_what_the_built_in_bank_offers() -> None:
    assert _found(MemoryBank([_phrase("同一句", status=Status.FORBIDDEN)], [_phrase("同一句")])) == []


def test_candidates_do_not_depend_on_the_order_they_came_in() -> None:
    phrases = [_phrase(f"第{number}句") for number in range(40)]
    shuffled = list(phrases)
    random.Random(3).shuffle(shuffled)
    assert _found(MemoryBank(phrases)) == _found(MemoryBank(shuffled))
    assert len(_found(MemoryBank(phrases))) == 40


def test_an_empty_bank_has_nothing() -> None:
    assert _found(MemoryBank()) == []
