"""The command line: thin commands, each a function of the library with its arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from phrasebank.terminal import run

if TYPE_CHECKING:
    import typer

__all__ = ["main"]


def main() -> NoReturn:
    """Run ``drafter``: 0 fine, 1 findings, 2 input that cannot be used, 3 our own fault."""
    run("drafter", _load)


def _load() -> typer.Typer:
    from drafter.cli.app import app

    return app
