"""However a run ends, it ends with the right code and without a traceback."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

import pytest
import typer

from phrasebank.terminal import INTERNAL_ERROR, run
from tests.cli.conftest import PROGRAM, Run


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
    # The text comes through a pipe that stays open: once the run has taken more than a pipe holds, it is in
    # the middle, after its start and before its end.
    command = [*PROGRAM, "format", "-", "-o", "out.docx"]
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, cwd=tmp_path, stdin=pipe, stdout=pipe, stderr=pipe)
    assert process.stdin is not None
    process.stdin.write("今天我们召开会议，部署工作。\n".encode() * 5000)
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    # A signal that comes just before the system call that waits does not wake it; the pipe's end does.
    process.stdin.close()
    process.wait(timeout=30)
    process.stdin = None
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, b"", b"")
    assert list(tmp_path.iterdir()) == []


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
