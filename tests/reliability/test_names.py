"""Names of files as they come: Chinese, blanks, emoji, options, line ends of other systems."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.reliability.conftest import BRIEF, Start, ended

SPEECH = "在会上的讲话\n同志们：\n今天开会，说说防汛。\n一、看清汛情\n雨来得早，也来得偏。\n谢谢大家！\n"
NAMES = [
    "讲话 （定稿）.txt",
    "讲话😀.txt",
    "a'b\"c$d`e;f&g.txt",
    "-o.txt",
    "--force",
    "带\n行.txt",
    "e\u0301.txt",
    "*.txt",
    "#1%20.txt",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_a_name(tmp_path: Path, start: Start, name: str) -> None:
    (tmp_path / name).write_text(SPEECH, "utf-8")
    for given in (f"./{name}", str(tmp_path / name)):
        ran = ended(start("parse", given))
        assert ran.code == 0, ran.err
        assert json.loads(ran.out)["title"] == "在会上的讲话"
    ran = ended(start("format", "-o", "新.docx", "--", name))
    assert ran.code == 0, ran.err
    assert (tmp_path / "新.docx").exists()


@pytest.mark.parametrize("name", [name for name in NAMES if name != "--force"])
def test_a_name_is_a_name_to_write_to(tmp_path: Path, start: Start, name: str) -> None:
    (tmp_path / "讲话.txt").write_text(SPEECH, "utf-8")
    ran = ended(start("format", "讲话.txt", "-o", f"./{name}"))
    assert ran.code == 0, ran.err
    assert (tmp_path / name).read_text("utf-8").startswith("在会上的讲话")


def test_names_that_look_alike_are_two(tmp_path: Path, start: Start) -> None:
    """A Latin and a Cyrillic a: two files, both read, each under its own name."""
    for name in ("讲话a.txt", "讲话а.txt"):
        (tmp_path / name).write_text(SPEECH, "utf-8")
    ran = ended(start("parse", "."))
    assert ran.code == 0, ran.err
    assert len({json.loads(line)["file"] for line in ran.out.splitlines()}) == 2


@pytest.mark.parametrize("end", ["\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_line_ends_and_encodings_of_other_systems(
    tmp_path: Path, start: Start, end: str, encoding: str
) -> None:
    (tmp_path / "一.txt").write_bytes(SPEECH.encode())
    (tmp_path / "二.txt").write_bytes(SPEECH.replace("\n", end).encode(encoding))
    found = [json.loads(line) for line in ended(start("parse", "一.txt", "二.txt")).out.splitlines()]
    for one in found:
        del one["file"]
    assert found[0] == found[1]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_a_brief_and_its_figures_as_windows_writes_them(tmp_path: Path, start: Start, encoding: str) -> None:
    """Line ends, encoding and the slash of Windows: the draft is the same to the last word."""
    for path in BRIEF.parent.glob("防汛*"):
        shutil.copy(path, tmp_path / path.name)
    assert ended(start("draft", BRIEF.name, "-o", "一.txt")).code == 0
    (tmp_path / "数据").mkdir()
    for path in tmp_path.glob("防汛*"):
        text = path.read_text("utf-8").replace("防汛数据.csv", ".\\数据\\防汛数据.csv").replace("\n", "\r\n")
        target = tmp_path / "数据" / path.name if path.suffix == ".csv" else path
        path.unlink()
        target.write_bytes(text.encode(encoding))
    ran = ended(start("draft", BRIEF.name, "-o", "二.txt"))
    assert ran.code == 0, ran.err
    assert (tmp_path / "一.txt").read_bytes() == (tmp_path / "二.txt").read_bytes()
