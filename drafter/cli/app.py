"""The ``drafter`` command and its subcommands."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from drafter import __version__
from drafter.cli.lazy import LazyGroup

__all__ = ["COMMANDS", "app"]

COMMANDS = {
    "new": "drafter.cli.new:new",
    "draft": "drafter.cli.draft:draft",
    "capture": "drafter.cli.capture:capture",
    "outline": "drafter.cli.outline:outline",
    "redo": "drafter.cli.redo:redo",
    "update": "drafter.cli.update:update",
    "kinds": "drafter.cli.kinds:kinds",
    "parse": "drafter.cli.parse:parse",
    "format": "drafter.cli.format:format_file",
    "check": "drafter.cli.check:check",
    "measure": "drafter.cli.measure:measure",
    "mine": "drafter.cli.mine:mine",
    "bank": "drafter.cli.bank:make_group()",
    "doctor": "drafter.cli.doctor:doctor",
}
"""Every command with where it stands, in the order of the help page."""


class _Drafter(LazyGroup):
    """The program, whose commands are loaded when they are run."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(COMMANDS, **settings)


app = typer.Typer(
    name="drafter",
    cls=_Drafter,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


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
