"""``drafter draft 提纲… -d 文件夹``: many drafts in one go."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import DEPLOYMENT, EXAMPLES, TRAINING, Run

CEREMONY = EXAMPLES / "文旅节开幕致辞.yaml"


def test_each_is_named_like_its_brief(drafter: Run, tmp_path: Path) -> None:
    ran = drafter("draft", TRAINING, DEPLOYMENT, "-d", "讲稿", "--to", "txt", "--jobs", "1")
    assert ran.code == 0, ran.err
    assert {path.name for path in (tmp_path / "讲稿").iterdir()} == {
        f"{TRAINING.stem}.txt",
        f"{DEPLOYMENT.stem}.txt",
    }


def test_processes_change_nothing(drafter: Run, tmp_path: Path) -> None:
    briefs = (TRAINING, DEPLOYMENT, CEREMONY)
    assert drafter("draft", *briefs, "-d", "一", "--jobs", "1").code == 0
    assert drafter("draft", *briefs, "-d", "二", "--jobs", "2").code == 0
    for brief in briefs:
        one, two = (tmp_path / folder / f"{brief.stem}.docx" for folder in "一二")
        assert one.read_bytes() == two.read_bytes()
    assert drafter("draft", TRAINING, "-o", "单.docx").code == 0
    assert (tmp_path / "一" / f"{TRAINING.stem}.docx").read_bytes() == (tmp_path / "单.docx").read_bytes()


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_bad_brief_does_not_stop_the_others(drafter: Run, tmp_path: Path, jobs: str) -> None:
    (tmp_path / "坏.yaml").write_text("文种: 工作部署\n主题: [\n", "utf-8")
    ran = drafter("draft", "坏.yaml", TRAINING, "没有.yaml", "-d", "讲稿", "--jobs", jobs)
    assert ran.code == 2
    assert [path.name for path in (tmp_path / "讲稿").iterdir()] == [f"{TRAINING.stem}.docx"]
    assert "坏.yaml" in ran.err
    assert "没有.yaml" in ran.err
    assert "Traceback" not in ran.err


def test_nothing_is_overwritten_unasked(drafter: Run, tmp_path: Path) -> None:
    (tmp_path / "讲稿").mkdir()
    there = tmp_path / "讲稿" / f"{TRAINING.stem}.docx"
    there.write_bytes(b"mine")
    ran = drafter("draft", TRAINING, CEREMONY, "-d", "讲稿")
    assert ran.code == 2
    assert "[F001]" in ran.err
    assert there.read_bytes() == b"mine"
    assert drafter("draft", TRAINING, CEREMONY, "-d", "讲稿", "--force").code == 0
    assert there.read_bytes() != b"mine"


def test_two_briefs_of_one_name_are_not_one_draft(drafter: Run, tmp_path: Path) -> None:
    for folder in ("甲", "乙"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "提纲.yaml").write_text(CEREMONY.read_text("utf-8"), "utf-8")
    assert "[F003]" in drafter("draft", "甲/提纲.yaml", "乙/提纲.yaml", "-d", "讲稿").complaint
    assert not (tmp_path / "讲稿").exists()


def test_several_briefs_need_a_folder(drafter: Run) -> None:
    assert "[U018]" in drafter("draft", TRAINING, DEPLOYMENT).complaint
