"""``drafter update`` as a user runs it."""

from __future__ import annotations

import shutil
from pathlib import Path

import docx
import pytest

from tests.cli.conftest import EXAMPLES, Run

NAME = "防汛动员部署.yaml"


@pytest.fixture
def drafted(drafter: Run, tmp_path: Path) -> Path:
    for path in EXAMPLES.glob("防汛*"):
        shutil.copy(path, tmp_path)
    assert drafter("draft", NAME, "-o", "讲稿.docx").code == 0
    return tmp_path / "讲稿.docx"


def _change(folder: Path) -> None:
    path = folder / "防汛数据.csv"
    text = path.read_text("utf-8")
    assert "降雨量,186.4,毫米,31.5%" in text
    path.write_text(text.replace("降雨量,186.4,毫米,31.5%", "降雨量,203.9,毫米,-3.5%"), "utf-8")


def _texts(path: Path) -> list[str]:
    return [p.text for p in docx.Document(str(path)).paragraphs if p.text]


def test_a_changed_table_is_carried_through(drafter: Run, drafted: Path, tmp_path: Path) -> None:
    before = _texts(drafted)
    assert drafter("update", drafted, "--check").code == 0
    _change(tmp_path)
    checked = drafter("update", drafted, "--check")
    assert checked.code == 1
    assert "降雨量：186.4毫米" in checked.out
    assert _texts(drafted) == before
    done = drafter("update", drafted, "-o", "二.docx")
    assert done.code == 0
    after = _texts(tmp_path / "二.docx")
    changed = [new for old, new in zip(before, after, strict=True) if old != new]
    assert len(changed) == 1
    assert "203.9毫米" in changed[0]
    assert "减少3.5%" in changed[0]
    assert drafter("update", "二.docx", "--check").code == 0


def test_nothing_is_overwritten_unasked(drafter: Run, drafted: Path, tmp_path: Path) -> None:
    _change(tmp_path)
    before = drafted.read_bytes()
    assert "[F001]" in drafter("update", drafted).complaint
    assert drafted.read_bytes() == before
    assert drafter("update", drafted, "--force").code == 0
    assert "203.9毫米" in "".join(_texts(drafted))


def test_a_brief_that_is_gone(drafter: Run, drafted: Path, tmp_path: Path) -> None:
    (tmp_path / NAME).unlink()
    assert "[B095]" in drafter("update", drafted).complaint


def test_comments_follow(drafter: Run, drafted: Path, tmp_path: Path) -> None:
    assert drafter("draft", NAME, "-o", "批注.docx", "--comments").code == 0
    _change(tmp_path)
    assert drafter("update", "批注.docx", "--force").code == 0
    comments = [comment.text for comment in docx.Document(str(tmp_path / "批注.docx")).comments]
    assert any("203.9毫米" in text for text in comments)
    assert not any("186.4毫米" in text for text in comments)
    assert all(text.startswith("来源：") for text in comments)


def test_comments_are_for_word_only(drafter: Run, drafted: Path) -> None:
    assert drafter("draft", NAME, "-o", "讲稿.txt", "--comments").complaint
