"""``drafter redo`` as a user runs it."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from tests.cli.conftest import TRAINING, Run


@pytest.fixture
def drafted(drafter: Run, tmp_path: Path) -> Path:
    assert drafter("draft", TRAINING, "-o", "讲稿.docx").code == 0
    return tmp_path / "讲稿.docx"


def _argued(listed: str) -> str:
    """The number of the opening's last paragraph, which holds phrases."""
    heading = next(line for line in listed.splitlines() if "一、" in line)
    return str(int(heading.split()[0]) - 1)


def test_listed_chosen_and_written(drafter: Run, drafted: Path, tmp_path: Path) -> None:
    listed = drafter("redo", drafted, "--list")
    assert listed.code == 0
    number = _argued(listed.out)
    before = drafted.read_bytes()
    offered = drafter("redo", drafted, "--paragraph", number, "--choices", "3")
    assert offered.code == 0
    assert offered.out.count("【") == 3
    assert drafted.read_bytes() == before
    wanted = offered.out.split("【2】\n")[1].split("\n")[0]
    assert drafter("redo", drafted, "--paragraph", number, "--pick", "2", "-o", "二.docx").code == 0
    texts = [p.text for p in docx.Document(str(tmp_path / "二.docx")).paragraphs if p.text]
    assert texts[int(number) - 1] == wanted


def test_the_same_file_only_with_force(drafter: Run, drafted: Path) -> None:
    number = _argued(drafter("redo", drafted, "--list").out)
    before = drafted.read_bytes()
    assert "[F001]" in drafter("redo", drafted, "--paragraph", number, "--pick", "1").complaint
    assert drafted.read_bytes() == before
    assert drafter("redo", drafted, "--paragraph", number, "--pick", "1", "--force").code == 0
    assert drafted.read_bytes() != before


def test_a_draft_without_its_recipe(drafter: Run, tmp_path: Path) -> None:
    assert drafter("draft", TRAINING, "-o", "讲稿.docx", "--no-recipe").code == 0
    complaint = drafter("redo", tmp_path / "讲稿.docx", "--list").complaint
    assert "没有起草记录" in complaint
    assert "[R040]" in complaint


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(("--paragraph", "999"), "R043"), (("--section", "九"), "R043"), ((), "U")],
)
def test_what_is_not_there(drafter: Run, drafted: Path, arguments: tuple[str, ...], code: str) -> None:
    assert f"[{code}" in drafter("redo", drafted, *arguments).complaint


def test_files_that_are_no_drafts(drafter: Run, tmp_path: Path) -> None:
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04 no package")
    assert "[R042]" in drafter("redo", "坏.docx", "--list").complaint
    assert "[R001]" in drafter("redo", "没有.docx", "--list").complaint
