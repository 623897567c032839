"""``drafter.toml``: which rules look, how they are set, what they pass over."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.check import Checker, Options, Severity, extended, find_options, manuscript_of, options_from
from drafter.errors import CodedError

WRONG = ["要进一步进一步抓好“安全”、“消防”工作，布署到位。"]


def _options(folder: Path, text: str) -> Options:
    path = folder / "drafter.toml"
    path.write_text(text, "utf-8")
    return options_from(path)


def _codes(options: Options, name: str = "讲稿.txt") -> list[str]:
    return [finding.code for finding in Checker(options).check(manuscript_of(WRONG, name))]


def test_all_rules_look_where_nothing_is_said(tmp_path: Path) -> None:
    assert _codes(_options(tmp_path, "")) == ["W001", "P001", "W003"]


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ('select = ["W"]', ["W001", "W003"]),
        ('ignore = ["W"]', ["P001"]),
        ('select = ["W003"]\nignore = ["W"]', ["W003"]),
        ('select = ["ALL"]\nignore = ["P001", "W003"]', ["W001"]),
        ('select = ["P"]\nextend-select = ["W001"]', ["W001", "P001"]),
    ],
)
def test_the_longer_selector_decides(tmp_path: Path, said: str, codes: list[str]) -> None:
    assert _codes(_options(tmp_path, f"[check]\n{said}\n")) == codes


def test_the_command_line_comes_before_the_file(tmp_path: Path) -> None:
    options = _options(tmp_path, '[check]\nselect = ["W"]\nignore = ["W003"]\n')
    assert _codes(extended(options, select=("P",), ignore=())) == ["P001"]
    assert _codes(extended(options, select=(), ignore=("W001",))) == []


def test_severity_and_settings_of_ones_own(tmp_path: Path) -> None:
    text = (
        '[check]\nselect = ["P001", "R001"]\n[check.severity]\nP = "info"\n[check.rules.R001]\nlongest = 10\n'
    )
    findings = Checker(_options(tmp_path, text)).check(manuscript_of(WRONG, ""))
    assert [(one.code, one.severity) for one in findings] == [
        ("R001", Severity.INFO),
        ("P001", Severity.INFO),
    ]


def test_exceptions(tmp_path: Path) -> None:
    text = (
        '[[check.except]]\ncode = "W003"\ntext = "布署"\nreason = "原文如此"\n'
        '[[check.except]]\ncode = "P"\nfile = "党课*.txt"\n'
    )
    options = _options(tmp_path, text)
    assert _codes(options) == ["W001", "P001"]
    assert _codes(options, "甲/党课一.txt") == ["W001"]


def test_the_nearest_file_above_holds(tmp_path: Path) -> None:
    (tmp_path / "甲" / "乙").mkdir(parents=True)
    assert find_options(tmp_path / "甲" / "乙") is None or not str(find_options(tmp_path)).startswith(
        str(tmp_path)
    )
    (tmp_path / "drafter.toml").write_text("", "utf-8")
    (tmp_path / "甲" / "drafter.toml").write_text("", "utf-8")
    assert find_options(tmp_path / "甲" / "乙") == (tmp_path / "甲" / "drafter.toml").resolve()


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("[check", "C002", ""),
        ('[check]\nselekt = ["P"]\n', "C003", "select"),
        ('[check]\nselect = ["P01"]\n[check.rules.P999]\n', "C004", ""),
        ('[check]\nselect = ["X001"]\n', "C004", ""),
        ('[check]\nselect = "P"\n', "C005", ""),
        ('[check.severity]\nP001 = "bad"\n', "C005", ""),
        ("[check.rules.R001]\nlongest = true\n", "C005", ""),
        ("[check.rules.R001]\nlength = 1\n", "C003", "longest"),
        ('[[check.except]]\nwords = "x"\n', "C003", ""),
        ("check = 3\n", "C005", ""),
        ("[" * 5000, "C002", ""),
    ],
)
def test_what_is_wrong_is_one_line(tmp_path: Path, text: str, code: str, words: str) -> None:
    with pytest.raises(CodedError) as error:
        _options(tmp_path, text)
    problem = error.value.problems[0]
    assert problem.code == code
    assert words in str(problem)
    assert "drafter.toml" in str(problem)
    assert "\n" not in str(problem)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CodedError) as error:
        options_from(tmp_path / "没有.toml")
    assert error.value.problems[0].code == "C001"
