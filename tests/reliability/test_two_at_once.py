"""Two processes at one file or one bank, a clock that is set back.

A bank that somebody else keeps locked: tests/phrasebank/store/test_opening.py.
"""

from __future__ import annotations

import sqlite3
import zipfile
from pathlib import Path

from phrasebank.store import Query, open_bank
from tests.reliability.conftest import ADD, BRIEF, Start, ended


def test_of_several_that_write_a_new_file_one_does(tmp_path: Path, start: Start) -> None:
    started = [start("draft", BRIEF, "--seed", str(seed), "-o", "稿.docx") for seed in range(4)]
    codes = sorted(ended(one).code for one in started)
    assert codes == [0, 2, 2, 2]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["库.db", "稿.docx"]
    assert zipfile.ZipFile(tmp_path / "稿.docx").testzip() is None


def test_of_several_that_replace_a_file_one_is_left_whole(tmp_path: Path, start: Start) -> None:
    wanted = []
    for seed in range(4):
        assert ended(start("draft", BRIEF, "--seed", str(seed), "-o", f"{seed}.docx")).code == 0
        wanted.append((tmp_path / f"{seed}.docx").read_bytes())
    started = [start("draft", BRIEF, "--seed", str(seed), "-o", "稿.docx", "--force") for seed in range(4)]
    assert [ended(one).code for one in started] == [0] * 4
    assert (tmp_path / "稿.docx").read_bytes() in wanted


def test_several_that_add_to_one_bank(tmp_path: Path, start: Start) -> None:
    texts = [f"{word}的事要一件一件办好" for word in ("修路", "吃水", "看病", "上学", "养老", "用电")]
    started = [start(*ADD[:2], text, *ADD[3:]) for text in texts]
    assert [ended(one).code for one in started] == [0] * len(texts)
    with open_bank(tmp_path / "库.db", builtin=False) as store:
        assert {held.phrase.text for held in store.find()} == set(texts)
        assert len(store.history()) == len(texts)


def test_two_that_mine_into_one_bank(tmp_path: Path, start: Start, speeches: Path) -> None:
    def mined(bank: str) -> set[str]:
        with open_bank(tmp_path / bank, read_only=True) as store:
            return {held.phrase.text for held in store.find(Query(origin="mined"))}

    assert ended(start("mine", speeches, "--bank", "一个.db")).code == 0
    for ran in [ended(one) for one in [start("mine", speeches, "--bank", "两个.db") for _ in range(2)]]:
        assert ran.code == 0, ran.err
    assert mined("两个.db") == mined("一个.db")


def test_decisions_keep_their_order_when_the_clock_is_set_back(tmp_path: Path, start: Start) -> None:
    """The history is in the order of the decisions, and what is undone is the last one made."""
    for text in ("先加的一句话要留在库里头", "后加的一句话要最先撤回去"):
        assert ended(start(*ADD[:2], text, *ADD[3:])).code == 0
    with sqlite3.connect(tmp_path / "库.db") as bank:
        table = next(
            name
            for (name,) in bank.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if {"at", "by"} <= {row[1] for row in bank.execute(f"PRAGMA table_info({name})")}
        )
        last = f"(SELECT max(rowid) FROM {table})"
        bank.execute(f"UPDATE {table} SET at = '1999-01-01T00:00:00' WHERE rowid = {last}")
    ran = ended(start("bank", "undo", "--bank", "库.db"))
    assert ran.code == 0, ran.err
    with open_bank(tmp_path / "库.db", builtin=False) as store:
        assert [held.phrase.text for held in store.find()] == ["先加的一句话要留在库里头"]
