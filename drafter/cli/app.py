"""The ``drafter`` command and its subcommands."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from drafter import __version__
from drafter.cli.draft import draft
from drafter.cli.format import format_file
from drafter.cli.kinds import kinds
from drafter.cli.messages import speak_chinese
from drafter.cli.new import new
from drafter.cli.parse import parse

__all__ = ["app", "main"]

app = typer.Typer(
    name="drafter",
    help="讲稿：读懂往年的讲话，按提纲和本地数据起草，排成合乎国标的 Word。全程不联网。",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("new")(new)
app.command("draft")(draft)
app.command("kinds")(kinds)
app.command("parse")(parse)
app.command("format")(format_file)


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


def main() -> None:
    """Run the command line: 0 fine, 1 findings, 2 input that cannot be used."""
    speak_chinese()
    for stream in (sys.stdout, sys.stderr):
        # A redirected stream of a Chinese Windows or a C locale would refuse half of the text.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8" if not stream.isatty() else None, errors="replace")
    app()
