"""A session of review, step by step, on a real bank."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from phrasebank.curation import review_queue
from phrasebank.curation.notes import read_note
from phrasebank.curation.review import Session
from phrasebank.model import Move, Status, phrase_id
from phrasebank.store import Change, Query, Store, open_bank
from tests.phrasebank.curation.candidates import CANDIDATES, fill

FRAME = "要把{task}抓实抓细"
DOUBTFUL = "把思想统一到守好粮仓这件大事上来"
GATED = "松林县粮站的老周三十年如一日，值得大家学习"

Begin = Callable[..., Session]


@pytest.fixture(name="store")
def _store(tmp_path: Path) -> Iterator[Store]:
    with open_bank(fill(tmp_path)) as store:
        yield store


@pytest.fixture(name="begin")
def _begin(store: Store) -> Begin:
    """A session; every look at the clock is ten seconds later."""
    steps = count()

    def now() -> str:
        return (
            dt.datetime(2026, 3, 18, 9, tzinfo=dt.UTC) + dt.timedelta(seconds=10 * next(steps))
        ).isoformat()

    def begin(**query: object) -> Session:
        return Session(store, Query(**query), by="周编", now=now)  # type: ignore[arg-type]

    return begin


def text(session: Session) -> str:
    shown = session.current()
    assert shown is not None
    return shown.held.phrase.text


def go_to(session: Session, wanted: str) -> None:
    for _ in CANDIDATES:
        if text(session) == wanted:
            return
        session.skip()
    pytest.fail(f"{wanted} does not come")


def status(store: Store, words: str) -> Status:
    return store.get(phrase_id(words)).phrase.status


def test_accept_goes_on_to_the_next(begin: Begin, store: Store) -> None:
    session = begin()
    first = text(session)
    assert first == FRAME
    assert session.accept().well
    assert text(session) != first
    held = store.get(phrase_id(FRAME))
    assert (held.phrase.status, held.phrase.decided_by) == (Status.ACCEPTED, "周编")
    assert store.history(limit=1)[0].action == "accept"


def test_what_is_shown_of_a_phrase(begin: Begin) -> None:
    shown = begin().current()
    assert shown is not None
    assert [source.paragraph for source in shown.held.phrase.sources] == [4]
    assert shown.problems == ()
    session = begin()
    go_to(session, GATED)
    shown = session.current()
    assert shown is not None
    assert {problem.code for problem in shown.problems} >= {"P032"}


def test_what_the_gate_stops_stays_on_the_table(begin: Begin, store: Store) -> None:
    session = begin()
    go_to(session, GATED)
    outcome = session.accept(despite_doubts=True)
    assert not outcome.well
    assert "松林县" in outcome.message
    assert text(session) == GATED
    assert status(store, GATED) is Status.CANDIDATE


def test_doubts_are_cleared_by_saying_so_twice(begin: Begin, store: Store) -> None:
    session = begin()
    go_to(session, DOUBTFUL)
    outcome = session.accept()
    assert (outcome.well, outcome.doubtful) == (False, True)
    assert status(store, DOUBTFUL) is Status.CANDIDATE
    assert session.accept(despite_doubts=True).well
    held = store.get(phrase_id(DOUBTFUL))
    assert (held.phrase.status, held.phrase.doubts) == (Status.ACCEPTED, ())


def test_reject_and_forbid(begin: Begin, store: Store) -> None:
    session = begin()
    first = text(session)
    session.reject()
    second = text(session)
    assert not session.forbid(" ").well
    assert session.forbid("说滥了", "换个说法").well
    assert status(store, first) is Status.REJECTED
    forbidden = store.get(phrase_id(second)).phrase
    assert forbidden.status is Status.FORBIDDEN
    assert read_note(forbidden.note).reason == "说滥了"
    assert read_note(forbidden.note).instead == "换个说法"


def test_edited_words_are_checked_and_stay_to_be_decided_on(begin: Begin, store: Store) -> None:
    session = begin()
    assert not session.edit("要把{作业}抓实").well
    assert not session.edit("  ").well
    assert not session.edit("要把质量检验抓实抓细").well  # there already
    assert text(session) == FRAME
    assert session.edit("要把{task:noun}抓实抓细抓具体").well
    assert text(session) == "要把{task}抓实抓细抓具体"
    assert session.accept().well
    after = store.get(phrase_id("要把{task}抓实抓细抓具体")).phrase
    assert after.status is Status.ACCEPTED
    assert after.slots[0].form == "noun"
    assert not store.find(Query(ids=(phrase_id(FRAME),)))


def test_topics_and_move(begin: Begin, store: Store) -> None:
    session = begin()
    assert session.set_topics(("粮食安全", "作风")).well
    assert session.set_move(Move.POINT_DEMAND).well
    after = store.get(phrase_id(FRAME)).phrase
    assert (after.topics, after.move, after.status) == (
        ("粮食安全", "作风"),
        Move.POINT_DEMAND,
        Status.CANDIDATE,
    )
    assert text(session) == FRAME


def test_undo_goes_back_step_by_step(begin: Begin, store: Store) -> None:
    session = begin()
    seen = [text(session)]
    session.accept()
    seen.append(text(session))
    session.skip()
    seen.append(text(session))
    session.edit("另写一句守粮的话")
    session.reject()
    for expected in ("另写一句守粮的话", seen[2], seen[1], seen[0]):
        assert session.undo().well
        assert text(session) == expected
    assert {status(store, words) for words in seen} == {Status.CANDIDATE}
    assert text(session) == seen[0]
    assert not session.undo().well
    assert session.progress().done == 0


def test_skipped_ones_come_after_all_others(begin: Begin) -> None:
    session = begin()
    first = text(session)
    session.skip()
    others = []
    for _ in CANDIDATES[1:]:
        others.append(text(session))
        session.reject()
    assert first not in others
    assert text(session) == first
    session.reject()
    assert session.current() is None


def test_a_new_session_goes_on_where_the_bank_stands(begin: Begin) -> None:
    session = begin()
    decided = text(session)
    session.accept()
    skipped = text(session)
    session.skip()
    again = begin()
    rest = set()
    while again.current() is not None:
        rest.add(text(again))
        again.reject()
    assert decided not in rest
    assert skipped in rest
    assert len(rest) == len(CANDIDATES) - 1


def test_filters(begin: Begin) -> None:
    session = begin(move=Move.POINT_DEMAND)
    assert text(session) == "守得住清贫、耐得住寂寞"
    session.reject()
    assert session.current() is None
    rejected = begin(status=Status.REJECTED)
    assert text(rejected) == "守得住清贫、耐得住寂寞"
    rejected.accept()
    assert rejected.current() is None


def test_somebody_else_decided_on_the_phrase_on_the_table(begin: Begin, store: Store) -> None:
    session = begin()
    held = store.get(phrase_id(text(session)))
    other = replace(held.phrase, status=Status.REJECTED)
    store.decide(
        [Change(held.phrase.id, held.revision, other, "reject")], by="郑编", at="2026-03-18T08:00:00"
    )
    outcome = session.accept()
    assert not outcome.well
    assert "郑编" in outcome.message
    assert status(store, FRAME) is Status.REJECTED
    assert text(session) != FRAME  # it waits for nobody any more


def test_somebody_else_tagged_it_and_the_new_filing_is_shown(begin: Begin, store: Store) -> None:
    session = begin()
    held = store.get(phrase_id(text(session)))
    store.decide(
        [Change(held.phrase.id, held.revision, replace(held.phrase, topics=("仓储",)), "tag")],
        by="郑编",
        at="2026-03-18T08:00:00",
    )
    assert not session.accept().well
    shown = session.current()
    assert shown is not None
    assert shown.held.phrase.topics == ("仓储",)
    assert session.accept().well


def test_an_undo_that_somebody_overtook_is_refused(begin: Begin, store: Store) -> None:
    session = begin()
    session.accept()
    held = store.get(phrase_id(FRAME))
    store.decide(
        [Change(held.phrase.id, held.revision, replace(held.phrase, note="郑编看过"), "tag")],
        by="郑编",
        at="2026-03-18T10:00:00",
    )
    outcome = session.undo()
    assert not outcome.well
    assert "郑编" in outcome.message
    assert status(store, FRAME) is Status.ACCEPTED


def test_progress(begin: Begin) -> None:
    session = begin()
    assert session.progress().remaining == len(CANDIDATES)
    assert session.progress().pace is None
    for _ in range(3):
        session.reject()
    session.skip()
    progress = session.progress()
    assert (progress.done, progress.today, progress.remaining) == (3, 3, len(CANDIDATES) - 3)
    assert progress.pace is not None
    assert begin().progress().today == 3


def test_near_phrases_are_shown(begin: Begin, store: Store) -> None:
    session = begin()
    go_to(session, "要把质量检验抓实抓细")
    session.edit("要把质量检验抓实抓细抓严")
    session.reject()
    go_to(session, FRAME)
    session.edit("要把质量检验抓实抓细抓牢")
    shown = session.current()
    assert shown is not None
    assert "要把质量检验抓实抓细抓严" in [held.phrase.text for held in shown.near]


def test_what_lies_far_down_the_scores_comes_where_it_is_needed(
    begin: Begin, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(review_queue, "_WINDOW", 2)
    session = begin()
    seen = []
    for _ in CANDIDATES:
        seen.append(text(session))
        session.skip()
    assert set(seen[:3]) - {FRAME, "要把质量检验抓实抓细"}
    assert "守得住清贫、耐得住寂寞" in seen


def test_every_phrase_comes_once_however_often_the_bank_is_asked(
    begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(review_queue, "_AHEAD", 2)
    session = begin()
    seen = []
    while session.current() is not None:
        seen.append(text(session))
        session.reject()
        assert session.progress().remaining == len(CANDIDATES) - len(seen)
    assert len(seen) == len(set(seen)) == len(CANDIDATES)
