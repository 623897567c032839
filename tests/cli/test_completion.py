"""The shell completes commands, options and choices, and is told in Chinese how."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("drafter dr", "draft"), ("drafter draft --le", "--length"), ("drafter draft a.yaml --to h", "html")],
)
def test_bash_completes(drafter: Run, typed: str, expected: str) -> None:
    words = typed.split()
    variables = {
        "_DRAFTER_COMPLETE": "complete_bash",
        "COMP_WORDS": typed,
        "COMP_CWORD": str(len(words) - 1),
    }
    ran = drafter(env=variables)
    assert ran.out.split() == [expected]


def test_zsh_is_told_in_chinese(drafter: Run) -> None:
    ran = drafter(env={"_DRAFTER_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "drafter --"})
    assert '"--help":"显示这份帮助"' in ran.out
    assert '"--install-completion":"给当前的命令行装上按 Tab 补全"' in ran.out


def test_the_script_is_shown(drafter: Run) -> None:
    # Which shell it is depends on who runs the tests; whatever it is, the answer is Chinese or a script.
    ran = drafter("--show-completion", env={"SHELL": "/bin/bash"})
    if ran.code == 0:
        assert "_DRAFTER_COMPLETE=complete_" in ran.out
    else:
        assert ran.complaint.endswith("[U007]")


def test_a_home_that_cannot_be_written_is_told(drafter: Run, tmp_path: Path) -> None:
    (tmp_path / "home").write_text("no folder")
    ran = drafter("--install-completion", env={"HOME": str(tmp_path / "home")})
    assert ran.complaint.endswith("[U007]")
