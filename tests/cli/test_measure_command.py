"""``drafter measure``: what it prints, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import TRAINING, Run

SPEECHES = Path(__file__).parents[2] / "samples" / "speeches"


def test_our_own_draft_is_clean(drafter: Run, tmp_path: Path) -> None:
    drafter("draft", str(TRAINING), "-o", "讲稿.docx")
    ran = drafter("measure", "讲稿.docx", "--brief", str(TRAINING))
    assert ran.code == 0, ran.out
    assert "提纲里没有的具体内容：0处" in ran.out
    assert "没有写进去" not in ran.out


def test_an_invented_figure_is_a_finding(drafter: Run, tmp_path: Path) -> None:
    drafter("draft", str(TRAINING), "-o", "讲稿.txt")
    path = tmp_path / "讲稿.txt"
    path.write_text(path.read_text("utf-8") + "\n全市已有31974人参加培训。\n", "utf-8")
    ran = drafter("measure", "讲稿.txt", "--brief", str(TRAINING), "--format", "json", "-o", "量.json")
    assert (ran.code, ran.out) == (1, "")
    (report,) = json.loads((tmp_path / "量.json").read_text("utf-8"))["reports"]
    assert [one["text"] for one in report["invented"]] == ["31974人"]


def test_several_drafts_beside_samples(drafter: Run, tmp_path: Path) -> None:
    for folder, some in (("草稿", "0[1-4]*.txt"), ("样稿", "1[0-5]*.txt")):
        (tmp_path / folder).mkdir()
        for path in SPEECHES.glob(some):
            (tmp_path / folder / path.name).write_bytes(path.read_bytes())
    ran = drafter("measure", "草稿", "--samples", "样稿")
    assert ran.code == 0
    assert ran.out.count("样稿中位") == 4
    assert "分得出来吗：草稿4篇，样稿6篇" in ran.out


def test_a_draft_that_is_not_there(drafter: Run) -> None:
    assert "[R001]" in drafter("measure", "没有.docx").complaint


def test_one_sample_is_nothing_to_compare_with(drafter: Run, tmp_path: Path) -> None:
    (tmp_path / "稿.txt").write_text("同志们：\n今天开会。\n", "utf-8")
    assert "[Q001]" in drafter("measure", "稿.txt", "--samples", "稿.txt").complaint


def test_a_file_that_is_there_stays(drafter: Run, tmp_path: Path) -> None:
    (tmp_path / "稿.txt").write_text("同志们：\n今天开会。\n", "utf-8")
    (tmp_path / "量.json").write_text("我的", "utf-8")
    assert drafter("measure", "稿.txt", "-o", "量.json").code == 2
    assert (tmp_path / "量.json").read_text("utf-8") == "我的"
