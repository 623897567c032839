"""The command line of the bank's editors: ``phrasebank check`` and ``phrasebank tidy``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, NoReturn

import typer

from phrasebank.check import check_file
from phrasebank.errors import Problem
from phrasebank.terminal import run
from phrasebank.terminal.commands import ChineseCommand, ChineseGroup
from phrasebank.tidy import tidy_file

__all__ = ["main"]

_app = typer.Typer(
    name="phrasebank",
    cls=ChineseGroup,
    help="词条库：检查、整理词条文件。",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

_Files = Annotated[list[Path], typer.Argument(help="词条文件，一行一个 JSON 对象", metavar="文件…")]


@_app.command(cls=ChineseCommand)
def check(files: _Files) -> None:
    """检查词条：空位、标点、空位之外的数字地名、重复。有问题时以 1 退出。"""
    problems: list[Problem] = []
    for file in files:
        problems += check_file(file)
    for problem in problems:
        typer.echo(str(problem))
    if problems:
        raise typer.Exit(1)


@_app.command(cls=ChineseCommand)
def tidy(files: _Files) -> None:
    """整理词条：算出 id，填好 slots，排序，略去重复。有问题的文件原样不动。"""
    for file in files:
        tidied = tidy_file(file)
        for notice in tidied.dropped:
            typer.echo(str(notice), err=True)
        typer.echo(f"{file}：{len(tidied.phrases)}条")


def main() -> NoReturn:
    """Run the command line."""
    run("phrasebank", lambda: _app)
