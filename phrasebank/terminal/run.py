"""Run a command line to its exit code: whatever goes wrong is one Chinese line."""

from __future__ import annotations

import gc
import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from phrasebank.errors import CodedError, Problem
from phrasebank.os_reasons import os_reason

if TYPE_CHECKING:
    import typer

__all__ = ["BAD_INPUT", "INTERNAL_ERROR", "run"]

#: Exit code for input that cannot be used (contract 1).
BAD_INPUT = 2
#: Exit code for a fault of our own.
INTERNAL_ERROR = 3
#: What a shell reports for a program ended by Ctrl-C.
_INTERRUPTED = 128 + 2
#: As the option parser ends when the reader of a pipe goes away in the middle.
_READER_GONE = 1

_DEBUG = "JIANGGAO_DEBUG"

#: New objects before garbage is looked for. A run is short and makes little garbage, but many objects
#: that stay; at Python's own 700 a twentieth of a draft goes into looking through them.
_OBJECTS = 50_000


def run(name: str, load: Callable[[], typer.Typer]) -> NoReturn:
    """Run a program and exit with its code.

    Arguments:
        name: the program's name, for its messages and its completion.
        load: imports and returns the program; called inside, so that an interrupt or a fault
            while it loads is told like any other.

    Raises:
        SystemExit: 0 fine, 1 findings, 2 input or usage that cannot be used, 3 our own fault.
    """
    gc.set_threshold(_OBJECTS)
    for stream in (sys.stdout, sys.stderr):
        # A redirected stream of a Chinese Windows or a C locale would refuse half of the text.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8" if not stream.isatty() else None, errors="replace")
    try:
        code = _call(name, load)
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = _INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        code = _READER_GONE
    except OSError as error:
        _complain(Problem("F002", f"读写出错：{os_reason(error)}", str(error.filename or "")))
        _drop_output()
        code = BAD_INPUT
    sys.exit(code)


def _call(name: str, load: Callable[[], typer.Typer]) -> int:
    try:
        return _invoke(name, load)
    except (CodedError, OSError):
        raise
    except Exception as error:
        if os.environ.get(_DEBUG):
            traceback.print_exc()
        _complain(_own_fault(error))
        return INTERNAL_ERROR


def _invoke(name: str, load: Callable[[], typer.Typer]) -> int:
    app = load()

    import typer
    from typer._click import exceptions

    from phrasebank.terminal.usage import tell

    try:
        result = typer.main.get_command(app).main(prog_name=name, standalone_mode=False)
    except exceptions.NoArgsIsHelpError as error:
        typer.echo(error.message, err=True)
        return BAD_INPUT
    except exceptions.UsageError as error:
        _complain(tell(error))
        return BAD_INPUT
    except CodedError as error:
        for problem in error.problems:
            _complain(problem)
        return BAD_INPUT
    except typer.Abort as error:
        raise KeyboardInterrupt from error
    return result if isinstance(result, int) else 0


def _own_fault(error: Exception) -> Problem:
    """What to send us: the fault and the line it arose in, nothing of the user's text."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = "/".join(Path(frame.filename).parts[-2:])
    return Problem(
        "X001",
        f"程序内部出错（{type(error).__name__}，{place}:{frame.lineno}），请把这一行和用到的文件发给我们",
        mend=f"设环境变量 {_DEBUG}=1 再运行可看详情",
    )


def _complain(problem: Problem) -> None:
    sys.stderr.write(f"{problem}\n")


def _drop_output() -> None:
    """Nobody takes what is still in the buffer: the interpreter shall not try again when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
