"""The ``drafter`` command and its subcommands."""

from __future__ import annotations

from typing import Annotated

import typer

from drafter import __version__
from drafter.cli.draft import draft
from drafter.cli.format import format_file
from drafter.cli.kinds import kinds
from drafter.cli.new import new
from drafter.cli.parse import parse
from phrasebank.terminal.commands import ChineseCommand, ChineseGroup

__all__ = ["app"]

app = typer.Typer(
    name="drafter",
    cls=ChineseGroup,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("new", cls=ChineseCommand)(new)
app.command("draft", cls=ChineseCommand)(draft)
app.command("kinds", cls=ChineseCommand)(kinds)
app.command("parse", cls=ChineseCommand)(parse)
app.command("format", cls=ChineseCommand)(format_file)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"jianggao {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", help="显示版本号", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    """讲稿：读懂往年的讲话，按提纲和本地数据起草，排成合乎国标的 Word。全程不联网。"""
