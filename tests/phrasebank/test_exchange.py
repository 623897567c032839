from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phrasebank.errors import CodedError
from phrasebank.exchange import dump, dumps, load, loads
from phrasebank.model import Move, Phrase, Slot, SlotType, Source, Status, Unit

_WORDS = st.text(max_size=12)
_MANY = st.lists(_WORDS, max_size=3).map(tuple)
_COUNTS = st.integers(min_value=0, max_value=10**6)
_PHRASES = st.builds(
    Phrase,
    id=_WORDS,
    text=_WORDS,
    unit=st.sampled_from(Unit),
    move=st.sampled_from(Move),
    slots=st.lists(
        st.builds(Slot, _WORDS, st.sampled_from(SlotType), st.sampled_from(["", "verb", "noun"])), max_size=3
    ).map(tuple),
    topics=_MANY,
    kinds=_MANY,
    levels=_MANY,
    themes=_MANY,
    family=_WORDS,
    status=st.sampled_from(Status),
    score=st.floats(0, 1),
    sources=st.lists(st.builds(Source, _WORDS, _COUNTS, _COUNTS, _COUNTS), max_size=2).map(tuple),
    sample_count=_COUNTS,
    note=_WORDS,
    decided_by=_WORDS,
    decided_at=_WORDS,
    used=_COUNTS,
)


@settings(max_examples=60)
@given(st.lists(_PHRASES, max_size=5, unique_by=lambda phrase: phrase.id))
def test_loading_gives_back_what_was_dumped(phrases: list[Phrase]) -> None:
    assert list(loads(dumps(phrases))) == sorted(phrases, key=lambda phrase: phrase.id)


@settings(max_examples=30)
@given(st.lists(_PHRASES, max_size=5, unique_by=lambda phrase: phrase.id))
def test_order_of_the_phrases_does_not_show_in_the_bytes(phrases: list[Phrase]) -> None:
    assert dumps(phrases) == dumps(reversed(phrases))


def test_a_line_has_the_keys_of_contract_4_and_readable_chinese() -> None:
    phrase = Phrase(
        "ab", "抓{topic}", Unit.LEAD, Move.POINT_LEAD, slots=(Slot("topic", SlotType.TOPIC, "noun"),)
    )
    text = dumps([phrase])
    assert "抓{topic}" in text
    assert text.endswith("}\n")
    record = json.loads(text)
    assert " ".join(record) == (
        "id text unit move slots topics kinds levels themes family status score sources "
        "sample_count note decided_by decided_at used"
    )
    assert record["slots"] == [{"name": "topic", "type": "TOPIC", "form": "noun"}]


def test_a_slot_without_a_form_has_no_form_key() -> None:
    phrase = Phrase("ab", "抓{topic}", Unit.LEAD, Move.POINT_LEAD, slots=(Slot("topic", SlotType.TOPIC),))
    assert json.loads(dumps([phrase]))["slots"] == [{"name": "topic", "type": "TOPIC"}]


def test_every_bad_line_is_told_at_once() -> None:
    good = dumps([Phrase("ab", "抓早抓小", Unit.PHRASE, Move.POINT_DEMAND)])
    bare = good.replace('"topics": []', '"topics": "安全生产"')
    with pytest.raises(CodedError) as caught:
        loads(f"{good}不是\n\n{bare}[]\n", file="词条.jsonl")
    assert [(problem.code, problem.line) for problem in caught.value.problems] == [
        ("P001", 2),
        ("P002", 4),
        ("P002", 5),
    ]
    assert str(caught.value.problems[0]).startswith("词条.jsonl:2：")


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    phrases = (Phrase("ab", "抓早抓小", Unit.PHRASE, Move.POINT_DEMAND),)
    path = tmp_path / "词条.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + dumps(phrases).encode())
    assert load(path) == phrases


def test_dump_replaces_nothing_unasked(tmp_path: Path) -> None:
    path = tmp_path / "词条.jsonl"
    dump([], path)
    with pytest.raises(CodedError, match="F001"):
        dump([Phrase("ab", "抓早抓小", Unit.PHRASE, Move.POINT_DEMAND)], path)
    assert path.read_bytes() == b""


@pytest.mark.parametrize("data", ["抓早".encode("gb18030"), None])
def test_a_file_that_cannot_be_read_is_one_clear_problem(tmp_path: Path, data: bytes | None) -> None:
    path = tmp_path / "词条.jsonl"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(CodedError) as caught:
        load(path)
    assert [problem.code for problem in caught.value.problems] == ["P001"]


def test_lines_with_one_fault_are_told_as_one() -> None:
    with pytest.raises(CodedError) as caught:
        loads('{"text": "抓早"}\n{"text": "抓小"}\n')
    (problem,) = caught.value.problems
    assert (problem.code, problem.line) == ("P002", 1)
    assert "“id”，共2行" in problem.message
