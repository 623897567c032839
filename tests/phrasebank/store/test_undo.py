from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from phrasebank.errors import CodedError
from phrasebank.model import Phrase, Source, Status
from phrasebank.store import Change, ConflictError, Held, Store, open_bank

from .conftest import MakePhrase, Put, found, mined

BY, AT = "吴编", "2026-03-19T10:00:00"
ONE, TWO, THREE = "抓{topic}，怕的是一阵风", "抓{topic}贵在一口气", "抓{topic}要有一股劲"


def decide(store: Store, *changes: Change) -> int:
    return store.decide(changes, by=BY, at=AT)


def undo(store: Store, batch: int) -> int:
    return store.undo(batch, by="郑编", at="2026-03-20T08:00:00")


def shown(store: Store) -> list[Phrase]:
    return [held.phrase for held in store.find(sources=None)]


def test_every_kind_of_decision_is_taken_back_and_done_again(
    store: Store, put: Put, phrase: MakePhrase
) -> None:
    one, two = put(phrase(ONE), phrase(TWO))
    three = phrase(THREE, sources=(Source("甲.txt", 0, 1, 2),))
    for changes in (
        [Change(one.id, None, replace(one, status=Status.ACCEPTED), "accept")],
        [Change(one.id, None, replace(one, status=Status.FORBIDDEN, note="改说：稳"), "forbid")],
        [Change(one.id, None, replace(one, topics=("防汛",)), "tag")],
        [Change(one.id, None, replace(three, sources=()), "edit")],
        [Change(two.id, None, None, "merge", into=one.id)],
        [Change("", None, three, "import")],
        [
            Change(one.id, None, replace(one, status=Status.REJECTED), "split"),
            Change("", None, three, "split"),
            Change(two.id, None, None, "merge", into=one.id),
        ],
    ):
        before = shown(store)
        batch = decide(store, *changes)
        after = shown(store)
        assert after != before
        for _ in range(2):
            undone = undo(store, batch)
            assert shown(store) == before
            batch = undo(store, undone)
            assert shown(store) == after
        undo(store, batch)
    actions = {decided.action for decided in store.history()}
    assert actions >= {"add", "accept", "merge", "import", "undo"}
    last = store.history(limit=1)[0]
    assert (last.by, last.at, last.action) == ("郑编", "2026-03-20T08:00:00", "undo")


def test_a_chain_of_edits_is_taken_back_from_its_end(store: Store, put: Put, phrase: MakePhrase) -> None:
    (one,) = put(phrase(ONE))
    first = decide(store, Change(one.id, 1, phrase(TWO), "edit"))
    second = decide(store, Change(phrase(TWO).id, 2, phrase(THREE), "edit"))
    with pytest.raises(ConflictError, match="请先撤销后面的一步"):
        undo(store, first)
    assert [p.text for p in shown(store)] == [THREE]
    undo(store, second)
    undo(store, first)
    assert shown(store) == [one]
    for batch in (first, second, 99):
        with pytest.raises(CodedError) as error:
            undo(store, batch)
        assert error.value.problems[0].code == "K013"


def test_a_bulk_batch_is_taken_back_whole_or_not_at_all(store: Store, put: Put, phrase: MakePhrase) -> None:
    held = put(*(phrase(f"抓落实第{mark}遍都要一样认真") for mark in "甲乙丙丁戊己庚辛壬癸"))
    batch = decide(store, *(Change(p.id, 1, replace(p, status=Status.REJECTED), "reject") for p in held))
    later = decide(store, Change(held[4].id, 2, replace(held[4], status=Status.ACCEPTED), "accept"))
    rejected = shown(store)
    with pytest.raises(ConflictError):
        undo(store, batch)
    assert shown(store) == rejected
    undo(store, later)
    undo(store, batch)
    assert {p.status for p in shown(store)} == {Status.CANDIDATE}
    assert {one.revision for one in store.find()} == {3, 5}


def test_what_was_added_and_met_in_a_speech_since_stays_as_a_candidate(
    store: Store, phrase: MakePhrase
) -> None:
    batch = decide(store, Change("", None, phrase(ONE, status=Status.ACCEPTED), "add"))
    store.add_mined(store.begin_run(), [mined("甲", found(ONE))])
    undone = undo(store, batch)
    (held,) = store.find(sources=None)
    assert (held.phrase.status, held.origin, held.phrase.decided_by) == (Status.CANDIDATE, "mined", "")
    assert [source.file for source in held.phrase.sources] == ["甲"]
    undo(store, undone)
    assert store.get(held.phrase.id).phrase.status is Status.ACCEPTED


def test_what_others_were_merged_into_cannot_be_taken_out(store: Store, put: Put, phrase: MakePhrase) -> None:
    one, two = put(phrase(ONE))[0], phrase(TWO)
    added = decide(store, Change("", None, two, "add"))
    merged = decide(store, Change(one.id, 1, None, "merge", into=two.id))
    with pytest.raises(ConflictError, match="已并入这一条"):
        undo(store, added)
    undo(store, merged)
    undo(store, added)
    assert shown(store) == [one]


def test_a_merge_is_done_again_though_the_phrase_has_other_words_now(
    store: Store, put: Put, phrase: MakePhrase
) -> None:
    one, two = put(phrase(ONE), phrase(TWO))
    merged = decide(store, Change(two.id, 1, None, "merge", into=one.id))
    undone = undo(store, merged)
    decide(store, Change(one.id, None, phrase(THREE), "edit"))
    undo(store, undone)
    assert [p.text for p in shown(store)] == [THREE]


def test_whoever_saw_a_phrase_before_an_undo_sees_a_conflict(
    store: Store, put: Put, phrase: MakePhrase
) -> None:
    (one,) = put(phrase(ONE))
    batch = decide(store, Change(one.id, 1, replace(one, status=Status.ACCEPTED), "accept"))
    undo(store, batch)
    with pytest.raises(ConflictError):
        decide(store, Change(one.id, 2, replace(one, status=Status.REJECTED), "reject"))


@pytest.mark.parametrize("seed", range(25))
def test_undoing_every_step_gives_the_bank_that_was(tmp_path: Path, phrase: MakePhrase, seed: int) -> None:
    """Whatever is decided: every undo gives the bank before, and taken back itself the bank after."""
    chance = random.Random(seed)
    texts = (ONE, TWO, THREE, "抓{topic}不能松")
    with open_bank(tmp_path / "bank.db", create=True, builtin=False) as store:

        def state() -> list[Held]:
            return [replace(held, revision=0) for held in store.find(sources=None)]

        def some_change() -> Change:
            held = store.find()
            what = chance.choice(("add", "judge", "edit", "merge")) if len(held) > 1 else "add"
            text = chance.choice(texts)
            if what == "add":
                return Change("", None, phrase(text), what)
            one, two = chance.sample(held, 2)
            if what == "judge":
                after = replace(one.phrase, status=chance.choice(list(Status)))
                return Change(one.phrase.id, one.revision, after, "reject")
            if what == "edit":
                return Change(one.phrase.id, one.revision, phrase(text), what)
            return Change(one.phrase.id, one.revision, None, what, into=two.phrase.id)

        begun: list[tuple[int, list[Held]]] = []
        for _ in range(25):
            before = state()
            if begun and chance.random() < 0.2:
                batch, then = begun.pop()
                undone = undo(store, batch)
                assert state() == then
                if chance.random() < 0.5:
                    begun.append((undo(store, undone), then))
                    assert state() == before
            else:
                refused: set[str] = set()
                try:
                    begun.append((decide(store, some_change()), before))
                except CodedError as error:
                    refused = {problem.code for problem in error.problems}
                # The words are there already, or were merged away.
                assert refused <= {"K011"}
                assert not refused or state() == before
            shown_ids = {held.phrase.id for held in state()}
            assert {held.phrase.id for held in store.search("抓", limit=99)} == shown_ids
        for batch, then in reversed(begun):
            undo(store, batch)
            assert state() == then
        assert store.count() == 0
