from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from phrasebank.errors import CodedError
from phrasebank.exchange import dumps, loads
from phrasebank.model import Slot, SlotType, Status, phrase_id
from phrasebank.tidy import tidy_file, tidy_text


def test_hand_form_becomes_exchange_form(line: Callable[..., str]) -> None:
    (phrase,) = tidy_text(line(text="以{section:noun}为抓手，把{topic}抓实", topics=["安全生产"])).phrases
    assert phrase.text == "以{section}为抓手，把{topic}抓实"
    assert phrase.id == phrase_id(phrase.text)
    assert phrase.slots == (Slot("section", SlotType.TASK, "noun"), Slot("topic", SlotType.TOPIC))
    assert phrase.topics == ("安全生产",)
    assert phrase.status is Status.ACCEPTED
    assert phrase.sources == ()


def test_tidying_twice_changes_nothing(lines: Callable[..., str]) -> None:
    once = dumps(tidy_text(lines("抓{task:verb}要早", "抓早抓小", "抓紧抓实")).phrases)
    assert dumps(tidy_text(once).phrases) == once


def test_what_curators_decided_stays(line: Callable[..., str]) -> None:
    text = (
        dumps(tidy_text(line()).phrases).replace('"accepted"', '"obsolete"').replace('"used": 0', '"used": 7')
    )
    (phrase,) = tidy_text(text).phrases
    assert (phrase.status, phrase.used) == (Status.OBSOLETE, 7)


def test_copies_are_dropped_with_a_message(lines: Callable[..., str]) -> None:
    tidied = tidy_text(lines("抓早抓小", "抓早抓小", "抓紧抓实"), file="a.jsonl")
    assert len(tidied.phrases) == 2
    assert [(problem.line, problem.key) for problem in tidied.dropped] == [(2, "抓早抓小")]


def test_a_file_is_tidied_in_place(lines: Callable[..., str], tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(lines("抓早抓小", "抓紧抓实"), "utf-8")
    tidied = tidy_file(path)
    assert loads(path.read_text("utf-8")) == tidied.phrases


def test_a_file_with_a_problem_stays_as_it_is(lines: Callable[..., str], tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    text = lines("抓早抓小", "六月底前抓完")
    path.write_text(text, "utf-8")
    with pytest.raises(CodedError, match="P031"):
        tidy_file(path)
    assert path.read_text("utf-8") == text
