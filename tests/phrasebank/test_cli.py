from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from phrasebank.cli import main


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr("sys.argv", ["phrasebank", *arguments])
    with pytest.raises(SystemExit) as caught:
        main()
    assert isinstance(caught.value.code, int)
    return caught.value.code


def test_check_is_silent_when_all_is_well(
    lines: Callable[..., str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(lines("抓早抓小"), "utf-8")
    assert run(monkeypatch, "check", str(path)) == 0
    assert capsys.readouterr() == ("", "")


def test_check_tells_findings(
    lines: Callable[..., str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(lines("抓早抓小，"), "utf-8")
    assert run(monkeypatch, "check", str(path)) == 1
    assert "[P020]" in capsys.readouterr().out


def test_tidy_then_check(
    lines: Callable[..., str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(lines("抓早抓小", "抓早抓小"), "utf-8")
    assert run(monkeypatch, "tidy", str(path)) == 0
    captured = capsys.readouterr()
    assert "1条" in captured.out
    assert "[P050]" in captured.err
    assert run(monkeypatch, "check", str(path)) == 0


@pytest.mark.parametrize("command", ["check", "tidy"])
def test_a_missing_file_is_bad_input(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, command, str(tmp_path / "没有.jsonl")) == 2
    assert "[P001]" in capsys.readouterr().err
