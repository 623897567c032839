"""Help is Chinese: in any page the only English words are names that are typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
import typer
from typer.core import TyperGroup, TyperOption

from drafter.cli.app import app as drafter_app
from phrasebank.cli import main as phrasebank_main
from phrasebank.terminal.help_page import choices

if TYPE_CHECKING:
    from typer._click import Command

PROGRAMS = {"drafter": drafter_app, "phrasebank": phrasebank_main.__globals__["_app"]}
#: Names of things that have no Chinese name, and words that are typed as they stand.
NAMES = {
    "Word",
    "JSON",
    "Tab",
    "id",
    "slots",
    "Ctrl",
    "Spark",
    "postgresql",
    "docs",
    "phrases",
    "WPS",
    "Excel",
}
NAMES |= {"JIANGGAO", "BANK", "TEMPLATES", "templates", "USER", "ALL", "EDITOR", "point", "topic"}


def commands(group: TyperGroup, *above: str) -> Iterator[tuple[list[str], Command]]:
    """Every command with the words that name it, those of groups in groups too."""
    for name, command in group.commands.items():
        yield [*above, name], command
        if isinstance(command, TyperGroup):
            yield from commands(command, *above, name)


def program(name: str) -> TyperGroup:
    found = typer.main.get_command(PROGRAMS[name])
    assert isinstance(found, TyperGroup)
    return found


def pages() -> Iterator[tuple[str, list[str]]]:
    for name in PROGRAMS:
        yield name, []
        yield from ((name, words) for words, _ in commands(program(name)))


def page(name: str, words: list[str], capsys: pytest.CaptureFixture[str], option: str = "--help") -> str:
    typer.main.get_command(PROGRAMS[name]).main([*words, option], prog_name=name, standalone_mode=False)
    return capsys.readouterr().out


def english(text: str) -> set[str]:
    """Words left when commands, options, choices and file endings are taken out."""
    typed = set(PROGRAMS) | NAMES
    for name in PROGRAMS:
        for words, command in commands(program(name)):
            typed.update(words)
            for param in command.params:
                typed.update(choices(param))
    text = re.sub(r"--?[a-z][a-z-]*|\.[a-z]+", " ", text)
    return set(re.findall(r"[A-Za-z]{2,}", text)) - typed


@pytest.mark.parametrize(("name", "words"), list(pages()))
def test_every_page_is_chinese(name: str, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    text = page(name, words, capsys)
    assert text.startswith(f"用法：{' '.join([name, *words])} [选项]")
    assert english(text) == set()


@pytest.mark.parametrize(("name", "words"), list(pages()))
def test_every_parameter_is_explained(name: str, words: list[str]) -> None:
    known = {tuple(found): command for found, command in commands(program(name))}
    command = known[tuple(words)] if words else program(name)
    for param in command.params:
        assert getattr(param, "help", ""), param.name
        if isinstance(param, TyperOption) and not param.is_flag:
            assert param.metavar or choices(param), param.name


def test_both_spellings_of_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert page("drafter", ["draft"], capsys, "-h") == page("drafter", ["draft"], capsys, "--help")


def columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


@pytest.mark.parametrize("width", [60, 80, 100])
def test_columns_line_up_and_fit(
    width: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    lines = page("drafter", ["draft"], capsys).splitlines()
    # A mark that may not begin a line hangs over by one character.
    assert max(map(columns, lines)) <= width + 2
    options = lines[lines.index("选项：") + 1 :]
    starts = {columns(match[0]) for line in options if (match := re.match(r"  (?:\S+ ){1,3} +(?=\S)", line))}
    continued = {len(line) - len(line.lstrip()) for line in options if line.startswith("     ")}
    assert len(starts | continued) == 1


def test_no_words_is_help(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    from drafter.cli import main

    monkeypatch.setattr("sys.argv", ["drafter"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("用法：drafter [选项] 命令 …\n")
