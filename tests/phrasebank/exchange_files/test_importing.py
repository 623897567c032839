"""What an import would change, and that it changes just that."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from phrasebank.exchange_files import Format, Read, encode, read_bytes
from phrasebank.exchange_files.csv_file import read_csv
from phrasebank.exchange_files.importing import Importing, import_rows, plan_import
from phrasebank.exchange_files.jsonl_file import read_jsonl
from phrasebank.model import Move, Phrase, Status, Unit, phrase_id
from phrasebank.store import Change, ConflictError, Held, Store
from tests.phrasebank.exchange_files.conftest import PHRASES, Put, phrase_of

LATER = "2026-03-20T10:00:00+08:00"
DUTY = PHRASES[1]


def by_wu(store: Store) -> Callable[[Sequence[Change]], int]:
    return lambda changes: store.decide(changes, by="吴审", at=LATER)


def table(*rows: str, heading: str = "编号,文字,状态,备注,版本") -> Read:
    return read_csv("\n".join([heading, *rows]).encode(), file="表.csv")


def sizes(plan: Importing) -> tuple[int, int, int, int, int]:
    return len(plan.new), len(plan.changed), len(plan.conflicts), plan.same, len(plan.refused)


@pytest.mark.parametrize("form", [Format.JSONL, Format.CSV, Format.XLSX])
def test_what_was_just_exported_changes_nothing(form: Format, store: Store, put: Put) -> None:
    helds = put(*PHRASES[:6], *PHRASES[7:])
    plan = plan_import(store, read_bytes(encode(helds, form), form))
    assert sizes(plan) == (0, 0, 0, len(helds), 0)


def test_an_edited_text_is_an_edit_of_that_phrase(store: Store, put: Put) -> None:
    put(DUTY)
    plan = plan_import(store, table(f"{DUTY.id},守土有责守土尽责,,1", heading="编号,文字,状态,版本"))
    (row,) = plan.changed
    assert [(one.column, one.before, one.after) for one in row.differences] == [
        ("文字", "守土有责", "守土有责守土尽责")
    ]
    import_rows(plan.rows(), by_wu(store))
    after = store.get(phrase_id("守土有责守土尽责")).phrase
    assert (after.status, after.topics, after.note) == (DUTY.status, DUTY.topics, DUTY.note)
    assert (after.decided_by, after.decided_at) == ("吴审", LATER)
    assert store.count() == 1


def test_importing_the_edited_file_again_changes_nothing(store: Store, put: Put) -> None:
    put(DUTY)
    edited = table(f"{DUTY.id},守土有责守土尽责,,,1", heading="编号,文字,状态,主题,版本")
    import_rows(plan_import(store, edited).rows(), by_wu(store))
    assert sizes(plan_import(store, edited)) == (0, 0, 0, 1, 0)


def test_blank_status_and_missing_columns_keep(store: Store, put: Put) -> None:
    put(DUTY)
    (row,) = plan_import(store, table(f"{DUTY.id},守土有责,,换了,1")).changed
    assert row.after == replace(DUTY, note="换了", decided_by="周编", decided_at=row.after.decided_at)


def test_a_row_without_id_is_new_and_checked(store: Store, put: Put) -> None:
    put(DUTY)
    read = table(
        ",尽职尽责,短语,号召,",
        ",全市投入三百万元,句,措施,",
        ",守土有责,短语,要求,采用",
        ",没有语步,短语,,",
        heading="编号,文字,单位,语步,状态",
    )
    plan = plan_import(store, read, file="表.csv")
    (row,) = plan.new
    assert (row.after.status, row.after.unit, row.after.move) == (
        Status.ACCEPTED,
        Unit.PHRASE,
        Move.CLOSING_CALL,
    )
    assert {(problem.line, problem.key, problem.code) for problem in plan.refused} == {
        (3, "文字", "P030"),
        (5, "语步", "I021"),
    }
    assert plan.same == 1  # the same words as a phrase of the bank


def test_a_candidate_of_another_bank_keeps_its_faults_sources_and_counts(store: Store) -> None:
    plan = plan_import(store, read_jsonl(encode([held(PHRASES[0])], Format.JSONL, with_sources=True)))
    import_rows(plan.rows(), by_wu(store))
    found = store.get(PHRASES[0].id, sources=None)
    assert found.phrase.status is Status.CANDIDATE
    assert found.phrase.sources == PHRASES[0].sources
    assert (found.phrase.sample_count, found.phrase.score, found.phrase.doubts) == (
        2,
        0.75,
        PHRASES[0].doubts,
    )


def test_accepting_in_a_table_passes_the_gate(store: Store, put: Put) -> None:
    doubtful, figure = put(PHRASES[0], phrase_of("完成投资三百万元"))
    rows = [
        f'{doubtful.phrase.id},采用,"{chr(10).join(doubtful.phrase.doubts)}"',
        f"{figure.phrase.id},采用,",
    ]
    plan = plan_import(store, table(*rows, heading="编号,状态,疑点"))
    assert {(problem.line, problem.key) for problem in plan.refused} == {(2, "疑点"), (4, "文字")}
    cleared = plan_import(store, table(f"{doubtful.phrase.id},采用,", heading="编号,状态,疑点"))
    import_rows(cleared.rows(), by_wu(store))
    after = store.get(doubtful.phrase.id).phrase
    assert (after.status, after.doubts) == (Status.ACCEPTED, ())


def test_a_doubt_about_words_that_are_gone_goes_with_them(store: Store, put: Put) -> None:
    (doubtful,) = put(phrase_of("老周带头守粮", doubts=("可能有人名“老周”",)))
    plan = plan_import(store, table(f"{doubtful.phrase.id},带头守粮,采用,,1"))
    assert plan.changed[0].after.doubts == ()


@pytest.mark.parametrize("form", [Format.JSONL, Format.CSV, Format.XLSX])
def test_a_decision_taken_since_is_a_conflict(form: Format, store: Store, put: Put) -> None:
    (held_then,) = put(DUTY)
    data = encode([Held(replace(held_then.phrase, note="文件里改的"), 1, 0, 0.0, "import")], form)
    other = replace(held_then.phrase, status=Status.REJECTED)
    store.decide([Change(DUTY.id, 1, other, "reject")], by="郑编", at=LATER)
    plan = plan_import(store, read_bytes(data, form))
    (row,) = plan.conflicts
    assert "郑编" in row.reason
    assert "不用" in row.reason
    assert plan.rows() == ()
    import_rows(plan.rows(theirs=True), by_wu(store))
    after = store.get(DUTY.id).phrase
    assert (after.status, after.note) == (Status.ACCEPTED, "文件里改的")


def test_what_says_the_same_is_no_conflict(store: Store, put: Put) -> None:
    (held_then,) = put(DUTY)
    store.decide([Change(DUTY.id, 1, held_then.phrase, "tag")], by="郑编", at=LATER)
    assert sizes(plan_import(store, read_bytes(encode([held_then], Format.CSV), Format.CSV))) == (
        0,
        0,
        0,
        1,
        0,
    )


def test_a_decision_between_plan_and_import_stops_all_of_it(store: Store, put: Put) -> None:
    first, second = put(DUTY, phrase_of("尽职尽责"))
    plan = plan_import(
        store, table(f"{first.phrase.id},,,甲,1", f"{second.phrase.id},,,乙,1", heading="编号,x,y,备注,版本")
    )
    store.decide([Change(second.phrase.id, 1, second.phrase, "tag")], by="郑编", at=LATER)
    with pytest.raises(ConflictError):
        import_rows(plan.rows(), by_wu(store))
    assert store.get(first.phrase.id).phrase.note == DUTY.note


def test_one_undo_takes_all_of_it_back(store: Store, put: Put) -> None:
    (held_then,) = put(DUTY)
    plan = plan_import(
        store, table(f"{DUTY.id},守土担责,,改,1", ",尽职尽责,,,", heading="编号,文字,状态,备注,版本")
    )
    assert plan.refused  # the new one lacks unit and move
    read = table(f"{DUTY.id},守土担责,要求,短语", ",尽职尽责,要求,短语", heading="编号,文字,语步,单位")
    batch, _ = import_rows(plan_import(store, read).rows(), by_wu(store))
    assert store.count() == 2
    store.undo(batch, by="吴审", at=LATER)
    assert store.count() == 1
    assert store.get(DUTY.id).phrase == replace(held_then.phrase, sources=())


def test_rows_that_cannot_be_told_apart(store: Store, put: Put) -> None:
    first, second = put(DUTY, phrase_of("尽职尽责"))
    plan = plan_import(
        store,
        table(
            f"{first.phrase.id},守土有责,,甲,1",
            f"{first.phrase.id},守土有责,,乙,1",
            f"{second.phrase.id},守土有责,,,1",
            "ffffffffffffffff,无此编号,,,1",
        ),
    )
    assert [(problem.line, problem.code) for problem in plan.refused] == [
        (3, "P050"),
        (4, "K011"),
        (5, "I020"),
    ]
    assert len(plan.changed) == 1


def test_an_edit_into_words_that_were_merged_away_is_left_out(store: Store, put: Put) -> None:
    kept, gone, third = put(DUTY, phrase_of("守土有其责"), phrase_of("守土需尽责"))
    store.decide([Change(gone.phrase.id, 1, None, "merge", into=kept.phrase.id)], by="郑编", at=LATER)
    read = table(f"{third.phrase.id},守土有其责,,", ",尽职尽责,短语,要求", heading="编号,文字,单位,语步")
    plan = plan_import(store, read, file="表.csv")
    batch, refused = import_rows(plan.rows(), by_wu(store), file="表.csv")
    assert batch
    assert [(problem.line, problem.code) for problem in refused] == [(2, "K011")]
    assert store.get(third.phrase.id).phrase.text == "守土需尽责"
    assert store.get(phrase_id("尽职尽责")).phrase.unit is Unit.PHRASE


def test_characters_that_no_bank_holds(store: Store) -> None:
    line = '{"text": "守土有责", "unit": "phrase", "move": "point.demand", "note": "\\u0000\\ud800"}'
    plan = plan_import(store, read_jsonl(line.encode()))
    assert [(problem.line, problem.code) for problem in plan.refused] == [(1, "K012")]


def test_json_lines_with_a_few_keys(store: Store, put: Put) -> None:
    put(DUTY)
    lines = [
        f'{{"id": "{DUTY.id}", "status": "rejected"}}',
        '{"text": "把{task:noun}抓紧", "unit": "sentence", "move": "point.measure"}',
        '{"text": "坏", "unit": "sentence", "move": "point.measure", "mood": "好"}',
        "[]",
    ]
    plan = plan_import(store, read_jsonl("\n".join(lines).encode(), file="甲.jsonl"), file="甲.jsonl")
    assert [row.after.status for row in plan.changed] == [Status.REJECTED]
    assert [row.after.slots[0].form for row in plan.new] == ["noun"]
    assert [(problem.line, problem.code) for problem in plan.refused] == [(3, "P002"), (4, "P001")]


def held(phrase: Phrase) -> Held:
    return Held(phrase, 0, len(phrase.sources), 0.0, "mined")
