"""``drafter bank review`` as it is used: keys on a terminal, lines from a pipe, killed in the middle."""

from __future__ import annotations

import os
import re
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from phrasebank.model import Status, phrase_id
from phrasebank.store import Query, open_bank
from tests.cli.conftest import PROGRAM, Run
from tests.phrasebank.curation.candidates import fill

needs_pty = pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is a POSIX thing")

FRAME = "要把{task}抓实抓细"
SECOND = "守得住清贫、耐得住寂寞"
WAIT = 60
"""Seconds after which a screen that does not come is taken for a fault; a bound, not a measure."""


class Screen:
    """A program on a pseudo-terminal of its own."""

    def __init__(self, folder: Path, *words: str) -> None:
        import fcntl
        import pty
        import struct
        import termios

        self.ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.before = termios.tcgetattr(theirs)
        self.theirs = theirs
        self.told = ""
        environment = {**os.environ, "TERM": "xterm", "JIANGGAO_USER": "周编", "NO_COLOR": "1"}
        for name in ("COLUMNS", "LINES"):
            environment.pop(name, None)
        self.process = subprocess.Popen(
            [*PROGRAM, "bank", "review", *words],
            cwd=folder,
            env=environment,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
        )

    def wait_for(self, words: str) -> None:
        """Read until these words have come; what came before them is forgotten."""
        while words not in self._plain():
            assert select.select([self.ours], [], [], WAIT)[0], f"{words} does not come: {self._plain()}"
            self.told += os.read(self.ours, 4096).decode("utf-8", "ignore")
        self.told = ""

    def press(self, keys: str) -> None:
        os.write(self.ours, keys.encode())

    def ended(self) -> int:
        """Wait for the end; the exit code."""
        return self.process.wait(WAIT)

    def restored(self) -> bool:
        import termios

        return termios.tcgetattr(self.theirs) == self.before

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self.ours)
        os.close(self.theirs)

    def _plain(self) -> str:
        return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", self.told)


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    fill(tmp_path)
    return tmp_path


@pytest.fixture(name="terminal")
def _terminal(folder: Path) -> Iterator[Screen]:
    screen = Screen(folder)
    yield screen
    screen.close()


def status(folder: Path, words: str) -> Status:
    with open_bank(folder / "bank.db") as store:
        return store.get(phrase_id(words)).phrase.status


def decided(folder: Path) -> list[str]:
    with open_bank(folder / "bank.db") as store:
        return [one.action for one in store.history() if one.by == "周编"][::-1]


@needs_pty
def test_accept_edit_undo_quit(folder: Path, terminal: Screen) -> None:
    terminal.wait_for("q退出")
    terminal.press("a")
    terminal.wait_for(f"采用：{FRAME}")
    terminal.press("e")
    terminal.wait_for(f"文字：{SECOND}")
    terminal.press("\x1b[H要\x1b[F\x7f\x7f孤独\r")
    terminal.wait_for("已修改，请定夺")
    terminal.press("x")
    terminal.wait_for("不用：要守得住清贫、耐得住孤独")
    terminal.press("\x7f")
    terminal.wait_for("已撤销")
    terminal.press("\x7f")
    terminal.wait_for(f"已撤销，回到“{SECOND}”")
    terminal.press("q")
    terminal.wait_for("本次审定1条")
    assert terminal.ended() == 0
    assert terminal.restored()
    assert decided(folder) == ["accept", "edit", "reject", "undo", "undo"]
    assert status(folder, FRAME) is Status.ACCEPTED
    assert status(folder, SECOND) is Status.CANDIDATE


@needs_pty
def test_context_topics_move_and_forbid(folder: Path, terminal: Screen) -> None:
    terminal.wait_for("【要把出入库台账抓实抓细】")
    terminal.press("t")
    terminal.wait_for("主题：粮食安全")
    terminal.press("、作风\r")
    terminal.wait_for("主题：粮食安全、作风")
    terminal.press("m")
    terminal.wait_for("语步：point.measure")
    terminal.press("\x15号召\r")
    terminal.wait_for("结尾·号召")
    terminal.press("f")
    terminal.wait_for("为什么不能说：")
    terminal.press("说滥了\r")
    terminal.wait_for("应当改说")
    terminal.press("管到底\r")
    terminal.wait_for(f"禁用：{FRAME}")
    terminal.press("\x04")
    assert terminal.ended() == 0
    with open_bank(folder / "bank.db") as store:
        phrase = store.get(phrase_id(FRAME)).phrase
    assert (phrase.topics, phrase.move.value) == (("粮食安全", "作风"), "closing.call")
    assert phrase.note == "原因：说滥了\n改说：管到底"


@needs_pty
@pytest.mark.parametrize(
    ("how", "code"),
    [("\x03", 130), (signal.SIGTERM, 128 + signal.SIGTERM), (signal.SIGHUP, 128 + signal.SIGHUP)],
)
def test_the_terminal_is_restored(terminal: Screen, how: str | signal.Signals, code: int) -> None:
    terminal.wait_for("q退出")
    assert not terminal.restored()
    if isinstance(how, str):
        terminal.press("e")
        terminal.wait_for("文字：")
        # No controlling terminal turns the key into a signal here: it is sent as the terminal would.
        terminal.process.send_signal(signal.SIGINT)
    else:
        terminal.process.send_signal(how)
    assert terminal.ended() == code
    assert terminal.restored()


@needs_pty
def test_killed_in_the_middle_nothing_decided_is_lost(folder: Path, terminal: Screen) -> None:
    terminal.wait_for("q退出")
    terminal.press("a")
    terminal.wait_for("采用：")
    terminal.press("x")
    terminal.wait_for("不用：")
    terminal.press("e")
    terminal.wait_for("文字：")
    terminal.process.kill()
    assert terminal.ended() == -signal.SIGKILL
    assert decided(folder) == ["accept", "reject"]
    again = Screen(folder)
    try:
        again.wait_for("待审 5　今天 2　本次 0")
    finally:
        again.close()


def by_lines(folder: Path, text: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PROGRAM, "bank", "review", *words],
        cwd=folder,
        env={**os.environ, "JIANGGAO_USER": "周编"},
        input=text,
        capture_output=True,
        text=True,
        check=False,
    )


def test_lines_from_a_pipe(folder: Path) -> None:
    done = by_lines(folder, "a\n\ne\n把仓储的事办好\nx\nu\nu\n?\n什么\nq\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert decided(folder) == ["accept", "edit", "reject", "undo", "undo"]
    assert "没有“什么”这个键" in done.stdout
    assert "空行就是跳过" in done.stdout
    assert "\x1b" not in done.stdout


def test_the_end_of_the_input_is_the_end(folder: Path) -> None:
    done = by_lines(folder, "x\ne\n")
    assert done.returncode == 0
    assert done.stdout.endswith("还有6条，下次接着审。\n")


def test_filters_and_an_empty_queue(folder: Path, drafter: Run) -> None:
    done = by_lines(folder, "q\n", "--unit", "phrase", "--move", "point.demand")
    assert SECOND in done.stdout
    assert "待审 1" in done.stdout
    ran = drafter("bank", "review", "--topic", "航天")
    assert (ran.code, ran.out) == (0, "没有要审的词条；挖掘用 drafter mine\n")


def test_without_a_bank(tmp_path: Path, drafter: Run) -> None:
    assert "没有这个语料库" in drafter("bank", "review").complaint
    assert not list(tmp_path.iterdir())


def test_two_curators_at_once(folder: Path) -> None:
    first = subprocess.Popen(
        [*PROGRAM, "bank", "review"],
        cwd=folder,
        env={**os.environ, "JIANGGAO_USER": "郑编"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert first.stdin is not None
    assert first.stdout is not None
    shown = ""
    while FRAME not in shown:
        shown = first.stdout.readline()
        assert shown
    by_lines(folder, "x\nq\n")
    told, _ = first.communicate("a\nx\n", timeout=WAIT)
    assert first.returncode == 0
    assert "周编" in told
    assert "没有覆盖" in told
    with open_bank(folder / "bank.db") as store:
        assert store.get(phrase_id(FRAME)).phrase.decided_by == "周编"
        assert store.count(Query(status=Status.REJECTED)) == 2


def test_what_a_sample_holds_does_not_command_the_terminal(folder: Path) -> None:
    speech = folder / "粮食仓储讲话.txt"
    speech.write_text(speech.read_text(encoding="utf-8").replace("各库点", "各\x1b[2J点"), encoding="utf-8")
    assert "\x1b" not in by_lines(folder, "q\n").stdout


def test_every_key_is_explained_in_the_help_and_in_the_guide() -> None:
    from drafter.cli.bank.review_screen import HELP, KEYS

    guide = (Path(__file__).parents[3] / "docs" / "review.md").read_text(encoding="utf-8")
    for key, _ in HELP[:-1]:
        assert f"| {key} |" in guide
        assert key in KEYS
    assert KEYS in guide


def test_a_counted_phrase_is_marked_in_its_sentence_and_the_rest_is_cut() -> None:
    from drafter.cli.bank.context import Context
    from drafter.cli.bank.review_screen import _marked
    from tests.phrasebank.curation.candidates import candidate

    sentence = "甲" * 100 + "颗粒归仓" + "乙" * 100
    told = _marked(Context("前", sentence, "。后"), candidate("颗粒归仓"))
    assert told == "……" + "甲" * 60 + "【颗粒归仓】" + "乙" * 80 + "……"
    assert _marked(Context("前", "管好粮", "。"), candidate("管好{task}")) == "前【管好粮】。"
