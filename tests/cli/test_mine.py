"""``drafter mine`` as a writer runs it: a folder of speeches in, candidates in a bank out."""

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from phrasebank.model import Status, Unit
from phrasebank.store import Query, open_bank
from tests.cli.conftest import PROGRAM, Run
from tests.samples_text import LABELLED, plain


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    folder = tmp_path / "往年讲话"
    folder.mkdir()
    for path in LABELLED[:6]:
        (folder / path.name).write_text(plain(path), encoding="utf-8")
    return folder


def rows(bank: Path) -> dict[str, tuple[object, ...]]:
    """Every mined phrase of a bank with all that mining says of it."""
    with open_bank(bank, read_only=True) as store:
        return {
            held.phrase.id: (held.phrase, held.occurrences, held.quality)
            for held in store.find(Query(origin="mined"), sources=None)
        }


def test_a_folder_becomes_candidates_with_their_places(drafter: Run, folder: Path) -> None:
    done = drafter("mine", folder, "--bank", "bank.db")
    assert done.code == 0, done.err
    assert done.out.startswith("挖了6篇。")
    assert "drafter bank review --bank" in done.out
    found = [row[0] for row in rows(folder.parent / "bank.db").values()]
    assert {phrase.status for phrase in found} == {Status.CANDIDATE}
    assert {phrase.unit for phrase in found} >= {
        Unit.HEADING, Unit.LEAD, Unit.SENTENCE, Unit.PASSAGE, Unit.TITLE, Unit.OUTLINE,
    }  # fmt: skip
    assert all(phrase.sources and Path(phrase.sources[0].file).parent == folder for phrase in found)
    assert all(0 <= phrase.score <= 1 for phrase in found)


def test_the_same_folder_twice_changes_nothing(drafter: Run, folder: Path) -> None:
    bank = folder.parent / "bank.db"
    drafter("mine", folder, "--bank", bank)
    before = rows(bank)
    again = drafter("mine", folder, "--bank", bank)
    assert again.out == "挖了0篇，6篇以前挖过。\n"
    assert rows(bank) == before


def test_one_more_file_is_one_more_and_the_order_makes_no_difference(drafter: Run, folder: Path) -> None:
    last = max(folder.iterdir())
    later = folder.parent / "later.txt"
    last.rename(later)
    bank, at_once = folder.parent / "bank.db", folder.parent / "at-once.db"
    drafter("mine", folder, "--bank", bank)
    done = drafter("mine", later, "--bank", bank)
    assert done.out.startswith("挖了1篇。")
    drafter("mine", later, folder, "--bank", at_once)
    assert rows(bank) == rows(at_once)


def test_tables_of_speeches(drafter: Run, folder: Path) -> None:
    records = [{"name": path.stem, "text": path.read_text("utf-8")} for path in sorted(folder.iterdir())]
    with gzip.open(folder.parent / "稿.jsonl.gz", "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    done = drafter("mine", "稿.jsonl.gz", "--bank", "table.db")
    assert done.out.startswith("挖了6篇。")
    drafter("mine", folder, "--bank", "folder.db")
    assert rows(folder.parent / "table.db").keys() == rows(folder.parent / "folder.db").keys()


def test_a_bad_file_is_listed_and_passed(drafter: Run, folder: Path) -> None:
    (folder / "坏的.docx").write_bytes(b"PK\x03\x04" + bytes(40))
    (folder / "空的.txt").write_bytes(b"")
    done = drafter("mine", folder, "--bank", "bank.db")
    assert done.code == 0
    assert done.out.startswith("挖了6篇，2篇没有读成。")
    assert "坏的.docx" in done.err
    assert "空的.txt" in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("没有这个文件夹", "--bank", "b.db"), "找不到这个文件或文件夹"),
        (("往年讲话", "--bank", "往年讲话"), "这是一个文件夹"),
        (("往年讲话", "--bank", "b.db", "--master", "local[2]"), "--engine spark"),
        (("往年讲话", "--bank", "没有/b.db"), "所在的文件夹不存在"),
    ],
)
def test_bad_input_is_one_line(drafter: Run, folder: Path, arguments: tuple[str, ...], words: str) -> None:
    assert words in drafter("mine", *arguments).complaint
    assert not (folder.parent / "b.db").exists()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a system that kills processes (POSIX)")
def test_a_run_that_is_killed_is_taken_up_again(drafter: Run, folder: Path) -> None:
    for path in LABELLED[6:]:
        (folder / path.name).write_text(plain(path), encoding="utf-8")
    whole, killed = folder.parent / "whole.db", folder.parent / "killed.db"
    assert drafter("mine", folder, "--bank", whole, "--jobs", "1").code == 0
    for delay in (0.6, 1.0, 1.5, 2.1):
        running = subprocess.Popen(
            [*PROGRAM, "mine", str(folder), "--bank", str(killed), "--jobs", "1"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(delay)
        os.kill(running.pid, signal.SIGKILL)
        running.wait()
    done = drafter("mine", folder, "--bank", killed, "--jobs", "1")
    assert done.code == 0, done.err
    assert rows(killed) == rows(whole)
