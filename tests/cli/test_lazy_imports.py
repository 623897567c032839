"""What a run does not need it does not load: the start is what an office waits for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import DEPLOYMENT, TRAINING

HEAVY = ("jieba", "openpyxl", "docx", "lxml.html", "rich", "pydantic", "asyncio", "socket", "urllib.request")
#: What only mining and the commands of the bank need.
HEAVY += ("sqlalchemy", "alembic", "numpy", "rjieba", "multiprocessing", "drafter.cli.bank.judging")
SHOW = """
import sys
from drafter.cli import main
try:
    main()
except SystemExit as ended:
    assert not ended.code, ended.code
print("loaded:", *(name for name in sys.argv_heavy if name in sys.modules))
"""


def loaded(tmp_path: Path, *words: str) -> set[str]:
    program = f"import sys; sys.argv_heavy = {HEAVY!r}\n{SHOW}"
    done = subprocess.run(
        [sys.executable, "-c", program, *words], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    return set(done.stdout.splitlines()[-1].removeprefix("loaded:").split())


def test_a_word_draft_from_yaml_alone(tmp_path: Path) -> None:
    assert loaded(tmp_path, "draft", str(TRAINING), "-o", "讲稿.docx") == set()


def test_a_workbook_brings_its_reader_only(tmp_path: Path) -> None:
    # openpyxl looks for numpy by itself and takes it where it is installed.
    assert loaded(tmp_path, "draft", str(DEPLOYMENT), "-o", "讲稿.docx") - {"openpyxl", "numpy"} == set()


@pytest.mark.parametrize(
    "words", [["--help"], ["bank", "list", "--help"], ["kinds"], ["new", "工作部署"]], ids=" ".join
)
def test_small_commands(tmp_path: Path, words: list[str]) -> None:
    assert loaded(tmp_path, *words) == set()


def test_parsing_text(tmp_path: Path) -> None:
    (tmp_path / "讲话.txt").write_text("同志们：\n今天开会。\n一、提高认识\n要抓好。\n", encoding="utf-8")
    assert loaded(tmp_path, "parse", "讲话.txt") == set()
