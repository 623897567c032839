"""The order of review: thin places first, places in turn, nothing alike in a row."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from phrasebank.curation.review_order import Cell, accepted_by_cell, are_alike, rank, spread
from phrasebank.model import Move, Unit
from phrasebank.store import Held
from tests.phrasebank.curation.candidates import candidate


def held(
    text: str, score: float = 0.5, move: Move = Move.POINT_MEASURE, topics: tuple[str, ...] = ()
) -> Held:
    return Held(candidate(text, Unit.SENTENCE, move, topics, score), 0, 1, score, "mined")


def texts(helds: list[Held]) -> list[str]:
    return [one.phrase.text for one in helds]


def test_the_better_comes_first_at_one_place() -> None:
    assert texts(rank([held("甲", 0.2), held("乙", 0.9)], Counter())) == ["乙", "甲"]


def test_a_thin_place_comes_before_a_full_one() -> None:
    full = Cell("point.measure", "sentence", "")
    ranked = rank([held("满处好", 0.9), held("缺处一般", 0.5, Move.CLOSING_CALL)], {full: 9})
    assert texts(ranked) == ["缺处一般", "满处好"]


def test_a_phrase_counts_where_it_is_needed_most() -> None:
    full = Cell("point.measure", "sentence", "安全")
    ranked = rank(
        [held("两处都行", 0.5, topics=("安全", "消防")), held("只满处", 0.6, topics=("安全",))], {full: 9}
    )
    assert texts(ranked) == ["两处都行", "只满处"]


def test_places_take_turns() -> None:
    measures = [held(f"措施{name}", 0.9 - number / 100) for number, name in enumerate("甲乙丙丁戊己")]
    calls = [
        held(f"号召{name}", 0.7 - number / 100, Move.CLOSING_CALL) for number, name in enumerate("甲乙丙")
    ]
    order = texts(rank([*measures, *calls], Counter()))
    assert order.index("号召甲") < order.index("措施丙")
    assert order.index("号召丙") < order.index("措施己")


def test_accepted_ones_are_counted_by_place() -> None:
    stats = [
        ("sentence", "point.measure", '["安全","消防"]', "[]", "accepted", 2),
        ("sentence", "point.measure", "[]", "[]", "accepted", 1),
        ("sentence", "point.measure", "[]", "[]", "candidate", 7),
    ]
    assert accepted_by_cell(stats) == {
        Cell("point.measure", "sentence", "安全"): 2,
        Cell("point.measure", "sentence", "消防"): 2,
        Cell("point.measure", "sentence", ""): 1,
    }


def test_near_copies_do_not_come_in_a_row() -> None:
    alike = [held(f"要把{word}抓实抓细抓到位", 0.9) for word in ("库存", "台账", "轮换", "检验")]
    others = [
        held(text, 0.4) for text in ("守土有责", "粮安天下", "以案为鉴", "闻令而动", "久久为功", "颗粒归仓")
    ]
    order = texts(spread([*alike, *others], 10))
    assert sorted(order) == sorted(texts([*alike, *others]))
    assert order[0] == "要把库存抓实抓细抓到位"
    assert not any(are_alike(one, other) for one, other in pairwise(order[:7]))


words = st.lists(st.text("抓实抓细要把库存台账", min_size=1, max_size=8), unique=True, max_size=12)


@given(words, st.randoms())
def test_the_order_depends_on_the_phrases_alone(some: list[str], random: object) -> None:
    helds = [held(text, len(text) / 10) for text in some]
    shuffled = list(helds)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert texts(spread(rank(shuffled, Counter()), 20)) == texts(spread(rank(helds, Counter()), 20))
    assert sorted(texts(spread(rank(helds, Counter()), 20))) == sorted(some)
