from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from phrasebank.builtin import load_builtin
from phrasebank.model import Phrase, Status
from phrasebank.store import Change, Query, Store
from phrasebank.store.builtin_sync import is_synced, sync_builtin

from .conftest import MakePhrase, Opened, found, mined

ONE, TWO, THREE, FOUR = (
    "抓{topic}，怕的是一阵风",
    "抓{topic}贵在一口气",
    "抓{topic}要有一股劲",
    "抓{topic}不能松",
)


@pytest.fixture(name="shipped")
def _shipped(phrase: MakePhrase) -> list[Phrase]:
    return [phrase(text, status=Status.ACCEPTED, topics=("安全生产",)) for text in (ONE, TWO, THREE)]


def ship(store: Store, phrases: Sequence[Phrase]) -> None:
    with store._db.writing() as connection:
        sync_builtin(connection, store._text, phrases)


def texts(store: Store) -> set[str]:
    shown = {held.phrase.text for held in store.find(Query(builtin=True))}
    assert {held.phrase.text for held in store.search("抓", limit=99)} == shown
    return shown


@pytest.fixture(name="with_builtin")
def _with_builtin(opened: Opened, shipped: list[Phrase]) -> Store:
    store = opened(builtin=True)
    ship(store, shipped)
    return store


def _without_sources(phrases: Sequence[Phrase]) -> set[Phrase]:
    """The phrases as a bank gives them: places of our samples are no speeches of the user's."""
    return {replace(phrase, sources=()) for phrase in phrases}


def test_a_new_bank_holds_the_programs_phrases(opened: Opened) -> None:
    store = opened(builtin=True)
    assert {held.phrase for held in store.find()} == _without_sources(load_builtin())
    with store._db.reading() as connection:
        assert is_synced(connection)
    some = load_builtin()[0]
    assert store.get(some.id).phrase == replace(some, sources=())
    assert (store.get(some.id).origin, store.get(some.id).revision) == ("builtin", 0)


def test_the_same_phrases_again_change_nothing(with_builtin: Store, shipped: list[Phrase]) -> None:
    before = with_builtin.find()
    ship(with_builtin, shipped)
    assert with_builtin.find() == before


def test_what_a_newer_program_ships_differently_is_replaced(
    with_builtin: Store, shipped: list[Phrase], phrase: MakePhrase
) -> None:
    changed = replace(shipped[0], topics=("防汛",))
    reworded = replace(shipped[1], text=shipped[1].text + "。")  # the same id
    new = phrase(FOUR, status=Status.ACCEPTED)
    ship(with_builtin, [changed, reworded, new])
    assert texts(with_builtin) == {ONE, TWO + "。", FOUR}
    asked = {"units": [new.unit], "kind": "", "level": ""}
    for topic, expected in (("安全生产", {TWO + "。", FOUR}), ("防汛", {ONE, FOUR})):
        assert {p.text for p in with_builtin.candidates(new.move, topic=topic, **asked)} == expected


def test_what_a_person_has_decided_stays(
    with_builtin: Store, shipped: list[Phrase], phrase: MakePhrase
) -> None:
    one, two, three = shipped
    with_builtin.decide(
        [Change(one.id, 0, replace(one, status=Status.FORBIDDEN), "forbid")], by="周编", at=""
    )
    with_builtin.decide([Change(two.id, 0, phrase(FOUR, status=Status.ACCEPTED), "edit")], by="周编", at="")
    with_builtin.decide([Change(three.id, 0, None, "merge", into=one.id)], by="周编", at="")
    before = with_builtin.find()
    for phrases in ([replace(p, note="新") for p in shipped], [], shipped):
        ship(with_builtin, phrases)
        assert with_builtin.find() == before
    assert texts(with_builtin) == {ONE, FOUR}


def test_what_was_undone_is_shipped_again(with_builtin: Store, shipped: list[Phrase], opened: Opened) -> None:
    one = shipped[0]
    batch = with_builtin.decide(
        [Change(one.id, 0, replace(one, status=Status.REJECTED), "reject")], by="周", at=""
    )
    without = opened(builtin=False)
    assert [held.phrase.id for held in without.find()] == [one.id]
    with_builtin.undo(batch, by="周", at="")
    assert without.find() == []
    ship(with_builtin, [replace(one, note="新")])
    held = with_builtin.get(one.id)
    assert (held.phrase.note, held.phrase.status, held.revision) == ("新", Status.ACCEPTED, 2)
    assert texts(with_builtin) == {ONE}


def test_what_speeches_hold_stays_when_it_is_shipped_no_longer(
    with_builtin: Store, shipped: list[Phrase]
) -> None:
    with_builtin.add_mined(with_builtin.begin_run(), [mined("甲", found(ONE)), mined("乙", found(FOUR))])
    ship(with_builtin, [])
    assert texts(with_builtin) == {ONE, FOUR}
    held = with_builtin.get(shipped[0].id, sources=None)
    assert (held.origin, held.phrase.status, held.phrase.sample_count) == ("mined", Status.CANDIDATE, 1)
    assert [source.file for source in held.phrase.sources] == ["甲"]
    ship(with_builtin, shipped)
    held = with_builtin.get(shipped[0].id, sources=None)
    assert (held.origin, held.phrase.status, held.phrase.sample_count) == ("builtin", Status.ACCEPTED, 1)
    assert texts(with_builtin) == {ONE, TWO, THREE, FOUR}


def test_an_older_programs_phrases_are_replaced_when_the_bank_is_opened(
    with_builtin: Store, opened: Opened
) -> None:
    from sqlalchemy import update

    from phrasebank.store import schema

    with with_builtin._db.writing() as connection:
        connection.execute(update(schema.meta).where(schema.meta.c.key == "builtin").values(value="older"))
    assert {held.phrase for held in opened(builtin=True).find()} == _without_sources(load_builtin())
