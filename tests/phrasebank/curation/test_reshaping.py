"""Merging and splitting: no source is lost, and undo brings everything back."""

from __future__ import annotations

import pytest

from phrasebank.curation import undoing
from phrasebank.curation.company import company, members
from phrasebank.curation.judging import accept, reject
from phrasebank.curation.merging import merge
from phrasebank.curation.near_copies import near_copies
from phrasebank.curation.splitting import parts, split
from phrasebank.curation.undoing import last_step, step
from phrasebank.errors import CodedError
from phrasebank.mining import About
from phrasebank.model import Move, Status, Unit, phrase_id
from phrasebank.store import Held, Store
from tests.phrasebank.curation.conftest import AT, found, put

WHOLE = "要把{place}的险工查清。要把{place2}的险段看住"


def everything(store: Store) -> list[Held]:
    """The bank as it is, without the count of decisions."""
    return [
        Held(held.phrase, 0, held.occurrences, held.quality, held.origin) for held in store.find(sources=None)
    ]


def test_merging_unites_sources_and_filing(store: Store) -> None:
    (first,) = put(store, found("要把物资备足", move="opening.background", themes=("物资",)))
    (second,) = put(
        store,
        found("要把物资备齐", move="opening.background", themes=("储备",)),
        name="b.txt",
        about=About("调度推进", ("抗旱",), "县", "东山县"),
    )
    before = everything(store)
    batch = store.decide(merge(first, [second]).changes, by="王秀梅", at=AT)
    (merged,) = store.find(sources=None)
    assert merged.phrase.text == "要把物资备足"
    assert (merged.phrase.topics, merged.phrase.kinds) == (("防汛", "抗旱"), ("工作部署", "调度推进"))
    assert [source.file for source in merged.phrase.sources] == ["a.txt", "b.txt"]
    assert merged.phrase.sample_count == 2
    store.undo(batch, by="王秀梅", at=AT)
    assert everything(store) == before


def test_what_fits_any_stays_so(store: Store) -> None:
    kept, other = put(store, found("要把{topic}的物资备足"), found("要把物资备齐"))
    assert kept.phrase.topics == ()
    store.decide(merge(kept, [other, other]).changes[-1:], by="王秀梅", at=AT)
    assert store.get(kept.phrase.id).phrase.topics == ()
    with pytest.raises(CodedError) as caught:
        merge(kept, [kept])
    assert caught.value.problems[0].code == "D002"


def test_a_passage_is_split_into_sentences_with_its_sources(store: Store) -> None:
    (whole,) = put(store, found(WHOLE, unit="passage", moves=("point.duty", "point.measure")))
    before = everything(store)
    batch = store.decide(split(whole).changes, by="王秀梅", at=AT)
    first, second = (store.get(part.id, sources=None).phrase for part in parts(whole.phrase))
    assert (first.text, second.text) == ("要把{place}的险工查清", "要把{place}的险段看住")
    assert (first.move, second.move) == (Move.POINT_DUTY, Move.POINT_MEASURE)
    assert {first.unit, second.unit} == {Unit.SENTENCE}
    assert first.groups == (whole.phrase.id,)
    assert first.sources == whole.phrase.sources
    assert [one.phrase.id for one in company(store, first)] == [whole.phrase.id]
    rest = store.get(whole.phrase.id).phrase
    assert (rest.status, rest.note) == (Status.REJECTED, f"已拆成：{first.id[:8]}、{second.id[:8]}")
    store.undo(batch, by="王秀梅", at=AT)
    assert everything(store) == before


def test_a_part_that_is_there_is_not_put_in_again(store: Store) -> None:
    whole, part = put(store, found("险工查清。险段看住", unit="passage"), found("险工查清", place=1))
    plan = split(whole, present=[part.phrase.id])
    assert [phrase.text for phrase in plan.phrases] == ["险工查清。险段看住", "险段看住"]
    store.decide(plan.changes, by="王秀梅", at=AT)


def test_an_outline_has_its_headings(store: Store) -> None:
    (outline,) = put(store, found("压实责任／备足力量", unit="outline"))
    assert members(outline.phrase) == ("压实责任", "备足力量")
    assert [part.unit for part in parts(outline.phrase)] == [Unit.HEADING, Unit.HEADING]
    assert members(parts(outline.phrase)[0]) == ()


@pytest.mark.parametrize("at", ["", "不在里面", "要把"])
def test_what_cannot_be_split(store: Store, at: str) -> None:
    (held,) = put(store, found("要把物资备足"))
    with pytest.raises(CodedError) as caught:
        split(held, at=at)
    assert caught.value.problems[0].code == "D003"


def test_near_copies_are_found_whatever_their_slots_are_called(store: Store) -> None:
    put(
        store,
        found("把{topic}的各项任务落到每一个岗位"),
        found("让群众住得更安稳一些", place=1),
        found("把{topic}的各项任务落到每一座水库、每一段堤防、每一个人", place=2),
    )
    near = near_copies(store, "把{section}的各项任务落到每一个班组")
    assert [held.phrase.text for held in near] == ["把{topic}的各项任务落到每一个岗位"]
    assert near_copies(store, "把{topic}的各项任务落到每一个岗位", limit=1) == []
    assert near_copies(store, "{topic}") == []


def test_ones_own_last_step_is_found_however_long_ago(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(undoing, "_PAGE", 4)
    held, other = put(store, found("要把物资备足"), found("要把队伍练强", place=1))
    mine = store.decide(accept([held]).changes, by="王秀梅", at=AT)
    for _ in range(15):
        store.decide(reject([store.get(other.phrase.id)]).changes, by="赵立新", at=AT)
        store.decide(accept([store.get(other.phrase.id)]).changes, by="赵立新", at=AT)
    assert last_step(store, "王秀梅") == mine
    assert [decided.id for decided in step(store, mine)] == [held.phrase.id]
    store.undo(mine, by="王秀梅", at=AT)
    with pytest.raises(CodedError) as caught:
        last_step(store, "王秀梅")
    assert caught.value.problems[0].code == "D004"
    with pytest.raises(CodedError) as caught:
        step(store, 9999)
    assert caught.value.problems[0].code == "K013"


def test_parts_are_phrases_of_their_own() -> None:
    from phrasebank.curation.rewriting import written

    whole = written({"text": WHOLE, "unit": "passage", "move": "point.measure"})
    assert [part.id for part in parts(whole)] == [phrase_id(part.text) for part in parts(whole)]
