"""Old and foreign documents (.doc .wps .rtf .odt): LibreOffice makes a .docx of them, which is then read.

LibreOffice is another program with a history of its own in reading what it should not: it gets one file in a
private folder that is gone afterwards, a profile of its own for each job, the input filter by name so that
nothing is guessed, a bound on time and on what it may write, and what it gives back is judged like any .docx.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from drafter.errors import Problem, ReadError
from drafter.readers.source import SourceText

__all__ = ["FILTERS", "find_soffice", "kind_of_office", "read_office"]

FILTERS = {
    "doc": ("MS Word 97", "旧格式文档（.doc 或 .wps）"),
    "rtf": ("Rich Text Format", "RTF 文档"),
    "odt": ("writer8", "OpenDocument 文档"),
}
"""Kind → the name of LibreOffice's input filter, and what the kind is called."""

INSTALL = "apt install libreoffice-writer（Windows、macOS 从 libreoffice.org 安装）"
"""How LibreOffice comes to a machine."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"
#: Names under which the streams of an OLE file are listed, UTF-16: a workbook or a deck is no speech.
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_OTHER_STREAMS = {
    "Workbook".encode("utf-16-le"): "Excel 表格",
    "PowerPoint Document".encode("utf-16-le"): "PowerPoint 演示稿",
    "EncryptedPackage".encode("utf-16-le"): "加了密码的文档",
}
#: Seconds for one file: a cold LibreOffice takes 3 to 10 for a speech.
TIME = 90
#: Bytes that it may write into one file: a .docx of a 50 MB .doc with pictures.
_LARGEST_OUTPUT = 200 * 1024 * 1024
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)


def kind_of_office(data: bytes) -> str:
    """The kind of a document that LibreOffice has to read (a key of ``FILTERS``), or ""."""
    if data.startswith(_OLE):
        return "doc"
    if data.lstrip()[:6].lower().startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(b"PK\x03\x04") and _ODT in data[:200]:
        return "odt"
    return ""


def find_soffice() -> str | None:
    """The path of LibreOffice on this machine, or None."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


def read_office(data: bytes, name: str, kind: str) -> SourceText:
    """Read a document through LibreOffice.

    Arguments:
        data: its bytes.
        name: what to call it in messages.
        kind: as ``kind_of_office`` told it.

    Raises:
        ReadError: R030 LibreOffice is not there; R031 it took too long; R032 it could make nothing of it;
            R033 it is no text document; and what the Word reader raises.
    """
    from drafter.readers.docx import read_docx

    _, called = FILTERS[kind]
    if kind == "doc":
        _refuse_others(data, name)
    program = find_soffice()
    if program is None:
        mend = f"装上 LibreOffice 就能读：{INSTALL}；或用 Word、WPS 另存为 .docx"
        raise _error("R030", f"这是{called}，要靠 LibreOffice 来读，这台机器上没有", name, mend)
    return read_docx(_converted(data, name, kind, program), name)


def _refuse_others(data: bytes, name: str) -> None:
    """An OLE file that holds no Word document is refused without asking LibreOffice."""
    if _WORD_STREAM in data:
        return
    for stream, called in _OTHER_STREAMS.items():
        if stream in data:
            raise _error("R033", f"这是{called}，不是文字稿", name, "请给出 Word 或 WPS 的文字文档")


def _converted(data: bytes, name: str, kind: str, program: str) -> bytes:
    filter_name, called = FILTERS[kind]
    # A file whose name is an option or holds another machine's path never reaches the command line.
    with tempfile.TemporaryDirectory(prefix="jianggao-") as folder:
        scratch = Path(folder)
        given = scratch / f"in.{kind}"
        given.write_bytes(data)
        command = [
            *(program, f"-env:UserInstallation={(scratch / 'profile').as_uri()}"),
            *(
                "--headless",
                "--norestore",
                "--nologo",
                "--nodefault",
                "--nolockcheck",
                "--nofirststartwizard",
            ),
            f"--infilter={filter_name}",
            *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(scratch / "out"), str(given)),
        ]
        if not _run(command, scratch):
            mend = "文件可能太大或者坏了；请用 Word 或 WPS 打开后另存为 .docx"
            raise _error("R031", f"LibreOffice 读这份{called}超过{TIME}秒，停了", name, mend)
        made = scratch / "out" / "in.docx"
        if not made.is_file() or made.stat().st_size == 0:
            mend = "请用 Word 或 WPS 打开后另存为 .docx"
            raise _error("R032", f"LibreOffice 读不了这份{called}，可能坏了或加了密码", name, mend)
        return made.read_bytes()


def _run(command: list[str], scratch: Path) -> bool:
    """Run LibreOffice to its end; False where it had to be stopped. All of its children go with it."""
    posix = os.name == "posix"
    process = subprocess.Popen(
        command,
        cwd=scratch,
        env={**os.environ, "HOME": str(scratch), "TMPDIR": str(scratch), "SAL_USE_VCLPLUGIN": "svp"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=posix,
        preexec_fn=_bounded() if posix else None,  # noqa: PLW1509  one thread, and nothing but limits is set
    )
    try:
        process.wait(TIME)
    except subprocess.TimeoutExpired:
        return False
    finally:
        if process.poll() is None:
            if posix:
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()
            process.wait()
    return True


def _bounded() -> Callable[[], None] | None:
    """Sets the bounds of a child process where the system has them."""
    if sys.platform == "win32":
        return None
    import resource

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (_LARGEST_OUTPUT, _LARGEST_OUTPUT))
        resource.setrlimit(resource.RLIMIT_CPU, (TIME, TIME))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    return limit


def _error(code: str, message: str, name: str, mend: str) -> ReadError:
    return ReadError(Problem(code, message, name, mend=mend))
