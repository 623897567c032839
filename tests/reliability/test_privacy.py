"""Nothing leaves the machine: no network, temporary files private and gone, exports without their samples."""

from __future__ import annotations

import html
import shutil
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from phrasebank.store import Query, open_bank
from tests.reliability.conftest import ADD, BRIEF, Start, ended
from tests.samples_text import LABELLED, plain

#: The program under watch: every attempt at a network and at a name lookup ends the process with 97, and
#: every file opened to be written or made is written down (audit events, PEP 578).
WATCHED = (
    sys.executable,
    "-c",
    """
import os, sys
import drafter.cli.app
net = ("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname",
       "urllib.Request", "http.client.connect", "ftplib.connect", "smtplib.connect")
log = os.open(os.environ["JIANGGAO_WATCH"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
def watch(event, arguments):
    if event in net:
        os.write(2, f"network: {event} {arguments}".encode())
        os._exit(97)
    writing = os.O_WRONLY | os.O_RDWR | os.O_CREAT
    if event == "open" and isinstance(arguments[0], str) and arguments[2] & writing:
        os.write(log, (os.path.abspath(arguments[0]) + "\\n").encode())
    if event == "os.mkdir":
        mode = arguments[1] & 0o777
        os.write(log, (os.path.abspath(arguments[0]) + f" {mode:o}\\n").encode())
sys.addaudithook(watch)
from drafter.cli import main
main()
""",
)
COMMANDS = {
    "draft": ("draft", BRIEF, "-o", "稿.docx", "--trace", "出处.json"),
    "draft like": ("draft", BRIEF, "-o", "稿.docx", "--like", "往年讲话"),
    "parse": ("parse", "往年讲话"),
    "check": ("check", "往年讲话"),
    "measure": ("measure", "往年讲话"),
    "mine": ("mine", "往年讲话", "--bank", "库.db"),
    "capture": ("capture", "往年讲话", "--kind", "讲话"),
    "add": ADD,
    "export": ("bank", "export", "-o", "库.jsonl"),
    "doctor": ("doctor",),
}


@pytest.mark.parametrize("command", COMMANDS)
def test_no_network_and_no_file_elsewhere(
    tmp_path: Path, speeches: Path, start: Start, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    scratch = tmp_path / "临时"
    scratch.mkdir()
    log = tmp_path.parent / f"{tmp_path.name}.log"
    monkeypatch.setenv("JIANGGAO_WATCH", str(log))
    monkeypatch.setenv("TMPDIR", str(scratch))
    monkeypatch.setenv("HOME", str(tmp_path / "没有的家"))
    ran = ended(start(*COMMANDS[command], before=WATCHED))
    assert ran.code in ({0, 1} if command == "check" else {0}), ran.err
    for line in log.read_text("utf-8").splitlines():
        name, _, mode = line.partition(" ")
        assert Path(name).is_relative_to(tmp_path) or name.startswith("/dev/"), line
        if mode and Path(name).is_relative_to(scratch):
            assert mode == "700", line
    assert list(scratch.iterdir()) == []
    assert not (tmp_path / "没有的家").exists()


def test_the_watch_watches(tmp_path: Path, start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIANGGAO_WATCH", str(tmp_path / "看.log"))
    calling = WATCHED[2].replace("main()\n", "import socket; socket.getaddrinfo('localhost', 80)\n")
    assert ended(start(before=(*WATCHED[:2], calling))).code == 97


def test_what_is_written_while_it_is_written_is_private(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The temporary file beside the target is for its owner alone until the text is whole."""
    from phrasebank import files

    modes: list[int] = []
    real = files.os.fsync

    def look(descriptor: int) -> None:
        modes.extend(stat.S_IMODE(path.stat().st_mode) for path in tmp_path.glob(".*.tmp"))
        real(descriptor)

    monkeypatch.setattr(files.os, "fsync", look)
    files.write_whole(tmp_path / "稿.txt", b"1")
    assert modes[0] == 0o600


needs_namespaces = pytest.mark.skipif(
    shutil.which("unshare") is None
    or subprocess.run(["unshare", "-rn", "true"], capture_output=True, check=False).returncode != 0,
    reason="needs unshare -rn (Linux, user namespaces)",
)


@needs_namespaces
def test_it_works_where_there_is_no_network_at_all(tmp_path: Path, start: Start) -> None:
    """The same bytes, with not even a loopback."""
    for name, before in (("一", ()), ("二", ("unshare", "-rn"))):
        program = (sys.executable, "-c", "from drafter.cli import main; main()")
        assert ended(start("draft", BRIEF, "-o", f"{name}.docx", before=(*before, *program))).code == 0
    assert (tmp_path / "一.docx").read_bytes() == (tmp_path / "二.docx").read_bytes()


@pytest.fixture
def secret(tmp_path: Path, start: Start, speeches: Path) -> str:
    """A bank mined from files with a telling name."""
    for path in LABELLED[2:8]:
        (speeches / path.name).write_text(plain(path), encoding="utf-8")
    for path in speeches.iterdir():
        path.rename(speeches / f"机密来源{path.name}")
    assert ended(start("mine", speeches, "--bank", "库.db")).code == 0
    return "机密来源"


def told(path: Path) -> str:
    """All the text of an exported file."""
    data = path.read_bytes()
    if not zipfile.is_zipfile(path):
        return data.decode("utf-8-sig")
    with zipfile.ZipFile(path) as package:
        parts = (package.read(name).decode("utf-8", "replace") for name in package.namelist())
        # One of the library's two XML writers gives every Chinese character as a numeric reference.
        return html.unescape("".join(parts))


@pytest.mark.parametrize("form", ["jsonl", "csv", "xlsx", "tbx"])
def test_an_export_names_no_sample_unless_asked(tmp_path: Path, start: Start, secret: str, form: str) -> None:
    plain = ("bank", "export", "--no-builtin", "--bank", "库.db", "-o")
    assert ended(start(*plain, f"不带.{form}")).code == 0
    assert secret not in told(tmp_path / f"不带.{form}")
    assert "往年讲话" not in told(tmp_path / f"不带.{form}")
    assert ended(start(*plain, f"带.{form}", "--with-sources")).code == 0
    assert secret in told(tmp_path / f"带.{form}")


def test_what_is_mined_holds_no_name_and_no_figure_of_the_sample(tmp_path: Path, secret: str) -> None:
    """Not the sample's places and persons, nor any figure of three digits and more."""
    import re

    with open_bank(tmp_path / "库.db", read_only=True) as store:
        texts = [held.phrase.text for held in store.find(Query(origin="mined"))]
    assert len(texts) > 50
    assert not [text for text in texts if re.search(r"\d{3,}", text)]
