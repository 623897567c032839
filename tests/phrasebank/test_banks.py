"""Several banks as one: which phrases a draft may take."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from phrasebank.bank import MemoryBank
from phrasebank.banks import count_use, is_database, load_banks
from phrasebank.curation.editing import add, edit
from phrasebank.curation.judging import accept, forbid, obsolete, reject
from phrasebank.curation.merging import merge
from phrasebank.exchange import dump
from phrasebank.model import Move, Phrase, Status, Unit
from phrasebank.store import Store, open_bank

AT = "2026-03-01T09:00:00+08:00"
TYPED = {"text": "把{topic}落到每一个岗位", "unit": "sentence", "move": "point.demand"}


@pytest.fixture(name="bank")
def _bank(tmp_path: Path) -> Path:
    with open_bank(tmp_path / "bank.db", create=True) as store:
        store.decide(add(TYPED).changes, by="王秀梅", at=AT)
    return tmp_path / "bank.db"


def demands(bank: MemoryBank) -> dict[str, Phrase]:
    offered = bank.candidates(Move.POINT_DEMAND, units=(Unit.SENTENCE,), kind="", topic="", level="")
    return {phrase.text: phrase for phrase in offered}


def test_the_builtin_bank_lies_underneath(bank: Path) -> None:
    alone, both = demands(load_banks([])), demands(load_banks([str(bank)]))
    assert set(both) - set(alone) == {TYPED["text"]}
    assert set(alone) < set(both)
    assert set(demands(load_banks([str(bank)], builtin=False))) == {TYPED["text"]}
    assert demands(load_banks([], builtin=False)) == {}


@pytest.mark.parametrize("how", ["reject", "forbid", "obsolete", "edit", "merge"])
def test_what_people_decided_about_a_builtin_phrase_holds(bank: Path, how: str) -> None:
    victim = next(iter(demands(load_banks([])).values()))
    with open_bank(bank) as store:
        held = store.get(victim.id)
        plans = {
            "reject": lambda: reject([held]),
            "forbid": lambda: forbid([held], reason="空话"),
            "obsolete": lambda: obsolete([held], since="2026-01-01"),
            "edit": lambda: edit(held, {"text": "让群众住得更安稳"}),
            "merge": lambda: merge(_typed(store), [held]),
        }
        store.decide(plans[how]().changes, by="王秀梅", at=AT)
    assert victim.text not in demands(load_banks([str(bank)]))
    assert (how == "edit") == ("让群众住得更安稳" in demands(load_banks([str(bank)])))


def _typed(store: Store):  # type: ignore[no-untyped-def]
    return next(held for held in store.find() if held.phrase.text == TYPED["text"])


def test_the_bank_named_first_decides(bank: Path, tmp_path: Path) -> None:
    with open_bank(bank) as store:
        held = _typed(store)
        dump([held.phrase], tmp_path / "词条.jsonl")
        store.decide(reject([held]).changes, by="王秀梅", at=AT)
    database, file = str(bank), str(tmp_path / "词条.jsonl")
    assert TYPED["text"] in demands(load_banks([file]))
    assert TYPED["text"] in demands(load_banks([file, database]))
    assert TYPED["text"] not in demands(load_banks([database, file]))


def test_a_decision_of_the_second_database_about_a_builtin_phrase_holds(bank: Path, tmp_path: Path) -> None:
    victim = next(iter(demands(load_banks([])).values()))
    with open_bank(tmp_path / "second.db", create=True) as store:
        store.decide(reject([store.get(victim.id)]).changes, by="王秀梅", at=AT)
    assert victim.text not in demands(load_banks([str(bank), str(tmp_path / "second.db")]))


def test_a_builtin_phrase_that_was_rejected_and_accepted_again_is_back(bank: Path) -> None:
    victim = next(iter(demands(load_banks([])).values()))
    with open_bank(bank) as store:
        store.decide(reject([store.get(victim.id)]).changes, by="王秀梅", at=AT)
        store.decide(accept([store.get(victim.id)]).changes, by="王秀梅", at=AT)
    assert victim.text in demands(load_banks([str(bank)]))
    assert set(demands(load_banks([str(bank)], builtin=False))) == {victim.text, TYPED["text"]}


def test_use_is_counted_where_it_can_be(bank: Path, tmp_path: Path) -> None:
    with open_bank(bank) as store:
        typed = _typed(store).phrase
    count_use([str(bank), str(tmp_path / "没有.db"), "词条.jsonl"], [typed.id])
    count_use([str(bank)], [])
    with open_bank(bank) as store:
        assert store.get(typed.id).phrase.used == 1
        assert store.count() > 1
        assert store.get(typed.id).phrase.status is Status.ACCEPTED


def test_a_database_is_told_by_name_or_by_its_bytes(bank: Path, tmp_path: Path) -> None:
    renamed = tmp_path / "语料库"
    with open_bank(bank):
        pass
    with sqlite3.connect(bank) as source, sqlite3.connect(renamed) as copy:
        source.backup(copy)
    (tmp_path / "词条.txt").write_text("{}", encoding="utf-8")
    assert is_database(str(renamed))
    assert is_database("没有.db")
    assert is_database("postgresql://主机/库")
    assert not is_database("词条.jsonl")
    assert not is_database(str(tmp_path / "词条.txt"))
    assert not is_database(str(tmp_path))
    assert TYPED["text"] in demands(load_banks([str(renamed)]))
