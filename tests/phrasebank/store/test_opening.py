"""What can be wrong with an address, a file or a server, told by its code; and nothing is touched."""

from __future__ import annotations

import os
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from phrasebank.builtin import load_builtin
from phrasebank.errors import CodedError
from phrasebank.store import Change, Store, open_bank
from phrasebank.store import connection as connections
from phrasebank.store.network import on_network

from .conftest import MakePhrase, Opened

ONE, TWO = "抓落实怕的是一阵风", "抓落实贵在一口气"


def add(store: Store, made: object) -> int:
    return store.decide([Change("", None, made, "add")], by="周编", at="")  # type: ignore[arg-type]


def refused(address: str | Path, **options: bool) -> str:
    with pytest.raises(CodedError) as error:
        open_bank(address, **options).close()
    (problem,) = error.value.problems
    assert problem.message
    return problem.code


@pytest.fixture(name="impatient")
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "_PATIENCE", 50)


@pytest.fixture(name="folder")
def _folder() -> Iterator[Path]:
    """A folder that an unprivileged user owns, and that user at work: for root may write anything."""
    load_builtin()  # the program's own files need not be readable for that user
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if not hasattr(os, "geteuid") or os.geteuid():
            yield folder
            folder.chmod(0o700)
            return
        os.chown(folder, 65534, 65534)
        os.seteuid(65534)
        try:
            yield folder
        finally:
            os.seteuid(0)
            folder.chmod(0o700)


@pytest.mark.parametrize("options", [{}, {"read_only": True}, {"create": True, "read_only": True}])
def test_no_bank(tmp_path: Path, options: dict[str, bool]) -> None:
    assert refused(tmp_path / "bank.db", **options) == "K001"
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("address", ["mysql://host/bank", "http://host/bank", "postgresql://host:no/bank"])
def test_no_such_kind_of_address(address: str) -> None:
    assert refused(address, create=True) == "K003"


def test_no_such_folder(tmp_path: Path) -> None:
    assert refused(tmp_path / "none" / "bank.db", create=True) == "K004"
    assert refused("bank\0.db", create=True) == "K004"
    assert refused(tmp_path, create=True) == "K002"


def test_names_that_mean_something_in_an_address(tmp_path: Path) -> None:
    path = tmp_path / "库 100%?mode=memory#1.db"
    open_bank(path, create=True, builtin=False).close()
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_files_of_other_programs_are_not_touched(tmp_path: Path) -> None:
    text, other, bare = tmp_path / "稿子.txt", tmp_path / "other.db", tmp_path / "bare.db"
    text.write_text("同志们" * 100, encoding="utf-8")
    for path, mark in ((other, 7), (bare, 0)):
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(f"PRAGMA application_id = {mark}")
            connection.execute("CREATE TABLE phrases (number)")
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    for path in (text, other, bare):
        for options in ({}, {"create": True}, {"read_only": True}):
            assert refused(path, **options) == "K002"
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_an_empty_file_becomes_a_bank_only_where_one_shall_be_made(tmp_path: Path) -> None:
    path = tmp_path / "bank.db"
    path.touch()
    assert refused(path, read_only=True) == "K001"
    assert refused(path) == "K001"
    open_bank(path, create=True, builtin=False).close()
    open_bank(path, read_only=True).close()


def test_a_damaged_bank_is_said_to_be_damaged(tmp_path: Path, phrase: MakePhrase) -> None:
    path = tmp_path / "bank.db"
    with open_bank(path, create=True, builtin=False) as store:
        add(store, phrase(ONE))
    data = path.read_bytes()
    path.write_bytes(data[:100] + os.urandom(len(data) - 100))
    assert refused(path) == "K007"


@pytest.mark.usefixtures("impatient")
def test_a_bank_that_somebody_else_is_writing(tmp_path: Path, phrase: MakePhrase) -> None:
    path = tmp_path / "bank.db"
    with open_bank(path, create=True, builtin=False) as store:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(CodedError) as error:
                add(store, phrase(ONE))
            assert error.value.problems[0].code == "K006"
            assert store.count() == 0  # reading is not in the way
        add(store, phrase(ONE))


@pytest.mark.postgres
@pytest.mark.usefixtures("impatient")
def test_a_database_that_somebody_else_is_writing(database: str, phrase: MakePhrase) -> None:
    import psycopg

    with open_bank(database, create=True, builtin=False) as store:
        with psycopg.connect(database) as other:
            other.execute("SELECT pg_advisory_xact_lock(%s)", (connections._WRITERS,))
            with pytest.raises(CodedError) as error:
                add(store, phrase(ONE))
            assert error.value.problems[0].code == "K006"
            assert store.count() == 0
        add(store, phrase(ONE))


@pytest.mark.postgres
def test_servers_that_are_not_there_or_have_no_such_database(server: str, database: str) -> None:
    assert refused("postgresql://jianggao@127.0.0.1:1/none", create=True) == "K007"
    assert refused(server.rpartition("/")[0] + "/没有", create=True) == "K001"
    assert refused(database) == "K001"
    with open_bank(database, create=True, builtin=False) as store:
        assert store.address == database.replace("postgresql://", "postgresql+psycopg://")


@pytest.mark.postgres
def test_tables_of_other_programs_are_not_touched(database: str) -> None:
    import psycopg

    with psycopg.connect(database) as other:
        other.execute("CREATE TABLE phrases (words text)")
        other.execute("INSERT INTO phrases VALUES ('别人的')")
    assert refused(database, create=True) == "K002"
    with psycopg.connect(database) as other:
        assert other.execute("SELECT * FROM phrases").fetchall() == [("别人的",)]


def test_a_full_disk_writes_nothing(tmp_path: Path, phrase: MakePhrase) -> None:
    path = tmp_path / "bank.db"
    with open_bank(path, create=True, builtin=False) as store:
        add(store, phrase(ONE))
        with store._db.reading() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        many = [phrase(f"抓落实第{number}遍要和第一遍一样认真") for number in range(3000)]
        with pytest.raises(CodedError, match="磁盘满了") as error:
            store.decide([Change("", None, made, "add") for made in many], by="周编", at="")
        assert error.value.problems[0].code == "K007"
        assert [held.phrase.text for held in store.find()] == [ONE]
        assert len(store.history()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_what_may_not_be_written_is_read(folder: Path, phrase: MakePhrase) -> None:
    path = folder / "bank.db"
    with open_bank(path, create=True, builtin=False) as store:
        add(store, phrase(ONE))
    for file_mode, folder_mode in ((0o444, 0o755), (0o644, 0o555), (0o444, 0o555)):
        path.chmod(file_mode)
        folder.chmod(folder_mode)
        for read_only in (True, False):
            with open_bank(path, read_only=read_only, builtin=False) as store:
                assert [held.phrase.text for held in store.search("一阵风")] == [ONE]
                with pytest.raises(CodedError) as error:
                    add(store, phrase(TWO))
                assert error.value.problems[0].code == "K009"
        folder.chmod(0o755)
        assert [file.name for file in folder.iterdir() if file.suffix == ".db"] == ["bank.db"]
    folder.chmod(0o555)
    assert refused(folder / "new.db", create=True) == "K004"
    folder.chmod(0o755)
    path.chmod(0o000)
    assert refused(path) == "K004"


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_a_log_that_was_left_behind_is_not_overlooked(folder: Path, phrase: MakePhrase) -> None:
    left = folder / "left"
    left.mkdir()
    with open_bank(folder / "bank.db", create=True, builtin=False) as store:
        add(store, phrase(ONE))
        for name in ("bank.db", "bank.db-wal"):
            (left / name).write_bytes((folder / name).read_bytes())
    left.chmod(0o555)
    assert refused(left / "bank.db", read_only=True) == "K004"
    left.chmod(0o755)
    with open_bank(left / "bank.db", builtin=False) as store:
        assert [held.phrase.text for held in store.find()] == [ONE]


def test_on_a_network_drive_the_log_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "bank.db"
    for network, journal in ((False, "wal"), (True, "delete"), (False, "wal")):
        monkeypatch.setattr(connections, "on_network", lambda _path, network=network: network)
        with open_bank(path, create=True, builtin=False) as store, store._db.reading() as connection:
            assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == journal
            assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2


@pytest.mark.skipif(sys.platform == "win32", reason="mounts of Linux")
def test_which_drives_are_on_the_network(tmp_path: Path) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(
        "21 1 254:0 / / rw - ext4 /dev/vda rw\n"
        "30 21 0:50 / /mnt/share\\040one rw shared:7 - cifs //server/share rw\n"
        "31 30 0:51 / /mnt/share\\040one/own rw - ext4 /dev/vdb rw\n"
        "32 21 0:52 / /mnt/far rw - fuse.sshfs host: rw\n"
        "short line\n",
        encoding="utf-8",
    )

    def far(path: str) -> bool:
        return on_network(Path(path), mounts=mounts)

    assert far("/mnt/share one/库.db")
    assert far("/mnt/far/a/b.db")
    assert not far("/mnt/share one/own/库.db")
    assert not far("/mnt/farther/库.db")
    assert not far("/home/bank.db")
    assert not on_network(Path("/mnt/far/b.db"), mounts=tmp_path / "none")


def test_a_bank_is_one_file_when_it_is_closed(tmp_path: Path, phrase: MakePhrase) -> None:
    with open_bank(tmp_path / "bank.db", create=True, builtin=False) as store:
        add(store, phrase(ONE))
    assert [file.name for file in tmp_path.iterdir()] == ["bank.db"]


def test_opened_to_be_read_nothing_is_written(opened: Opened, phrase: MakePhrase) -> None:
    add(opened(), phrase(ONE))
    store = opened(create=False, read_only=True)
    assert store.count() == 1
    with pytest.raises(CodedError) as error:
        add(store, phrase(TWO))
    assert error.value.problems[0].code == "K009"
