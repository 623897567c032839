"""The program in a process of its own, with what the system refuses it."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from phrasebank.store import open_bank
from tests.cli.conftest import EXAMPLES, PROGRAM, Ran
from tests.samples_text import LABELLED, plain

__all__ = ["ADD", "BRIEF", "Start"]

#: Its figures are in a file beside it.
BRIEF = EXAMPLES / "防汛动员部署.yaml"
#: A phrase into the bank 库.db.
ADD = (
    *("bank", "add", "做工作要一件一件落到人头上"),
    *("--unit", "sentence", "--move", "point.measure", "--bank", "库.db"),
)
Start = Callable[..., "subprocess.Popen[bytes]"]

if sys.platform == "win32":
    pytest.skip("limits of POSIX", allow_module_level=True)


def ended(process: subprocess.Popen[bytes]) -> Ran:
    """Wait for a process."""
    out, err = process.communicate(timeout=120)
    return Ran(process.returncode, out.decode(), err.decode())


@pytest.fixture
def start(tmp_path: Path) -> Start:
    """``drafter`` with some arguments, started; ``largest`` bounds the bytes that a file may get."""

    def run(
        *arguments: str | Path, largest: int | None = None, before: tuple[str, ...] = PROGRAM
    ) -> subprocess.Popen[bytes]:
        def limit() -> None:
            if largest is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))

        return subprocess.Popen(
            [*before, *map(str, arguments)],
            cwd=tmp_path,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            preexec_fn=limit,  # noqa: PLW1509  the tests have one thread
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        )

    return run


@pytest.fixture(autouse=True)
def bank(tmp_path: Path) -> Path:
    """An empty bank 库.db in the test's folder."""
    path = tmp_path / "库.db"
    open_bank(path, create=True, builtin=False).close()
    return path


@pytest.fixture
def speeches(tmp_path: Path) -> Path:
    """A folder of two speeches."""
    folder = tmp_path / "往年讲话"
    folder.mkdir()
    for path in LABELLED[:2]:
        (folder / path.name).write_text(plain(path), encoding="utf-8")
    return folder
