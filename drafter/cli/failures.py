"""What goes wrong is told in Chinese, one line a problem, and ends with exit code 2."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import ParamSpec, TypeVar

import typer

from phrasebank.errors import CodedError

__all__ = ["BAD_INPUT", "told_in_chinese"]

#: Exit code for input that cannot be used (contract 1).
BAD_INPUT = 2

P = ParamSpec("P")
R = TypeVar("R")


def told_in_chinese(command: Callable[P, R]) -> Callable[P, R]:
    """Turn the library's coded errors into lines on standard error."""

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except CodedError as error:
            for problem in error.problems:
                typer.echo(str(problem), err=True)
            raise typer.Exit(BAD_INPUT) from error

    return run
