"""``drafter bank``: what the editors of a bank do with it, a command a module, loaded when it is run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.cli.lazy import LazyGroup

if TYPE_CHECKING:
    from typer._click import Command

__all__ = ["COMMANDS", "make_group"]

COMMANDS = {
    "list": "drafter.cli.bank.finding:list_phrases",
    "search": "drafter.cli.bank.finding:search",
    "show": "drafter.cli.bank.showing:show",
    "stats": "drafter.cli.bank.statistics:stats",
    "review": "drafter.cli.bank.review:review",
    "accept": "drafter.cli.bank.judging:accept",
    "reject": "drafter.cli.bank.judging:reject",
    "forbid": "drafter.cli.bank.judging:forbid",
    "obsolete": "drafter.cli.bank.judging:obsolete",
    "tag": "drafter.cli.bank.tagging:tag",
    "add": "drafter.cli.bank.writing:add",
    "edit": "drafter.cli.bank.writing:edit",
    "merge": "drafter.cli.bank.reshaping:merge",
    "split": "drafter.cli.bank.reshaping:split",
    "export": "drafter.cli.bank.export:export",
    "import": "drafter.cli.bank.importing:import_file",
    "history": "drafter.cli.bank.past:history",
    "undo": "drafter.cli.bank.past:undo",
}
"""Every command with where it stands, in the order of the help page."""


def make_group(name: str) -> Command:
    """The group with all its commands.

    Arguments:
        name: what it is called on the command line.
    """
    return LazyGroup(
        COMMANDS,
        name=name,
        no_args_is_help=True,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
        help="语料库：查、审、改、合、拆、撤销。",
    )
