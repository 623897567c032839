"""The command line of the bank's editors: ``phrasebank check`` and ``phrasebank tidy``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, NoReturn

import typer

from phrasebank.check import check_file
from phrasebank.errors import CodedError, Problem
from phrasebank.tidy import tidy_file

__all__ = ["main"]

_app = typer.Typer(help="词条库：检查、整理词条文件。", add_completion=False, no_args_is_help=True)

_Files = Annotated[list[Path], typer.Argument(help="词条文件，一行一个 JSON 对象", metavar="文件…")]


@_app.command()
def check(files: _Files) -> None:
    """检查词条：空位、标点、空位之外的数字地名、重复。有问题时以 1 退出。"""
    problems: list[Problem] = []
    for file in files:
        try:
            problems += check_file(file)
        except CodedError as error:
            _fail(error)
    for problem in problems:
        typer.echo(str(problem))
    if problems:
        raise typer.Exit(1)


@_app.command()
def tidy(files: _Files) -> None:
    """整理词条：算出 id，填好 slots，排序，略去重复。有问题的文件原样不动。"""
    for file in files:
        try:
            tidied = tidy_file(file)
        except CodedError as error:
            _fail(error)
        for notice in tidied.dropped:
            typer.echo(str(notice), err=True)
        typer.echo(f"{file}：{len(tidied.phrases)}条")


def _fail(error: CodedError) -> NoReturn:
    for problem in error.problems:
        typer.echo(str(problem), err=True)
    raise typer.Exit(2)


def main() -> None:
    """Run the command line."""
    _app()
