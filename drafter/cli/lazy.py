"""Commands that are loaded when somebody asks for them: a start loads the one that it runs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

import typer
from typer.models import CommandInfo

from phrasebank.terminal.commands import ChineseCommand, ChineseGroup

if TYPE_CHECKING:
    from typer._click import Command

__all__ = ["LazyCommands", "LazyGroup"]


class LazyCommands(MutableMapping[str, "Command"]):
    """Names of commands with where their functions are; a command is made when it is looked up.

    Arguments:
        places: name of each command → ``package.module:function``, in the order of the help page. What
            stands there is a function with its parameters, or a function that makes a group of commands
            (``package.module:make_group()``).
    """

    def __init__(self, places: Mapping[str, str]) -> None:
        self._places = dict(places)
        self._made: dict[str, Command] = {}

    def __getitem__(self, name: str) -> Command:
        if name not in self._made:
            self._made[name] = _make(name, self._places[name])
        return self._made[name]

    def __setitem__(self, name: str, command: Command) -> None:
        self._places.setdefault(name, "")
        self._made[name] = command

    def __delitem__(self, name: str) -> None:
        del self._places[name]
        self._made.pop(name, None)

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class LazyGroup(ChineseGroup):
    """A group of commands that are loaded when they are run.

    Arguments:
        places: as ``LazyCommands``.
        settings: anything else that a group takes.
    """

    def __init__(self, places: Mapping[str, str], **settings: Any) -> None:
        super().__init__(**{**settings, "commands": LazyCommands(places)})


def _make(name: str, place: str) -> Command:
    module, _, function = place.partition(":")
    found = getattr(import_module(module), function.removesuffix("()"))
    if function.endswith("()"):
        group: Command = found(name)
        return group
    return typer.main.get_command_from_info(
        CommandInfo(name=name, cls=ChineseCommand, callback=found),
        pretty_exceptions_short=False,
        rich_markup_mode=None,
    )
