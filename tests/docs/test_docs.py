"""The documents tell of everything there is, and of nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import typer
from typer.core import TyperGroup, TyperOption

from drafter.brief import FILTERS, keys
from drafter.cli.app import app as drafter_app
from phrasebank.cli import main as phrasebank_main
from phrasebank.terminal.help_page import choices

if TYPE_CHECKING:
    from typer._click import Command

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "benchmarks" / "README.md"])
PROGRAMS = {"drafter": drafter_app, "phrasebank": phrasebank_main.__globals__["_app"]}


def group(name: str) -> TyperGroup:
    found = typer.main.get_command(PROGRAMS[name])
    assert isinstance(found, TyperGroup)
    return found


def section(text: str, title: str) -> str:
    """What stands below a heading of level two that begins so."""
    pattern = rf"^## {re.escape(title)}(?: [^\n]*)?\n(.*?)(?=^## |\Z)"
    found = re.search(pattern, text, re.MULTILINE | re.DOTALL)
    assert found, f"no section “{title}”"
    return found[1]


def commands(program: str) -> Iterator[tuple[str, Command]]:
    """Every command of a program by the words that name it, those of groups in groups too."""

    def below(inner: TyperGroup, above: str) -> Iterator[tuple[str, Command]]:
        for name, command in inner.commands.items():
            yield f"{above}{name}", command
            if isinstance(command, TyperGroup):
                yield from below(command, f"{above}{name} ")

    return below(group(program), "")


COMMANDS = {(program, words): command for program in PROGRAMS for words, command in commands(program)}
#: Sections with options that several commands have; a command's own section names the filters by a link.
SHARED, FILTER_OPTIONS = "drafter bank", "筛选条件"


def rows_of(text: str, title: str) -> list[str]:
    """First columns of the table in a section."""
    return [line.split(" | ")[0] for line in section(text, title).splitlines() if line.startswith("| `")]


def spelled(rows: list[str]) -> set[str]:
    return set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", "".join(rows)))


def spellings_of(command: Command) -> set[str]:
    options = [param for param in command.params if isinstance(param, TyperOption)]
    return {spelling for option in options for spelling in (*option.opts, *option.secondary_opts)}


@pytest.mark.parametrize(
    ("program", "name"), [key for key in COMMANDS if not isinstance(COMMANDS[key], TyperGroup)]
)
def test_every_option_is_documented_and_no_other(program: str, name: str) -> None:
    text = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    command = COMMANDS[program, name]
    spellings = spellings_of(command)
    rows = rows_of(text, f"{program} {name}")
    assert spelled(rows) <= spellings
    if f"(#{FILTER_OPTIONS})" in section(text, f"{program} {name}"):
        assert spelled(rows_of(text, FILTER_OPTIONS)) <= spellings
        rows += rows_of(text, FILTER_OPTIONS)
    if name.startswith("bank "):
        rows += [
            row
            for row in rows_of(text, SHARED)
            if spelled([row]) <= spellings and not spelled([row]) & spelled(rows)
        ]
    assert spelled(rows) == spellings
    for option in command.params:
        if isinstance(option, TyperOption):
            (row,) = (row for row in rows if re.search(rf"`{option.opts[0]}(?![\w-])", row))
            assert (option.metavar or r"\|".join(choices(option))) in row


def test_every_command_has_its_section() -> None:
    text = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    headed = re.findall(r"^## (drafter|phrasebank) ([a-z]+(?: [a-z]+)?)", text, re.MULTILINE)
    assert headed == list(COMMANDS)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_in_examples_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for program, words in re.findall(r"(?:^|`)(drafter|phrasebank) ([^`\n]*)", text, re.MULTILINE):
        names = re.findall(r"[a-z]+(?=\s|$)", words.partition(" -")[0])
        known = [
            " ".join(names[:length]) for length in (2, 1) if (program, " ".join(names[:length])) in COMMANDS
        ]
        if re.match(r"[a-z]+(\s|$)", words):
            assert known, f"{program} {words}"
            assert set(re.findall(r"(?<!\S)--[a-z-]+", words)) <= spellings_of(
                COMMANDS[program, known[0]]
            ) | {"--help"}, words


MAPPINGS = [
    keys.BRIEF,
    keys.PLACE,
    keys.SPEAKER,
    keys.FACT,
    keys.DATA_FILE,
    keys.PART,
    keys.POINT,
    keys.STYLE,
]


@pytest.mark.parametrize("mapping", MAPPINGS, ids=lambda mapping: mapping.owner)
def test_every_key_of_a_brief_is_documented(mapping: keys.Keys) -> None:
    text = (ROOT / "docs" / "brief.md").read_text(encoding="utf-8")
    for key, aliases in mapping.aliases.items():
        told = f"| {key} | {', '.join(aliases)} |" in text
        assert told or f"{key}（{', '.join(aliases)}）" in text or _both_in_one_line(text, key, aliases), key


def _both_in_one_line(text: str, key: str, aliases: tuple[str, ...]) -> bool:
    return any(f"{key}:" in line and all(alias in line for alias in aliases) for line in text.split("\n\n"))


def test_every_filter_is_documented() -> None:
    text = (ROOT / "docs" / "brief.md").read_text(encoding="utf-8")
    rows = {name for pair in re.findall(r"^\| (\S+) \| (\w+) \|", text, re.MULTILINE) for name in pair}
    assert set(FILTERS) - rows == set()


def test_the_brief_that_is_shown_is_one(tmp_path: Path) -> None:
    from drafter.brief import load_brief

    text = (ROOT / "docs" / "brief.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    (tmp_path / "提纲.yaml").write_text(shown, encoding="utf-8")
    assert load_brief(tmp_path / "提纲.yaml").topic == "安全生产"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target
