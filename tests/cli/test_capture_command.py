"""``drafter capture`` and where its kinds are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.capture.filling import SPEECHES, indexed
from tests.cli.conftest import Run

SAMPLE = SPEECHES / indexed()["调度推进"]


def test_a_captured_kind_is_listed_given_and_drafted(drafter: Run, tmp_path: Path) -> None:
    assert drafter("capture", SAMPLE, "--kind", "月度调度").code == 0
    assert {path.name for path in (tmp_path / "templates" / "月度调度").iterdir()} == {
        "speech.j2",
        "kind.toml",
        "提纲.yaml",
    }
    assert "月度调度" in drafter("kinds").out
    assert drafter("new", "月度调度", "--topic", "安全生产", "-o", "提纲.yaml").code == 0
    drafted = drafter("draft", "提纲.yaml", "-o", "讲稿.txt")
    assert "【待补" in (tmp_path / "讲稿.txt").read_text("utf-8"), drafted.err


def test_a_kind_that_is_there_stays(drafter: Run, tmp_path: Path) -> None:
    assert drafter("capture", SAMPLE, "--kind", "月度调度").code == 0
    kind = tmp_path / "templates" / "月度调度" / "kind.toml"
    kind.write_text("# mine\n", "utf-8")
    assert "[T014]" in drafter("capture", SAMPLE, "--kind", "月度调度").complaint
    assert kind.read_text("utf-8") == "# mine\n"
    assert drafter("capture", SAMPLE, "--kind", "月度调度", "--force").code == 0
    assert kind.read_text("utf-8") != "# mine\n"


def test_kinds_of_another_folder(drafter: Run, tmp_path: Path) -> None:
    assert drafter("capture", SAMPLE, "--kind", "月度调度", "-o", "公用").code == 0
    assert "月度调度" not in drafter("kinds").out
    assert "月度调度" in drafter("kinds", "--templates", "公用").out
    assert "月度调度" in drafter("kinds", env={"JIANGGAO_TEMPLATES": str(tmp_path / "公用")}).out
    made = drafter("new", "月度调度", "--templates", "公用", "--topic", "防汛", "-o", "提纲.yaml")
    assert made.code == 0, made.err
    assert drafter("draft", "提纲.yaml", "--templates", "公用", "-o", "讲稿.txt").code == 0
    assert "[T013]" in drafter("kinds", "--templates", "没有").complaint


@pytest.mark.parametrize(("name", "code"), [("../外", "T010"), ("党课", "T011")])
def test_names_that_will_not_do(drafter: Run, tmp_path: Path, name: str, code: str) -> None:
    assert f"[{code}]" in drafter("capture", SAMPLE, "--kind", name).complaint
    assert not (tmp_path / "templates").exists()


def test_what_is_no_speech(drafter: Run, tmp_path: Path) -> None:
    (tmp_path / "单子.txt").write_text("白菜\n萝卜\n", "utf-8")
    assert "[T012]" in drafter("capture", "单子.txt", "--kind", "月度调度").complaint
    assert not (tmp_path / "templates").exists()
