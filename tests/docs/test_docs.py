"""The documents tell of everything there is, and of nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer
from typer.core import TyperGroup, TyperOption

from drafter.brief import FILTERS, keys
from drafter.cli.app import app as drafter_app
from phrasebank.cli import main as phrasebank_main
from phrasebank.terminal.help_page import choices

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


COMMANDS = [(program, command) for program in PROGRAMS for command in group(program).commands]


@pytest.mark.parametrize(("program", "name"), COMMANDS)
def test_every_option_is_documented_and_no_other(program: str, name: str) -> None:
    told = section((ROOT / "docs" / "commands.md").read_text(encoding="utf-8"), f"{program} {name}")
    options = [param for param in group(program).commands[name].params if isinstance(param, TyperOption)]
    spellings = {spelling for option in options for spelling in option.opts}
    rows = [line.split(" | ")[0] for line in told.splitlines() if line.startswith("| `")]
    assert set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", "".join(rows))) == spellings
    for option in options:
        (row,) = (row for row in rows if f"`{option.opts[0]}" in row)
        assert (option.metavar or r"\|".join(choices(option))) in row


def test_every_command_has_its_section() -> None:
    text = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    headed = re.findall(r"^## (drafter|phrasebank) (\w+)", text, re.MULTILINE)
    assert headed == COMMANDS


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_in_examples_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for program, words in re.findall(r"(?:^|`)(drafter|phrasebank) ([^`\n]*)", text, re.MULTILINE):
        name = words.split()[0] if words else ""
        if re.fullmatch(r"[a-z]+", name):
            assert name in group(program).commands, f"{program} {name}"
            known = {spelling for param in group(program).commands[name].params for spelling in param.opts}
            assert set(re.findall(r"(?<!\S)--[a-z-]+", words)) <= known | {"--help"}, words


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
