"""What a mining run counts across speeches, on real banks: the same whatever the order and the cuts."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.mine import finish as finishing
from drafter.mine.finish import finish
from phrasebank.counting import clauses_of, tokenize
from phrasebank.mining import About, Found, Mined
from phrasebank.model import Status, phrase_id
from phrasebank.store import Change, Order, Query, Store, open_bank

OPENERS = ("压实包保责任", "擦亮窗口服务牌子", "管好山塘水库", "盘活闲置校舍", "办好家门口的食堂")
CLOSERS = ("让群众少跑腿", "防汛备汛一刻不能松", "把账算到户里", "好事要办到心坎上")
NEAR = (
    "各{level}要把防汛责任压到每一座山塘水库的巡查员身上，雨前排查到位、雨后复盘到位",
    "各{level}要把防汛责任落到每一座山塘水库的巡查员身上，雨前排查到位、雨后复盘到位",
    "各{level}都要把防汛责任压到每一座山塘水库的巡查员身上，雨前排查到位、雨后复盘到位",
)
TOPICS = ("防汛", "食堂管理", "乡村建设", "政务服务")

_names = count()


def speech(number: int, extra: Sequence[str] = ()) -> Mined:
    """Speech of a number: its sentences, of which some are said by others nearly so."""
    texts = [
        f"{OPENERS[(number * 3 + place) % len(OPENERS)]}，{CLOSERS[(number + place * 2) % len(CLOSERS)]}"
        for place in range(5)
    ]
    texts += [NEAR[number % len(NEAR)], *extra]
    found = tuple(
        Found(
            id=phrase_id(text),
            text=text,
            unit="sentence",
            move=("point.duty", "point.demand")[number % 2],
            themes=(OPENERS[number % 5][:2],),
            family="",
            moves=(),
            groups=(),
            doubts=(),
            quality=0.5 + (number % 3) / 10,
            paragraph=paragraph,
            start=0,
            end=len(text),
        )
        for paragraph, text in enumerate(texts)
    )
    clauses = clauses_of((row.paragraph, row.start, row.end, row.move, tokenize(row.text)) for row in found)
    about = About(("工作部署", "座谈")[number % 2], (TOPICS[number % 4],), ("市", "县")[number % 2], "")
    return Mined(f"稿{number:02}.txt", f"{number:064x}", about, found, clauses)


def mine(store: Store, speeches: Sequence[Mined], batch: int = 3) -> int:
    run = store.begin_run()
    for start in range(0, len(speeches), batch):
        store.add_mined(run, speeches[start : start + batch])
    return finish(store, run)


def rows(store: Store) -> list[object]:
    """Everything that mining decides about what can be seen."""
    held = store.find(Query(), sources=None)
    found = [
        (
            replace(one.phrase, sources=tuple(sorted(one.phrase.sources, key=str))),
            one.occurrences,
            one.quality,
            one.origin,
        )
        for one in held
    ]
    return sorted(found, key=str)


Opened = Callable[[], Store]


@pytest.fixture(
    name="opened", scope="module", params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]
)
def _opened(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    """New banks on either engine."""
    stores: list[Store] = []
    if request.param == "sqlite":
        folder = tmp_path_factory.mktemp("banks")

        def address() -> str:
            return str(folder / f"{next(_names)}.db")
    else:
        server = os.environ.get("JIANGGAO_TEST_POSTGRES", "")
        if not server:
            pytest.skip("JIANGGAO_TEST_POSTGRES is not set (tools/postgres.sh start)")
        import psycopg

        made: list[str] = []
        connection = psycopg.connect(server, autocommit=True)

        def address() -> str:
            made.append(f"jianggao_finish_{os.getpid()}_{next(_names)}")
            connection.execute(f"CREATE DATABASE {made[-1]}")
            return server.rpartition("/")[0] + f"/{made[-1]}"

    def again() -> Store:
        stores.append(open_bank(address(), create=True, builtin=False))
        return stores[-1]

    yield again
    for store in stores:
        store.close()
    if request.param == "postgres":
        for name in made:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
        connection.close()


@pytest.fixture(name="store")
def _store(opened: Opened) -> Store:
    return opened()


SPEECHES = [speech(number) for number in range(9)]


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(range(9)), st.integers(1, 8), st.integers(1, 4))
def test_order_and_cuts_make_no_difference(opened: Opened, order: list[int], cut: int, batch: int) -> None:
    at_once, in_parts = opened(), opened()
    mine(at_once, SPEECHES)
    shuffled = [SPEECHES[number] for number in order]
    mine(in_parts, shuffled[:cut], batch)
    mine(in_parts, shuffled[cut:], batch)
    assert rows(in_parts) == rows(at_once)


def test_the_same_folder_again_changes_nothing(store: Store) -> None:
    assert mine(store, SPEECHES) > 0
    before = rows(store)
    assert mine(store, SPEECHES) == 0
    assert rows(store) == before


def test_phrases_come_with_exact_counts_and_places(store: Store) -> None:
    mine(store, SPEECHES)
    one = store.get(phrase_id("压实包保责任"), sources=None)
    texts = [found.text for mined in SPEECHES for found in mined.found]
    assert one.occurrences == sum("压实包保责任" in text for text in texts)
    assert one.phrase.unit.value == "phrase"
    by_name = {mined.source: mined.found for mined in SPEECHES}
    assert one.phrase.sources
    for source in one.phrase.sources:
        assert by_name[source.file][source.paragraph].text[source.start : source.end] == one.phrase.text


def test_near_duplicates_are_one_with_all_their_sources(store: Store) -> None:
    mine(store, [*SPEECHES, speech(9)])
    shown = [one for one in store.find(Query(), sources=None) if "防汛责任" in one.phrase.text]
    assert [one.phrase.id for one in shown if one.phrase.unit.value == "sentence"] == [phrase_id(NEAR[0])]
    first = next(one for one in shown if one.phrase.id == phrase_id(NEAR[0]))
    assert first.occurrences == first.phrase.sample_count == len(first.phrase.sources) == 10


def test_another_one_is_shown_once_it_is_more_frequent(store: Store) -> None:
    mine(store, [speech(0), speech(1), speech(3)])
    assert store.get(phrase_id(NEAR[0])).occurrences == 3
    mine(store, [speech(number) for number in (4, 7, 10)])
    assert store.get(phrase_id(NEAR[1])).occurrences == 6
    assert not [one for one in store.find(Query()) if one.phrase.id == phrase_id(NEAR[0])]


def decide(store: Store, text: str, status: Status) -> None:
    held = store.get(phrase_id(text))
    after = replace(held.phrase, status=status)
    store.decide(
        [Change(held.phrase.id, held.revision, after, "accept")], by="周编", at="2026-03-18T09:00:00"
    )


def test_what_a_person_decided_on_is_shown_for_all_its_near_duplicates(store: Store) -> None:
    mine(store, [speech(2)])
    decide(store, NEAR[2], Status.ACCEPTED)
    mine(store, SPEECHES)
    held = store.get(phrase_id(NEAR[2]))
    assert held.phrase.status is Status.ACCEPTED
    assert held.occurrences == 9


def test_a_decision_on_a_counted_phrase_outlives_its_counts(store: Store) -> None:
    mine(store, SPEECHES)
    before = store.get(phrase_id("管好山塘水库")).occurrences
    decide(store, "管好山塘水库", Status.REJECTED)
    mine(store, [speech(number) for number in range(9, 14)])
    held = store.get(phrase_id("管好山塘水库"))
    assert held.phrase.status is Status.REJECTED
    assert held.occurrences > before


def test_what_is_a_sentence_of_its_own_is_no_counted_phrase(store: Store) -> None:
    mine(store, SPEECHES)
    assert store.get(phrase_id("压实包保责任")).phrase.unit.value == "phrase"
    mine(store, [speech(9, ["压实包保责任"])])
    held = store.get(phrase_id("压实包保责任"), sources=None)
    assert held.phrase.unit.value == "sentence"
    assert held.occurrences == len(held.phrase.sources) == 1


def test_a_phrase_said_by_an_accepted_one_comes_later(store: Store, opened: Opened) -> None:
    other = opened()
    mine(other, SPEECHES)
    mine(store, SPEECHES[:1])
    decide(store, SPEECHES[0].found[0].text, Status.ACCEPTED)
    mine(store, SPEECHES[1:])
    words = phrase_id(SPEECHES[0].found[0].text.partition("，")[0])
    assert store.get(words).phrase.score < other.get(words).phrase.score


def test_the_frequent_come_before_the_rare(store: Store) -> None:
    mine(store, SPEECHES)
    phrases = [one for one in store.find(Query(), order=Order.SCORE) if one.phrase.unit.value == "phrase"]
    assert [one.phrase.score for one in phrases] == sorted(
        (one.phrase.score for one in phrases), reverse=True
    )
    best, last = phrases[0], phrases[-1]
    assert best.phrase.sample_count >= last.phrase.sample_count


def test_a_big_archive_counts_known_phrases_in_what_is_new(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = [speech(number) for number in range(40)]
    exact, grown = opened(), opened()
    mine(exact, [*many, speech(40)])
    mine(grown, many)
    monkeypatch.setattr(finishing, "_EXACT", 0)
    mine(grown, [speech(40)])
    for text in OPENERS:
        one, other = exact.get(phrase_id(text)), grown.get(phrase_id(text))
        assert (one.occurrences, one.phrase.sample_count) == (other.occurrences, other.phrase.sample_count)
    # By a tenth more: everything is counted anew, and is as if it had come at once.
    more = [speech(number) for number in range(41, 48)]
    mine(exact, more)
    mine(grown, more)
    assert rows(exact) == rows(grown)


DYING = """
import os, signal, sys
from phrasebank.store import Store, open_bank
sys.path.insert(0, sys.argv[3])
from test_finish import SPEECHES, finish

def die(*_args, **_options):
    os.kill(os.getpid(), signal.SIGKILL)

store = open_bank(sys.argv[1], create=True, builtin=False)
run = store.begin_run()
store.add_mined(run, SPEECHES[:5])
if sys.argv[2] in ("put_counted", "fold_and_score"):
    store.add_mined(run, SPEECHES[5:])
setattr(Store, sys.argv[2], die)
store.add_mined(run, SPEECHES[5:])
finish(store, run)
"""


@pytest.mark.parametrize("step", ["add_mined", "put_counted", "fold_and_score"])
def test_a_run_that_was_killed_is_gone_on_with(tmp_path: Path, step: str) -> None:
    address, other = str(tmp_path / "killed.db"), str(tmp_path / "whole.db")
    here = str(Path(__file__).parent)
    ended = subprocess.run(
        [sys.executable, "-c", DYING, address, step, here], check=False, capture_output=True, text=True
    )
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    with open_bank(address, builtin=False) as killed, open_bank(other, create=True, builtin=False) as whole:
        assert killed.documents() in (5, 9)
        known = set(killed.known_digests())
        mine(killed, [mined for mined in SPEECHES if mined.digest not in known])
        mine(whole, SPEECHES)
        assert rows(killed) == rows(whole)
