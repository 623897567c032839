"""``drafter outline``: sets to choose from, and one of them in the brief."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from drafter.brief import load_brief
from tests.cli.conftest import DEPLOYMENT, EXAMPLES, Run


def test_sets_are_numbered(drafter: Run) -> None:
    shown = drafter("outline", DEPLOYMENT, "--sets", "3")
    assert shown.code == 0
    assert [line for line in shown.out.splitlines() if line.startswith("第")] == ["第1套", "第2套", "第3套"]
    assert "  一、" in shown.out
    assert "    （一）巩固招商引资的好势头" in shown.out


def test_as_json(drafter: Run) -> None:
    sets = json.loads(drafter("outline", DEPLOYMENT, "--sets", "2", "--json").out)
    assert len(sets) == 2
    assert sets[0]["parts"][0]["theme"] == "认清招商形势"


def test_the_chosen_set_is_written_and_then_drafted(drafter: Run, tmp_path: Path) -> None:
    for path in EXAMPLES.glob("招商引资*"):
        shutil.copy(path, tmp_path)
    brief = tmp_path / DEPLOYMENT.name
    before = brief.read_text("utf-8")
    wanted = json.loads(drafter("outline", brief, "--json").out)[1]
    assert drafter("outline", brief, "--write", "2").code == 0
    written = brief.read_text("utf-8")
    assert [line for line in written.splitlines() if "标题: " not in line] == before.splitlines()
    headings = [part["heading"] for part in wanted["parts"]]
    assert [part.heading for part in load_brief(brief).parts] == headings
    assert drafter("draft", brief, "-o", "讲稿.txt", "--seed", "77").code == 0
    drafted = (tmp_path / "讲稿.txt").read_text("utf-8")
    assert all(heading in drafted for heading in headings)


@pytest.mark.parametrize(
    ("brief", "options", "code"),
    [
        ("招商引资工作部署", ("--write", "9", "--sets", "1", "--seed", "1"), ""),
        ("平安建设会议主持词", ("--write", "9"), "B042"),
        ("文旅节开幕致辞", (), "B043"),
    ],
)
def test_what_cannot_be_done_is_told(
    drafter: Run, tmp_path: Path, brief: str, options: tuple[str, ...], code: str
) -> None:
    for path in EXAMPLES.iterdir():
        shutil.copy(path, tmp_path)
    before = (tmp_path / f"{brief}.yaml").read_bytes()
    ran = drafter("outline", f"{brief}.yaml", *options)
    if code:
        assert f"[{code}]" in ran.complaint
        assert (tmp_path / f"{brief}.yaml").read_bytes() == before
    else:
        assert ran.code == 0
        assert (tmp_path / f"{brief}.yaml").read_bytes() != before


def test_few_sets_are_told_of(drafter: Run) -> None:
    shown = drafter("outline", EXAMPLES / "平安建设会议主持词.yaml")
    assert shown.code == 0
    assert "只拟得出1套" in shown.err
