"""Commands are known by name without being loaded, and are loaded once."""

from __future__ import annotations

import importlib

import pytest
import typer
from typer.core import TyperGroup

from drafter.cli.app import COMMANDS, app
from drafter.cli.bank import COMMANDS as BANK_COMMANDS
from drafter.cli.lazy import LazyCommands
from phrasebank.terminal.commands import ChineseCommand

PLACES = {"kinds": "drafter.cli.kinds:kinds", "broken": "drafter.cli.nowhere:nothing"}


def test_names_are_known_without_loading() -> None:
    commands = LazyCommands(PLACES)
    assert (list(commands), len(commands), "broken" in list(commands)) == (["kinds", "broken"], 2, True)
    assert commands.get("other") is None
    with pytest.raises(ModuleNotFoundError):
        commands["broken"]


def test_a_command_is_made_once_with_its_name() -> None:
    commands = LazyCommands(PLACES)
    made = commands["kinds"]
    assert isinstance(made, ChineseCommand)
    assert (made.name, commands["kinds"] is made) == ("kinds", True)


def test_commands_come_and_go() -> None:
    commands = LazyCommands(PLACES)
    commands["again"] = commands["kinds"]
    del commands["broken"]
    assert list(commands) == ["kinds", "again"]
    assert commands["again"] is commands["kinds"]


@pytest.mark.parametrize("place", [*COMMANDS.values(), *BANK_COMMANDS.values()])
def test_every_place_leads_to_a_function(place: str) -> None:
    module, _, function = place.partition(":")
    assert callable(getattr(importlib.import_module(module), function.removesuffix("()")))


def test_the_bank_is_a_group_in_the_program() -> None:
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    bank = group.commands["bank"]
    assert isinstance(bank, TyperGroup)
    assert list(bank.commands) == list(BANK_COMMANDS)
