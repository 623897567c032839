from __future__ import annotations

from dataclasses import replace

import pytest

from phrasebank.errors import CodedError
from phrasebank.model import Move, Phrase, Source, Status
from phrasebank.store import Change, ConflictError, Decided, Query, Store

from .conftest import MakePhrase, Put, found, mined

BY, AT = "吴编", "2026-03-19T10:00:00"
ONE, TWO, THREE = "抓{topic}，怕的是一阵风", "抓{topic}贵在一口气", "抓{topic}要有一股劲"


def decide(store: Store, *changes: Change, at: str = AT) -> list[Decided]:
    batch = store.decide(changes, by=BY, at=at)
    return [decided for decided in store.history() if decided.batch == batch][::-1]


def codes(error: pytest.ExceptionInfo[CodedError]) -> set[str]:
    return {problem.code for problem in error.value.problems}


@pytest.mark.parametrize(
    ("action", "fields"),
    [
        ("accept", {"status": Status.ACCEPTED}),
        ("reject", {"status": Status.REJECTED, "note": "太空"}),
        ("forbid", {"status": Status.FORBIDDEN, "note": "原因：已不再这样说\n改说：……"}),
        ("obsolete", {"status": Status.OBSOLETE, "note": "2026年起"}),
        ("tag", {"topics": ("安全生产",), "kinds": ("工作部署",), "levels": ("市",), "themes": ("作风",)}),
        ("edit", {"move": Move.BODY_SIGNIFICANCE, "family": "落点"}),
    ],
)
def test_a_decision_is_recorded_with_who_when_and_what_was_before(
    store: Store, put: Put, phrase: MakePhrase, action: str, fields: dict[str, object]
) -> None:
    (before,) = put(phrase(ONE, score=0.5))
    (decided,) = decide(store, Change(before.id, 1, replace(before, **fields), action))
    after = replace(before, **fields, decided_by=BY, decided_at=AT)
    assert decided == Decided(2, 2, before.id, BY, AT, action, before, after)
    held = store.get(before.id)
    assert (held.phrase, held.revision) == (after, 2)
    assert store.history(before.id) == [decided, *store.history()[1:]]
    assert store.history(limit=1) == [decided]


def test_new_words_keep_the_row_and_the_history(store: Store, put: Put, phrase: MakePhrase) -> None:
    (one,) = put(phrase(ONE))
    two, three = phrase(TWO), phrase(THREE)
    decide(store, Change(one.id, 1, two, "edit"))
    decide(store, Change(two.id, 2, three, "edit"))
    with pytest.raises(CodedError):
        store.get(one.id)
    assert store.get(three.id).revision == 3
    for known in (one, two, three):
        assert [decided.action for decided in store.history(known.id)] == ["edit", "edit", "add"]


def test_a_merged_phrase_gives_up_its_place_and_its_sources(store: Store, phrase: MakePhrase) -> None:
    one, two = phrase(ONE), phrase(TWO)
    store.add_mined(store.begin_run(), [mined("甲", found(ONE), found(TWO, 3)), mined("乙", found(TWO))])
    (decided,) = decide(store, Change(two.id, 0, None, "merge", into=one.id))
    assert (decided.id, decided.before and decided.before.text, decided.after) == (two.id, TWO, None)
    assert decided.into == one.id
    held = store.get(one.id, sources=None)
    assert (held.occurrences, held.phrase.sample_count) == (3, 2)
    assert [(source.file, source.paragraph) for source in held.phrase.sources] == [
        ("乙", 0),
        ("甲", 0),
        ("甲", 3),
    ]
    assert store.count() == 1
    # The merged words, met again, are the phrase that took their place.
    store.add_mined(store.begin_run(), [mined("丙", found(TWO))])
    held = store.get(one.id, sources=None)
    assert (held.occurrences, held.phrase.sample_count, store.count()) == (4, 3, 1)
    # And so they are when that has other words.
    three = phrase(THREE)
    decide(store, Change(one.id, None, three, "edit"))
    store.add_mined(store.begin_run(), [mined("丁", found(TWO), found(ONE, 1))])
    held = store.get(three.id, sources=None)
    assert (held.occurrences, held.phrase.sample_count, store.count()) == (6, 4, 1)


def test_merging_into_nothing_or_into_itself_is_refused(store: Store, put: Put, phrase: MakePhrase) -> None:
    one, two = put(phrase(ONE), phrase(TWO))
    for into in ("f" * 16, one.id):
        with pytest.raises(CodedError) as error:
            decide(store, Change(one.id, 1, None, "merge", into=into))
        assert codes(error) == {"K008"}
    decide(store, Change(two.id, 1, None, "merge", into=one.id))
    with pytest.raises(CodedError) as error:
        decide(store, Change(one.id, 1, None, "merge", into=two.id))
    assert codes(error) == {"K008"}
    assert store.count() == 1


def test_a_split_is_one_batch(store: Store, put: Put, phrase: MakePhrase) -> None:
    source = Source("甲.txt", 1, 0, 30)
    (whole,) = put(phrase(f"{ONE}。{TWO}", sources=(source,)), action="import")
    parts = [phrase(text, sources=(source,)) for text in (ONE, TWO)]
    aside = replace(whole, status=Status.REJECTED)
    decided = decide(
        store, Change(whole.id, 1, aside, "split"), *(Change("", None, part, "split") for part in parts)
    )
    assert [(one.batch, one.action, one.before is None) for one in decided] == [
        (2, "split", False),
        (2, "split", True),
        (2, "split", True),
    ]
    assert store.get(parts[0].id, sources=None).phrase.sources == (source,)
    store.undo(2, by=BY, at=AT)
    assert [held.phrase for held in store.find()] == [whole]


def test_the_same_words_twice_are_refused(store: Store, put: Put, phrase: MakePhrase) -> None:
    one, two = put(phrase(ONE), phrase(TWO))
    for change in (Change("", None, phrase(ONE), "add"), Change(two.id, 1, phrase(ONE), "edit")):
        with pytest.raises(CodedError) as error:
            decide(store, change)
        assert codes(error) == {"K011"}
    assert [held.revision for held in store.find()] == [1, 1]
    assert len(store.history()) == 2
    assert one != two


def test_words_that_were_merged_away_can_be_put_in_again(store: Store, put: Put, phrase: MakePhrase) -> None:
    one, two = put(phrase(ONE), phrase(TWO))
    decide(store, Change(two.id, 1, None, "merge", into=one.id))
    (decided,) = decide(store, Change("", None, phrase(TWO, topics=("防汛",)), "add"))
    assert decided.before is None
    assert decided.after is not None
    assert store.get(two.id).phrase.topics == ("防汛",)
    store.undo(decided.batch, by=BY, at=AT)
    assert [held.phrase.id for held in store.find()] == [one.id]
    with pytest.raises(CodedError) as error:
        decide(store, Change(one.id, None, phrase(TWO), "edit"))
    assert "已经并入另一条" in str(error.value)


@pytest.mark.parametrize(
    "bad", ["全市共有38处隐患", "抓落实……怕的是一阵风。", "在临江市抓落实", "抓落实 怕的是", "某某同志讲得好"]
)
def test_what_is_not_sound_is_not_accepted(store: Store, put: Put, phrase: MakePhrase, bad: str) -> None:
    good, held = put(phrase(ONE), phrase(bad))
    changes = [Change(p.id, 1, replace(p, status=Status.ACCEPTED), "accept") for p in (good, held)]
    with pytest.raises(CodedError) as error:
        decide(store, *changes)
    assert codes(error) == {"K012"}
    assert store.count(Query(status=Status.ACCEPTED)) == 0
    assert len(store.history()) == 2


def test_doubts_keep_a_phrase_from_being_accepted_until_somebody_looks(
    store: Store, put: Put, phrase: MakePhrase
) -> None:
    (held,) = put(phrase(ONE, doubts=("可能有单位名“一阵风”",)))
    accepted = replace(held, status=Status.ACCEPTED)
    with pytest.raises(CodedError, match="可能有单位名") as error:
        decide(store, Change(held.id, 1, accepted, "accept"))
    assert codes(error) == {"K012"}
    decide(store, Change(held.id, 1, accepted, "accept", despite_doubts=True))
    assert store.get(held.id).phrase.doubts == ()
    store.undo(2, by=BY, at=AT)
    assert store.get(held.id).phrase.doubts == held.doubts


def test_of_two_curators_the_second_sees_a_conflict_and_changes_nothing(
    store: Store, put: Put, phrase: MakePhrase
) -> None:
    one, two, three = put(phrase(ONE), phrase(TWO), phrase(THREE))

    def rejected(held: Phrase) -> Change:
        return Change(held.id, 1, replace(held, status=Status.REJECTED), "reject")

    decide(store, Change(one.id, 1, replace(one, status=Status.ACCEPTED), "accept"))
    before = store.find()
    with pytest.raises(ConflictError, match="吴编在2026-03-19T10:00:00已改为采用“抓") as error:
        store.decide([rejected(two), rejected(one)], by="周编", at="2026-03-19T10:00:01")
    assert codes(error) == {"K010"}
    assert store.find() == before
    # Also where the first one has given it other words, or merged it away.
    decide(store, Change(two.id, 1, phrase("抓{topic}不能松"), "edit"))
    decide(store, Change(three.id, 1, None, "merge", into=one.id))
    for gone in (two, three):
        with pytest.raises(ConflictError, match=r"吴编在.*已改写或合并"):
            store.decide([rejected(gone)], by="周编", at="2026-03-19T10:00:01")
        with pytest.raises(CodedError) as error:
            store.decide([replace(rejected(gone), revision=None)], by="周编", at="2026-03-19T10:00:01")
        assert codes(error) == {"K008"}


def test_nobody_decides_without_a_name(store: Store, phrase: MakePhrase) -> None:
    with pytest.raises(ValueError, match="without a name"):
        store.decide([Change("", None, phrase(ONE), "add")], by=" ", at=AT)
    assert store.count() == 0
