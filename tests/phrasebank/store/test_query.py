from __future__ import annotations

import pytest

from phrasebank.mining import About, Mined
from phrasebank.model import Move, Status, Unit
from phrasebank.store import Change, Order, Query, Store

from .conftest import MakePhrase, Put, found

ONE = "抓{topic}，怕的是一阵风"
TWO = "以责任落实为抓手，守牢{topic}底线"
THREE = "让我们一起努力"


@pytest.fixture(name="three")
def _three(put: Put, phrase: MakePhrase) -> None:
    put(
        phrase(
            ONE,
            topics=("安全生产", "防汛"),
            kinds=("工作部署",),
            levels=("市", "县"),
            themes=("作风",),
            score=0.9,
            status=Status.ACCEPTED,
            sample_count=5,
        ),
        phrase(
            TWO,
            unit=Unit.HEADING,
            move=Move.POINT_DUTY,
            topics=("生产",),
            themes=("责任%", "责_任"),
            family="责任/以为",
            score=0.3,
            doubts=("可能有单位名“底线”",),
        ),
    )
    put(phrase(THREE, move=Move.CLOSING_CALL, score=0.6, status=Status.REJECTED), action="import")


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (Query(), [ONE, THREE, TWO]),
        (Query(text="抓"), [ONE, TWO]),
        (Query(text="一"), [ONE, THREE]),
        (Query(text="底线"), [TWO]),
        (Query(text="TOPIC"), [ONE, TWO]),
        (Query(text="%"), []),
        (Query(move=Move.POINT_DUTY), [TWO]),
        (Query(unit=Unit.HEADING), [TWO]),
        (Query(status=Status.REJECTED), [THREE]),
        (Query(topic="安全生产"), [ONE]),
        (Query(topic="生产"), [TWO]),
        (Query(topic=""), [THREE]),
        (Query(kind="工作部署"), [ONE]),
        (Query(kind=""), [THREE, TWO]),
        (Query(level="县"), [ONE]),
        (Query(level=""), [THREE, TWO]),
        (Query(theme="作风"), [ONE]),
        (Query(theme="责任%"), [TWO]),
        (Query(theme="责%"), []),
        (Query(theme="责__"), []),
        (Query(theme=""), [THREE]),
        (Query(family="责任/"), [TWO]),
        (Query(family="责_/"), []),
        (Query(doubts=True), [TWO]),
        (Query(doubts=False), [ONE, THREE]),
        (Query(origin="import"), [THREE]),
        (Query(origin="hand"), [ONE, TWO]),
        (Query(min_score=0.6), [ONE, THREE]),
        (Query(min_samples=5), [ONE]),
        (Query(ids=()), []),
        (Query(text="抓", unit=Unit.SENTENCE), [ONE]),
        (Query(text="抓", status=Status.REJECTED), []),
    ],
    ids=str,
)
def test_every_field_is_asked_by_itself(store: Store, query: Query, expected: list[str]) -> None:
    assert [held.phrase.text for held in store.find(query)] == expected
    assert store.count(query) == len(expected)


@pytest.mark.usefixtures("three")
def test_more_ids_than_a_statement_has_parameters(store: Store, phrase: MakePhrase) -> None:
    ids = tuple(f"{number:016x}" for number in range(70_000))
    held = store.find(Query(ids=(*ids, phrase(ONE).id, "it's")))
    assert [one.phrase.text for one in held] == [ONE]


@pytest.mark.usefixtures("three")
def test_orders_and_pages(store: Store, phrase: MakePhrase) -> None:
    def texts(order: Order, **page: int) -> list[str]:
        return [held.phrase.text for held in store.find(order=order, **page)]

    assert texts(Order.SCORE) == [ONE, THREE, TWO]
    assert texts(Order.NEWEST) == [THREE, TWO, ONE]
    assert texts(Order.SPEECHES)[0] == ONE
    assert texts(Order.ID) == sorted((ONE, TWO, THREE), key=lambda text: phrase(text).id)
    store.decide([Change(phrase(TWO).id, 1, phrase(TWO), "tag")], by="吴编", at="2026-03-19")
    assert texts(Order.DECIDED)[0] == TWO
    assert texts(Order.SCORE, limit=1, offset=1) == [THREE]
    assert texts(Order.SCORE, limit=5, offset=2) == [TWO]


def test_phrases_by_the_speech_they_were_found_in(store: Store) -> None:
    run = store.begin_run()
    store.add_mined(
        run,
        [
            Mined(
                "2024年/甲_稿.txt",
                "a" * 64,
                About("工作部署", ("安全生产",), "市", "临江市"),
                (found(ONE),),
                "",
            ),
            Mined("2025年/乙.txt", "b" * 64, About(), (found(THREE), found(ONE, paragraph=4)), ""),
        ],
    )
    assert {held.phrase.text for held in store.find(Query(source="2025"))} == {ONE, THREE}
    assert {held.phrase.text for held in store.find(Query(source="甲_"))} == {ONE}
    assert not store.find(Query(source="2_2"))
    (held,) = store.find(Query(source="甲"), sources=None)
    assert [source.file for source in held.phrase.sources] == ["2024年/甲_稿.txt", "2025年/乙.txt"]
    (held,) = store.find(Query(source="甲"), sources=1)
    assert [source.file for source in held.phrase.sources] == ["2024年/甲_稿.txt"]
    assert store.documents() == 2
    assert sorted(store.known_digests()) == ["a" * 64, "b" * 64]


@pytest.mark.usefixtures("three")
def test_stats_count_what_is_filed_alike(store: Store) -> None:
    assert sorted(store.stats()) == sorted(
        [
            ("sentence", "point.demand", '["安全生产","防汛"]', '["工作部署"]', "accepted", 1),
            ("heading", "point.duty", '["生产"]', "[]", "candidate", 1),
            ("sentence", "closing.call", "[]", "[]", "rejected", 1),
        ]
    )
