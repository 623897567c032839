"""What a person decides becomes changes; what the gate stops is left out with its reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from phrasebank.curation.gate import why_not
from phrasebank.curation.judging import accept, forbid, obsolete, reject
from phrasebank.curation.tagging import Tags, Turn, tag
from phrasebank.model import Move, Phrase, Status, Unit, phrase_id
from phrasebank.store import Held

PHRASE = Phrase(
    phrase_id("要把队伍练强"), "要把队伍练强", Unit.SENTENCE, Move.POINT_MEASURE, topics=("防汛",)
)


def held(phrase: Phrase = PHRASE, revision: int = 3, **fields: object) -> Held:
    return Held(replace(phrase, **fields), revision, 1, 0.5, "mined")  # type: ignore[arg-type]


def leak() -> Held:
    return held(id=phrase_id("临江市要把队伍练强"), text="临江市要把队伍练强")


@pytest.mark.parametrize(
    ("decide", "status", "action"),
    [
        (accept, Status.ACCEPTED, "accept"),
        (reject, Status.REJECTED, "reject"),
        (lambda helds: forbid(helds, reason="空话"), Status.FORBIDDEN, "forbid"),
        (lambda helds: obsolete(helds, since="2025-01-01"), Status.OBSOLETE, "obsolete"),
    ],
)
def test_a_change_names_what_was_seen(decide, status: Status, action: str) -> None:  # type: ignore[no-untyped-def]
    (change,) = decide([held()]).changes
    assert (change.id, change.revision, change.action) == (PHRASE.id, 3, action)
    assert change.after is not None
    assert change.after.status is status
    assert replace(change.after, status=Status.CANDIDATE, note="") == PHRASE


def test_nothing_new_is_no_change() -> None:
    plan = accept([held(status=Status.ACCEPTED), held(id="x", text="临江市", status=Status.ACCEPTED)])
    assert (plan.changes, plan.refused, len(plan.unchanged)) == ((), (), 2)


def test_what_the_gate_stops_is_left_out_with_the_words() -> None:
    plan = accept([leak(), held()])
    assert [change.id for change in plan.changes] == [PHRASE.id]
    (refused,) = plan.refused
    assert "“临江市”" in str(refused.problems[0])
    assert refused.problems[0].file == refused.phrase.id[:8]
    assert len(reject([leak()]).changes) == 1


def test_doubts_want_a_person() -> None:
    doubtful = held(doubts=("可能有单位名“青禾环境”",))
    (refused,) = accept([doubtful]).refused
    assert [problem.code for problem in refused.problems] == ["D001"]
    (change,) = accept([doubtful], despite_doubts=True).changes
    assert change.despite_doubts


def test_a_quotation_wants_a_source() -> None:
    quote = replace(PHRASE, unit=Unit.QUOTE)
    assert [problem.code for problem in why_not(quote)] == ["D005"]
    assert why_not(replace(quote, sample_count=1)) == ()
    assert why_not(replace(quote, note="出处：《礼记》")) == ()


def test_a_new_judgement_takes_the_old_ones_words_away() -> None:
    note = "原因：空话\n改说：别的\n编者的话"
    (change,) = obsolete(
        [held(status=Status.FORBIDDEN, note=note)], since="2025-01-01", instead="新的"
    ).changes
    assert change.after is not None
    assert change.after.note == "改说：新的\n停用：2025-01-01\n编者的话"


def test_turns_of_a_list() -> None:
    assert Turn(add=("丙", "甲"), remove=("乙",)).of(("甲", "乙")) == ("甲", "丙")
    assert Turn(put=("丁",), add=("丙",)).of(("甲",)) == ("丁", "丙")
    assert Turn(put=()).of(("甲",)) == ()
    assert Turn().of(("甲",)) == ("甲",)


def test_tags_change_the_filing_alone() -> None:
    tags = Tags({"topics": Turn(add=("抗旱",)), "levels": Turn(put=("县",))}, Move.POINT_DEMAND, "")
    (change,) = tag([held()], tags).changes
    assert change.after == replace(PHRASE, topics=("防汛", "抗旱"), levels=("县",), move=Move.POINT_DEMAND)
    assert tag([held()], Tags({"topics": Turn(add=("防汛",))})).unchanged == (held(),)
    assert Tags({"topics": Turn()}).is_empty()
    assert not tags.is_empty()


def test_a_tag_that_an_accepted_phrase_cannot_bear_is_refused() -> None:
    bad = Tags({"levels": Turn(add=("国",))})
    assert len(tag([held()], bad).changes) == 1
    (refused,) = tag([held(status=Status.ACCEPTED)], bad).refused
    assert refused.problems[0].code == "P014"
