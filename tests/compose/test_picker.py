"""The picker: seeded, never twice, never an echo, never a slot of the wrong form."""

from __future__ import annotations

import random
import re

import pytest

from drafter.compose.bindings import Binding, bind_brief, bind_task
from drafter.compose.picker import ECHO, About, Picker, fill, jitter
from drafter.compose.relevance import pairs_of
from phrasebank.bank import MemoryBank
from phrasebank.builtin import load_builtin
from phrasebank.model import Move, Phrase, Slot, SlotType, Status, Unit, phrase_id
from tests.compose.examples import brief, builtin_bank

MOVES = (Move.POINT_RATIONALE, Move.POINT_BASELINE, Move.POINT_DEMAND, Move.POINT_STATUS, Move.BODY_SITUATION)
BINDINGS = bind_brief(brief(), 3)


def _phrase(text: str, **fields: object) -> Phrase:
    slots = tuple(
        Slot(name, SlotType.TASK if name == "task" else SlotType.TOPIC)
        for name in re.findall("{([a-z]+)}", text)
    )
    values: dict[str, object] = {
        "id": phrase_id(text),
        "text": text,
        "unit": Unit.SENTENCE,
        "move": Move.POINT_DEMAND,
        "slots": slots,
        "status": Status.ACCEPTED,
        **fields,
    }
    return Phrase(**values)  # type: ignore[arg-type]


def _picker(bank: MemoryBank, seed: int = 1) -> Picker:
    return Picker(bank, seed=seed, kind="工作部署", topic="安全生产", level="市")


def _run(bank: MemoryBank, seed: int, times: int = 40) -> list[str]:
    picker = _picker(bank, seed)
    about = About("压实企业责任", "排查隐患抓培训")
    picked = [picker.pick(MOVES[n % len(MOVES)], BINDINGS, place=str(n), about=about) for n in range(times)]
    return [choice.text for choice in picked if choice]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_nothing_is_said_twice_and_nothing_echoes(seed: int) -> None:
    said = _run(builtin_bank(), seed, 60)
    assert len(said) > 25
    runs: dict[str, int] = {}
    for number, text in enumerate(said):
        bare = re.sub(r"[，。；：、！？“”‘’（）《》…—\s]", "", text)
        for start in range(len(bare) - ECHO + 1):
            run = bare[start : start + ECHO]
            # The name of the meeting may come again; the bank's own words may not.
            if not any(run in bound.text.replace("、", "") for bound in BINDINGS.values()):
                assert runs.setdefault(run, number) == number


def test_a_seed_decides_and_the_order_of_the_bank_does_not() -> None:
    phrases = list(load_builtin())
    shuffled = list(phrases)
    random.Random(7).shuffle(shuffled)
    assert _run(MemoryBank(phrases), 5) == _run(MemoryBank(shuffled), 5)
    assert _run(MemoryBank(phrases), 5) != _run(MemoryBank(phrases), 6)


def test_words_said_by_others_are_not_echoed() -> None:
    picker = _picker(MemoryBank([_phrase("责任不落到人头上，再好的方案也是一张纸")]))
    picker.hear("再好的方案，也是一张纸。")
    assert picker.pick(Move.POINT_DEMAND, {}, place="1") is None


def test_a_phrase_about_something_else_is_passed_over() -> None:
    bank = MemoryBank([_phrase("责任要压到底", themes=("责任",)), _phrase("演练要练到位", themes=("演练",))])
    choice = _picker(bank).pick(Move.POINT_DEMAND, {}, place="1", about=About("压实责任"))
    assert choice is not None
    assert choice.text == "责任要压到底"
    assert _picker(bank).pick(Move.POINT_DEMAND, {}, place="1", about=About("食堂管理")) is None


def test_what_leads_into_figures_needs_figures() -> None:
    bank = MemoryBank([_phrase("还是让数字说话", family="引数据")])
    assert _picker(bank).pick(Move.POINT_DEMAND, {}, place="1") is None
    assert _picker(bank).pick(Move.POINT_DEMAND, {}, place="1", before_data=True) is not None


@pytest.mark.parametrize(
    ("text", "form", "task", "expected"),
    [
        ("{task}要跟上", "noun", "食堂管理", "食堂管理要跟上"),
        ("{task}要跟上", "noun", "压实责任", None),
        ("要{task}", "verb", "压实责任", "要压实责任"),
        ("要{task}", "verb", "食堂管理", None),
        ("要{task}", "verb", "各镇逐户签订责任书", None),
        ("{task}很重要", "", "食堂管理", "食堂管理很重要"),
        ("{task}很重要", "", "压实责任", "压实责任很重要"),
    ],
)
def test_a_slot_is_filled_only_with_its_form(text: str, form: str, task: str, expected: str | None) -> None:
    phrase = _phrase(text, slots=(Slot("task", SlotType.TASK, form),))
    assert fill(phrase, {"task": bind_task(task)}) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("抓好{topic}工作", "应急工作", None),
        ("加强{topic}", "加强领导", None),
        ("认真的{topic}", "的确良", None),
        ("抓好{topic}工作", "应急", "抓好应急工作"),
        ("{topic}，{topic}", "稳", "稳，稳"),
        ("没有槽", "稳", "没有槽"),
    ],
)
def test_a_seam_that_doubles_a_word_is_refused(text: str, words: str, expected: str | None) -> None:
    assert fill(_phrase(text), {"topic": Binding(words)}) == expected


def test_a_slot_without_words_is_never_left_open() -> None:
    assert fill(_phrase("对{place}来说"), {}) is None
    for phrase in load_builtin():
        text = fill(phrase, BINDINGS)
        assert text is None or "{" not in text


def test_jitter_is_a_number_of_seed_and_place() -> None:
    values = [jitter(1, "a", n) for n in range(500)]
    assert all(0 <= value < 1 for value in values)
    assert len(set(values)) == 500
    assert 0.4 < sum(values) / 500 < 0.6
    assert jitter(1, "a", 1) == jitter(1, "a", 1) != jitter(2, "a", 1)


def test_one_thought_in_other_words_is_one_thought() -> None:
    phrases = [
        _phrase(text, move=Move.POINT_RATIONALE)
        for text in (
            "地不荒，是对种地人最大的体面",
            "让种地的人有体面，地才荒不了",
            "锅里有米，灶上才有烟",
        )
    ]
    for seed in range(1, 6):
        picker = _picker(MemoryBank(phrases), seed)
        said = [picker.pick(Move.POINT_RATIONALE, {}, place=str(n)) for n in range(3)]
        assert len([choice for choice in said if choice and "体面" in choice.text]) == 1


def test_words_of_the_brief_may_come_as_often_as_they_like() -> None:
    texts = ("楼道里堆着纸箱，电瓶充着电", "电瓶进了楼道，人就出不了楼道", "楼道清空，电瓶出门")
    bank = MemoryBank([_phrase(text, move=Move.POINT_RATIONALE) for text in texts])
    given = pairs_of("楼道，电瓶")
    picker = Picker(bank, seed=1, kind="工作部署", topic="消防", level="市", given=given)
    assert sum(picker.pick(Move.POINT_RATIONALE, {}, place=f"{n}.1") is not None for n in range(3)) == 3


def test_a_verb_is_no_name_of_work() -> None:
    phrase = _phrase("{topic}工作一刻也不能停")
    assert fill(phrase, {"topic": Binding("树立正确政绩观", "verb")}) is None
    assert fill(phrase, {"topic": Binding("信访", "noun")}) == "信访工作一刻也不能停"
