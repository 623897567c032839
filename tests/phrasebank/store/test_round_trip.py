from __future__ import annotations

from dataclasses import replace

import pytest

from phrasebank.errors import CodedError
from phrasebank.model import Move, Source, Status, Unit
from phrasebank.store import Change, Store

from .conftest import MakePhrase, Opened, Put

BY, AT = "周编", "2026-03-18T09:00:00"


def test_a_phrase_comes_back_as_it_was_put_in(
    store: Store, put: Put, phrase: MakePhrase, opened: Opened
) -> None:
    full = phrase(
        "截至{period}，全{level}共排查“回头看”隐患{number}处",
        unit=Unit.PASSAGE,
        move=Move.BODY_ACHIEVEMENT,
        topics=("安全生产", "防汛“抗旱”"),
        kinds=("工作部署", "一个很长很长的自拟文种名称也放得下"),
        levels=("市", "县"),
        themes=("责任", "排\\查", '"引号"'),
        family="措施/两段动宾",
        moves=(Move.BODY_ACHIEVEMENT, Move.POINT_MEASURE),
        groups=("0123456789abcdef",),
        doubts=("可能有单位名“回头看”",),
        status=Status.REJECTED,
        score=0.625,
        sources=(Source("甲.txt", 3, 0, 21), Source("乙.txt", 0, 5, 26)),
        sample_count=2,
        note="第一行\n第二行",
        used=4,
    )
    put(full, action="import")
    held = opened().get(full.id, sources=None)
    assert held.phrase == replace(full, decided_by=BY, decided_at=AT)
    assert (held.origin, held.revision, held.occurrences) == ("import", 1, 2)


def test_an_id_is_made_anew_from_the_words(store: Store, phrase: MakePhrase) -> None:
    wrong = replace(phrase("抓{topic}，怕的是一阵风"), id="0" * 16)
    store.decide([Change("", None, wrong, "add")], by=BY, at=AT)
    assert [held.phrase.id for held in store.find()] == [phrase("抓{topic}，怕的是一阵风").id]


def test_the_beginning_of_an_id_is_enough_where_one_phrase_has_it(
    store: Store, put: Put, phrase: MakePhrase
) -> None:
    all_of_them = put(*(phrase(f"第{mark}句话要说得明白") for mark in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未"))
    some = all_of_them[0]
    unique = next(
        some.id[:length]
        for length in range(1, 17)
        if sum(other.id.startswith(some.id[:length]) for other in all_of_them) == 1
    )
    assert store.get(unique).phrase == some
    shared = next(
        mark for mark in "0123456789abcdef" if sum(other.id.startswith(mark) for other in all_of_them) > 1
    )
    with pytest.raises(CodedError, match="几个词条"):
        store.get(shared)


@pytest.mark.parametrize("given", ["", "f" * 16, "%", "_", "没有", "0" * 17])
def test_what_no_id_begins_with_is_k008(store: Store, put: Put, phrase: MakePhrase, given: str) -> None:
    put(phrase("抓{topic}，怕的是一阵风"))
    with pytest.raises(CodedError) as error:
        store.get(given)
    assert error.value.problems[0].code == "K008"


@pytest.mark.parametrize("mark", ["\0", "\ud800"])
def test_words_that_no_database_can_hold_are_refused(store: Store, phrase: MakePhrase, mark: str) -> None:
    good = phrase("抓落实怕的是一阵风")
    for bad in (replace(good, text=f"抓落实{mark}"), replace(good, note=mark), replace(good, topics=(mark,))):
        with pytest.raises(CodedError) as error:
            store.decide([Change("", None, bad, "add")], by=BY, at=AT)
        assert error.value.problems[0].code == "K012"
        str(error.value).encode()
    assert store.count() == 0
    assert not store.history()
    assert store.search(mark) == []


def test_drafts_that_take_a_phrase_are_counted(store: Store, put: Put, phrase: MakePhrase) -> None:
    one, two = put(phrase("抓落实怕的是一阵风"), phrase("抓落实贵在一口气"))
    store.use([one.id, one.id])
    store.use([one.id, two.id, "f" * 16])
    assert [store.get(held.id).phrase.used for held in (one, two)] == [2, 1]
