from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from phrasebank.model import Phrase, Status
from phrasebank.store import Change, Query, Store
from phrasebank.store.grams import grams_of, grams_to_find

from .conftest import MakePhrase, Opened, Put

# Few characters, so that they meet: Chinese of several blocks, letters of either case, figures, marks
# that SQL, LIKE, FTS5 and tsquery read as their own, and letters that change when they are made small.
_LETTERS = "〇一二两安全生产䶵鿏𠀀aAbBZ019，。“”%_\\'\"*:&|!()- \tİKſé\u3042"
_WORDS = st.lists(st.sampled_from([*_LETTERS, "{topic}"]), min_size=1, max_size=12).map("".join)


def small(text: str) -> str:
    return "".join(mark.lower() if mark.isascii() else mark for mark in text)


@settings(
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)
@given(
    texts=st.lists(_WORDS, min_size=1, max_size=4), others=st.lists(st.text(_LETTERS, max_size=4), max_size=3)
)
def test_every_part_of_every_text_is_found_and_nothing_else(
    store: Store, phrase: MakePhrase, texts: list[str], others: list[str]
) -> None:
    there = {held.phrase.id for held in store.find()}
    new = {made.id: made for made in map(phrase, texts) if made.id not in there}
    store.decide([Change("", None, made, "add") for made in new.values()], by="周编", at="今天")
    every = [held.phrase for held in store.find()]
    parts = {
        text[start : start + length]
        for text in texts
        for length in (1, 2, 3, 5)
        for start in range(len(text))
    }
    for part in [*sorted(parts)[:8], *filter(None, others)]:
        expected = {held.id for held in every if small(part) in small(held.text)}
        assert {held.phrase.id for held in store.search(part, limit=10_000)} == expected, part
        assert {held.phrase.id for held in store.find(Query(text=part))} == expected, part
        assert store.count(Query(text=part)) == len(expected), part


@given(text=st.text(_LETTERS, min_size=1, max_size=20), data=st.data())
def test_the_words_of_a_part_are_words_of_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    part = text[start : data.draw(st.integers(start + 1, len(text)))]
    assert set(grams_to_find(part)) <= set(grams_of(text))


def test_words_are_characters_and_pairs() -> None:
    assert grams_of("抓落实，1月 ") == ["抓", "落", "实", "抓落", "落实", "1", "月", "1月"]
    assert grams_to_find("落实，1") == ["落实", "1"]
    assert grams_to_find("，。") == []


def test_edited_words_are_found_and_the_old_ones_are_not(store: Store, put: Put, phrase: MakePhrase) -> None:
    (held,) = put(phrase("抓落实怕的是一阵风"))
    after = phrase("抓落实贵在一口气")
    store.decide([Change(held.id, 1, after, "edit")], by="周编", at="今天")
    assert not store.search("一阵风")
    assert [found.phrase.text for found in store.search("一口气")] == ["抓落实贵在一口气"]
    store.undo(2, by="周编", at="今天")
    assert not store.search("一口气")
    assert [found.phrase.text for found in store.search("一阵风")] == ["抓落实怕的是一阵风"]


def test_accepted_phrases_come_first_then_by_score(store: Store, put: Put, phrase: MakePhrase) -> None:
    words: list[Phrase] = [
        phrase("抓落实要有一股劲", score=0.9),
        phrase("抓落实贵在一口气", score=0.2, status=Status.ACCEPTED),
        phrase("抓落实怕的是一阵风", score=0.5),
    ]
    put(*words)
    assert [held.phrase.score for held in store.search("落实")] == [0.2, 0.9, 0.5]
    assert [held.phrase.score for held in store.search("落实", limit=1)] == [0.2]
    assert [held.phrase.score for held in store.search("落实", Query(status=Status.CANDIDATE))] == [0.9, 0.5]


def test_a_merged_phrase_is_not_found(store: Store, put: Put, phrase: MakePhrase, opened: Opened) -> None:
    one, two = put(phrase("抓落实怕的是一阵风"), phrase("抓落实最怕一阵风"))
    store.decide([Change(two.id, 1, None, "merge", into=one.id)], by="周编", at="今天")
    assert [held.phrase.id for held in opened().search("一阵风")] == [one.id]
