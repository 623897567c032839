"""The wheel in an empty environment, run from another folder: what a user installs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.wheel

ROOT = Path(__file__).parents[2]
KINDS = ("工作部署", "专题培训", "动员部署")
Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--wheel-dir",
        str(folder),
        str(ROOT),
    ]
    subprocess.run(command, check=True, timeout=300)
    (built,) = folder.glob("jianggao-*.whl")
    return built


@pytest.fixture(scope="module")
def command(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Command:
    """Run an installed program in an empty folder, with nothing of this tree in reach."""
    environment = tmp_path_factory.mktemp("environment")
    venv.create(environment, with_pip=True)
    programs = environment / ("Scripts" if os.name == "nt" else "bin")
    install = [str(programs / "python"), "-m", "pip", "install", "--quiet", str(wheel)]
    subprocess.run(install, check=True, timeout=600, cwd=environment)
    folder = tmp_path_factory.mktemp("office")
    variables = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(programs / words[0]), *words[1:]],
            cwd=folder,
            env=variables,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return run


def test_it_holds_what_a_draft_needs_and_no_more(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        (metadata,) = (archive.read(name).decode() for name in names if name.endswith("/METADATA"))
    tracked = subprocess.run(
        ["git", "ls-files", "-z", "drafter", "phrasebank"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split("\0")
    assert {name for name in tracked if name and (ROOT / name).exists()} <= names
    assert {f"drafter/_data/templates/{kind}/speech.j2" for kind in KINDS} <= names
    assert {f"drafter/_data/briefs/{path.name}" for path in (ROOT / "samples" / "briefs").iterdir()} <= names
    assert not {name for name in names if "__pycache__" in name or name.startswith("tests")}
    assert "Name: jianggao\n" in metadata


def test_both_programs_are_there(command: Command) -> None:
    assert command("drafter", "--version").stdout.startswith("jianggao ")
    assert command("phrasebank", "--help").stdout.startswith("用法：phrasebank")


def test_all_kinds_are_there(command: Command) -> None:
    lines = command("drafter", "kinds").stdout.splitlines()
    assert {line.split("　")[0] for line in lines} >= set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_the_packaged_example_becomes_a_word_speech(command: Command, kind: str) -> None:
    made = command("drafter", "new", kind, "--example", "-o", f"{kind}.yaml")
    assert made.returncode == 0, made.stderr
    drafted = command("drafter", "draft", f"{kind}.yaml", "-o", f"{kind}.docx")
    assert drafted.returncode == 0, drafted.stderr
    assert "待补" not in drafted.stderr
    read = command("drafter", "parse", f"{kind}.docx")
    speech = json.loads(read.stdout)
    assert speech["announced"] == len(speech["sections"]) >= 3
    again = command("drafter", "format", f"{kind}.docx", "-o", f"{kind}-again.docx", "--profile", "reading")
    assert again.returncode == 0, again.stderr
    copy = json.loads(command("drafter", "parse", f"{kind}-again.docx").stdout)
    assert copy["sections"] == speech["sections"]


def test_a_new_brief_is_drafted(command: Command) -> None:
    assert command("drafter", "new", "工作部署", "-o", "空白.yaml").returncode == 0
    assert command("drafter", "draft", "空白.yaml", "-o", "空白.html").returncode == 0


def test_speeches_are_mined_curated_and_drafted_with(command: Command) -> None:
    made = command("drafter", "new", "工作部署", "--example", "-o", "例.yaml", "--force")
    assert made.returncode == 0, made.stderr
    assert command("drafter", "draft", "例.yaml", "-o", "往年.docx").returncode == 0
    mined = command("drafter", "mine", "往年.docx", "--bank", "bank.db")
    assert mined.returncode == 0, mined.stderr
    assert mined.stdout.startswith("挖了1篇。")
    listed = command("drafter", "bank", "list", "--status", "candidate", "--bank", "bank.db", "--json")
    candidates = [json.loads(line) for line in listed.stdout.splitlines()]
    assert {candidate["unit"] for candidate in candidates} >= {"sentence", "heading"}
    accepted = command("drafter", "bank", "accept", "--unit", "heading", "--yes", "--bank", "bank.db")
    assert accepted.returncode in (0, 1), accepted.stderr
    assert command("drafter", "draft", "例.yaml", "--bank", "bank.db", "-o", "新.docx").returncode == 0
