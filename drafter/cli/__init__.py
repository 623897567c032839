"""The command line: thin commands, each a function of the library with its arguments."""

from drafter.cli.app import main

__all__ = ["main"]
