"""Run the program as a user does: a process of its own, in an empty folder."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import pytest

import drafter.brief
import drafter.cli.app
import drafter.compose
import drafter.readers
import drafter.writers.docx  # loaded once for all the processes that are forked off
from drafter.cli import main

EXAMPLES = Path(__file__).parents[2] / "samples" / "briefs"
TRAINING = EXAMPLES / "安全生产专题培训.yaml"
DEPLOYMENT = EXAMPLES / "招商引资工作部署.yaml"
PROGRAM = (sys.executable, "-c", "from drafter.cli import main; main()")


@dataclass(frozen=True)
class Ran:
    """How a process ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def complaint(self) -> str:
        """The one line of a run that was refused."""
        assert self.code == 2, f"exit {self.code}: {self.err}"
        assert self.out == ""
        assert "Traceback" not in self.err
        lines = self.err.splitlines()
        assert len(lines) == 1, self.err
        return lines[0]


Run = Callable[..., Ran]


@pytest.fixture
def drafter(tmp_path: Path) -> Run:
    """``drafter`` with some arguments, in the test's folder; ``env`` adds variables.

    A process of its own in any case. Where the system can fork, and no variable has to be there
    from the interpreter's start, it is forked off this one, which has the program loaded: a tenth
    of the time.
    """

    def run(*arguments: str | Path, env: dict[str, str] | None = None) -> Ran:
        words = [str(argument) for argument in arguments]
        if env is None and hasattr(os, "fork"):
            return _forked(words, tmp_path)
        done = subprocess.run(
            [*PROGRAM, *words],
            cwd=tmp_path,
            env={**os.environ, **(env or {})},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=120,
            check=False,
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


def _forked(words: list[str], folder: Path) -> Ran:
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = os.fork()
        if child == 0:
            _become(words, folder, out.fileno(), err.fileno())
        _, status = os.waitpid(child, 0)
        told = [stream.seek(0) or stream.read().decode() for stream in (out, err)]
    return Ran(os.waitstatus_to_exitcode(status), *told)


def _become(words: list[str], folder: Path, out: int, err: int) -> NoReturn:
    """In the child: be the program, from its arguments to its exit code."""
    code = 70
    try:
        os.chdir(folder)
        os.dup2(out, 1)
        os.dup2(err, 2)
        sys.stdout, sys.stderr = os.fdopen(1, "w"), os.fdopen(2, "w")
        sys.argv = ["drafter", *words]
        main()
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 0
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
