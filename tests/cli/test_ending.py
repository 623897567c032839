"""However a run ends, it ends with the right code and without a traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest
import typer

from phrasebank.terminal import INTERNAL_ERROR, run
from tests.cli.conftest import PROGRAM, TRAINING, Run


def broken() -> typer.Typer:
    raise KeyError("什么地方错了")


def interrupted() -> typer.Typer:
    raise KeyboardInterrupt


def test_a_fault_of_ours_is_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("JIANGGAO_DEBUG", raising=False)
    with pytest.raises(SystemExit) as ended:
        run("drafter", broken)
    assert ended.value.code == INTERNAL_ERROR == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("程序内部出错（KeyError，cli/test_ending.py:")
    assert err.endswith("（设环境变量 JIANGGAO_DEBUG=1 再运行可看详情） [X001]\n")
    assert err.count("\n") == 1


def test_debugging_shows_where(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIANGGAO_DEBUG", "1")
    with pytest.raises(SystemExit) as ended:
        run("drafter", broken)
    assert ended.value.code == INTERNAL_ERROR
    err = capsys.readouterr().err
    assert err.startswith("Traceback")
    assert "KeyError: '什么地方错了'" in err


def test_an_interrupt_is_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run("drafter", interrupted)
    assert ended.value.code == 130
    assert capsys.readouterr() == ("", "")


def test_ctrl_c_in_the_middle_leaves_nothing(tmp_path: Path) -> None:
    # The bank is a pipe that nobody writes to: the run waits in it, after its start, before its end.
    os.mkfifo(tmp_path / "bank.jsonl")
    command = [*PROGRAM, "draft", str(TRAINING), "-o", "out.docx", "--bank", "bank.jsonl"]
    process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    writer = os.open(tmp_path / "bank.jsonl", os.O_WRONLY)  # returns when the run has come to it
    time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    os.close(writer)
    assert (process.returncode, out, err) == (130, b"", b"")
    assert [path.name for path in tmp_path.iterdir()] == ["bank.jsonl"]


def test_a_reader_that_leaves_is_no_fault(tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    long.write_text("同志们：\n" + "今天我们召开会议，部署工作。\n" * 20000, encoding="utf-8")
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [*PROGRAM, "parse", "long.txt"], cwd=tmp_path, stdout=writer, stderr=subprocess.PIPE, check=False
    )
    os.close(writer)
    assert done.returncode == 1
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_told(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*PROGRAM, "kinds"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr.decode() == "读写出错：磁盘已满 [F002]\n"


@pytest.mark.parametrize("variables", [{"LC_ALL": "C", "LANG": "C"}, {"PYTHONIOENCODING": "gbk"}])
def test_any_locale_gets_utf8_through_a_pipe(drafter: Run, variables: dict[str, str]) -> None:
    ran = drafter("kinds", env=variables)
    assert ran.code == 0
    assert "工作部署" in ran.out
