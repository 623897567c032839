"""What stands for documents: files, folders, zips, the standard input."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from drafter.errors import Problem
from drafter.readers.gathering import STDIN, gather, is_one_document, one_document
from tests.readers.test_zipped import SPEECH, zipped


def nothing() -> bytes:
    raise AssertionError("the standard input was not asked for")


def names_of(*paths: Path) -> list[str]:
    found = list(gather(paths, nothing))
    assert not [one for one in found if isinstance(one, Problem)]
    return [one.name for one in found if not isinstance(one, Problem)]


def codes_of(*paths: Path) -> list[str]:
    return [one.code for one in gather(paths, nothing) if isinstance(one, Problem)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "去年" / "下半年").mkdir(parents=True)
    for name in (
        "乙.txt",
        "甲.docx",
        "去年/丙 😀.txt",
        "去年/下半年/丁.doc",
        ".藏.txt",
        "~$甲.docx",
        "表.xlsx",
    ):
        (tmp_path / name).write_bytes(SPEECH)
    (tmp_path / "包.zip").write_bytes(zipped([("戊.txt", SPEECH)]))
    return tmp_path


def test_a_folder_to_its_bottom(folder: Path) -> None:
    found = [Path(name).relative_to(folder).as_posix() for name in names_of(folder)]
    assert found == ["乙.txt", "包.zip！戊.txt", "甲.docx", "去年/丙 😀.txt", "去年/下半年/丁.doc"]


def test_a_file_named_is_read_whatever_it_is_called(folder: Path) -> None:
    assert names_of(folder / "表.xlsx", folder / ".藏.txt") == [
        str(folder / "表.xlsx"),
        str(folder / ".藏.txt"),
    ]


def test_what_is_given_twice_is_read_once(folder: Path) -> None:
    assert len(names_of(folder, folder / "乙.txt", folder / "去年")) == 5


def test_the_standard_input() -> None:
    (found,) = gather([STDIN], lambda: SPEECH)
    assert not isinstance(found, Problem)
    assert (found.name, found.data, found.path) == ("-", SPEECH, None)
    assert one_document(STDIN, lambda: SPEECH) == found


def test_a_problem_stands_in_its_place_and_the_rest_is_read(folder: Path) -> None:
    found = list(gather([folder / "没有.txt", folder / "乙.txt"], nothing))
    assert [isinstance(one, Problem) for one in found] == [True, False]


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    assert codes_of(tmp_path) == ["R010"]


@pytest.mark.skipif(not hasattr(os, "symlink") or os.name == "nt", reason="links need rights on Windows")
def test_links(folder: Path) -> None:
    """A link to a folder above makes no endless search; a dead one is passed over; one to a file is read."""
    (folder / "去年" / "圈").symlink_to(folder, target_is_directory=True)
    (folder / "死.txt").symlink_to(folder / "没有")
    (folder / "活.txt").symlink_to(folder / "乙.txt")
    assert len(names_of(folder)) == 6


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_in_a_folder_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "管.txt")
    assert len(names_of(folder)) == 5


def test_one_or_several(folder: Path) -> None:
    assert is_one_document([STDIN])
    assert is_one_document([folder / "乙.txt"])
    assert is_one_document([folder / "没有.txt"])
    assert not is_one_document([folder])
    assert not is_one_document([folder / "包.zip"])
    assert not is_one_document([folder / "乙.txt", folder / "甲.docx"])
