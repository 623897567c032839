from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from phrasebank.bank import MemoryBank
from phrasebank.builtin import load_builtin
from phrasebank.model import Move, Phrase, Status, Unit
from phrasebank.store import Change, Store

from .conftest import MakePhrase, Opened

MOVES = (Move.POINT_DEMAND, Move.BODY_SIGNIFICANCE)
UNITS = (Unit.SENTENCE, Unit.HEADING, Unit.LEAD)
TOPICS = ("安全生产", "岁末年初安全生产", "防汛", "防汛抗旱", "招商引资", "")
KINDS = ("工作部署", "动员部署", "")
LEVELS = ("市", "县", "")
SLOTS = ("topic", "place", "number", "number2", "superior")


@pytest.fixture(name="many", scope="module")
def _many(phrase: MakePhrase) -> list[Phrase]:
    chance = random.Random(20260318)

    def some(names: Sequence[str]) -> tuple[str, ...]:
        return tuple(
            sorted(set(chance.sample([name for name in names if name], chance.choice((0, 0, 1, 2)))))
        )

    made = []
    for number in range(360):
        slots = "".join(f"{{{name}}}" for name in SLOTS if chance.random() < 0.15)
        made.append(
            phrase(
                f"{slots}抓落实第{number}遍",
                move=chance.choice(MOVES),
                unit=chance.choice(UNITS),
                topics=some(TOPICS),
                kinds=some(KINDS),
                levels=some(LEVELS),
                status=chance.choice((Status.ACCEPTED, Status.ACCEPTED, Status.CANDIDATE, Status.FORBIDDEN)),
                score=chance.randrange(4) / 4,
            )
        )
    return made


def ask(
    bank: Store | MemoryBank, move: Move, units: Sequence[Unit], topic: str, kind: str, level: str
) -> list[str]:
    found = bank.candidates(move, units=units, kind=kind, topic=topic, level=level)
    return [phrase.id for phrase in found]


def test_the_bank_picks_what_one_in_memory_picks(opened: Opened, many: list[Phrase]) -> None:
    # As candidates, for the gate would not let such words be accepted by a person.
    store = opened(builtin=False)
    fill(store, many)
    memory = MemoryBank(many)
    picked = 0
    for move in MOVES:
        for units in (UNITS, UNITS[:1], UNITS[1:], ()):
            for topic in TOPICS:
                for kind in (*KINDS, "总结表彰"):
                    for level in LEVELS:
                        expected = ask(memory, move, units, topic, kind, level)
                        assert ask(store, move, units, topic, kind, level) == expected
                        picked += len(expected)
    assert picked > 1000


def test_only_phrases_whose_slots_can_be_filled(opened: Opened, many: list[Phrase]) -> None:
    store = opened(builtin=False)
    fill(store, many)
    memory = MemoryBank(many)
    for slots in ((), ("topic",), ("topic", "number"), ("topic", "number", "number2"), SLOTS, None):
        asked = {"units": UNITS, "kind": "工作部署", "topic": "安全生产", "level": "市"}
        everything = memory.candidates(MOVES[0], **asked)
        fitting = [p for p in everything if slots is None or {slot.name for slot in p.slots} <= set(slots)]
        found = store.pick(MOVES[0], slots=slots, **asked)
        assert {phrase.id for phrase in found} == {phrase.id for phrase in fitting}
        assert found == sorted(found, key=lambda phrase: (-phrase.score, phrase.id))
        best = store.pick(MOVES[0], slots=slots, limit=5, **asked)
        assert [phrase.score for phrase in best] == [phrase.score for phrase in found[:5]]


def test_the_builtin_bank_is_picked_from_as_it_is_in_memory(opened: Opened) -> None:
    store, memory = opened(builtin=True), MemoryBank(load_builtin())
    for move in Move:
        for topic in ("安全生产", "招商引资"):
            expected = ask(memory, move, list(Unit), topic, "工作部署", "市")
            assert ask(store, move, list(Unit), topic, "工作部署", "市") == expected


def test_without_the_builtin_bank_only_what_somebody_decided_on(opened: Opened) -> None:
    with_it, without = opened(builtin=True), opened(builtin=False)
    one = with_it.candidates(
        Move.POINT_DEMAND, units=[Unit.SENTENCE], kind="工作部署", topic="安全生产", level="市"
    )[0]
    assert ask(without, Move.POINT_DEMAND, [Unit.SENTENCE], "安全生产", "工作部署", "市") == []
    assert without.count() == without.count_all() == 0
    with_it.decide([Change(one.id, 0, one, "accept")], by="周编", at="今天")
    assert ask(without, Move.POINT_DEMAND, [Unit.SENTENCE], "安全生产", "工作部署", "市") == [one.id]
    assert without.count() == 1


def test_decisions_change_what_is_picked_at_once(store: Store, opened: Opened, phrase: MakePhrase) -> None:
    other = opened()
    place = (Move.POINT_DEMAND, [Unit.SENTENCE], "安全生产", "工作部署", "市")
    assert ask(other, *place) == []
    good = phrase("抓{topic}，怕的是一阵风", status=Status.ACCEPTED, topics=("安全生产",))
    store.decide([Change("", None, good, "add")], by="周编", at="今天")
    assert ask(store, *place) == [good.id]
    assert ask(other, *place) == [good.id]
    store.undo(1, by="周编", at="今天")
    assert ask(store, *place) == ask(other, *place) == []


def fill(store: Store, phrases: list[Phrase]) -> None:
    """Put phrases in as they are; the words are no good ones, and the gate would say so."""
    from phrasebank.store.writing import put_in

    with store._db.writing() as connection:
        for made in phrases:
            put_in(connection, store._text, made, imported=True)
