"""A disk that fills up while something is written: what was there stays, nothing half-written is left."""

from __future__ import annotations

import contextlib
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from phrasebank.store import open_bank
from tests.reliability.conftest import ADD, BRIEF, Start, ended

WRITERS = {
    "draft": ("draft", BRIEF, "-o", "旧.docx"),
    "draft with a trace": ("draft", BRIEF, "-o", "旧.docx", "--trace", "新.json"),
    "format": ("format", "讲话.txt", "-o", "旧.docx"),
    "update": ("update", "旧.docx", "--brief", "提纲.yaml", "-o", "旧.docx"),
    "redo": ("redo", "旧.docx", "--paragraph", "6", "--pick", "1", "-o", "旧.docx"),
    "check --fix": ("check", "讲话.txt", "--fix", "-o", "旧.docx"),
    "check --comments": ("check", "原.docx", "--comments", "旧.docx"),
    "check -o": ("check", "讲话.txt", "--format", "json", "-o", "旧.docx"),
    "measure": ("measure", "讲话.txt", "-o", "旧.docx"),
    "export": ("bank", "export", "--no-builtin", "--bank", "库.db", "-o", "旧.docx", "--to", "jsonl"),
    "new": ("new", "专题培训", "--example", "-o", "旧.docx"),
}


@pytest.fixture
def folder(tmp_path: Path, start: Start) -> Path:
    """A draft, its brief, a speech with a fault in it."""
    for path in BRIEF.parent.glob("防汛*"):
        shutil.copy(path, tmp_path / path.name.replace(BRIEF.stem, "提纲"))
    (tmp_path / "讲话.txt").write_text("同志们:\n今天开会,说说防汛。\n" + "要抓好防汛。\n" * 200, "utf-8")
    drafted = ended(start("draft", BRIEF, "-o", "旧.docx"))
    assert drafted.code == 0, drafted.err
    shutil.copy(tmp_path / "旧.docx", tmp_path / "原.docx")
    data = tmp_path / "防汛数据.csv"
    data.write_text(re.sub(r"\d(?=\D*$)", "7", data.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    assert ended(start(*ADD)).code == 0
    return tmp_path


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("room", [0, 300])
def test_no_room_for_a_file(folder: Path, start: Start, writer: str, room: int) -> None:
    """The kernel refuses every byte past a size (RLIMIT_FSIZE), wherever in the writing that falls."""
    before = {path: path.read_bytes() for path in folder.iterdir()}
    ran = ended(start(*WRITERS[writer], "--force", largest=room))
    assert ran.code == 2, ran.err
    assert "Traceback" not in ran.err
    assert "写不进去" in ran.err or "[K007]" in ran.err
    logs = (".db-wal", ".db-shm")  # SQLite takes its empty ones away when the bank is next closed
    after = {path: path.read_bytes() for path in folder.iterdir() if not path.name.endswith(logs)}
    assert after == before


@pytest.mark.parametrize("room", [4096, 40_000])
@pytest.mark.parametrize("job", ["mine", "bank add"])
def test_no_room_for_a_bank(tmp_path: Path, start: Start, speeches: Path, job: str, room: int) -> None:
    """SQLite's log (32 KiB of index beside it) cannot grow, or can and the bank cannot."""
    assert ended(start(*ADD)).code == 0
    words = {
        "mine": ("mine", speeches, "--bank", "库.db"),
        "bank add": (*ADD[:2], "办事情要一步一步走到实处去", *ADD[3:]),
    }[job]
    ran = ended(start(*words, largest=room))
    assert "Traceback" not in ran.err
    assert ran.code == 2 or (job, room) == ("bank add", 40_000), ran.out
    with open_bank(tmp_path / "库.db", builtin=False) as store:
        assert ADD[2] in [held.phrase.text for held in store.find()]
    assert ended(start(*words)).code == 0  # with room again it goes on


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 96 KiB."""
    place = tmp_path / "小盘"
    place.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", "size=96k", "tmpfs", str(place)]
    if shutil.which("mount") is None or subprocess.run(words, capture_output=True, check=False).returncode:
        pytest.skip("mounting a small disk needs root")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_disk_that_is_really_full(folder: Path, small_disk: Path, start: Start) -> None:
    kept = small_disk / "旧.txt"
    kept.write_bytes("原来的内容".encode())
    with (small_disk / "占位").open("wb", buffering=0) as rest, contextlib.suppress(OSError):
        while True:
            rest.write(b"0" * 1024)
    ran = ended(start("format", "讲话.txt", "-o", kept, "--force"))
    assert ran.code == 2
    assert "磁盘已满" in ran.err
    assert kept.read_bytes() == "原来的内容".encode()
    assert sorted(path.name for path in small_disk.iterdir()) == ["占位", "旧.txt"]


@pytest.mark.parametrize("place", ["旧.docx", "新.docx"])
def test_a_disk_that_may_not_be_written(folder: Path, small_disk: Path, start: Start, place: str) -> None:
    """Mounted read-only, so that root is refused as well."""
    (small_disk / "旧.docx").write_bytes(b"1")
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    ran = ended(start("format", "讲话.txt", "-o", small_disk / place, "--force"))
    assert ran.code == 2
    assert "只读" in ran.err
    assert [path.name for path in small_disk.iterdir()] == ["旧.docx"]
