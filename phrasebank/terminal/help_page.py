"""The help page of a command, in Chinese, with columns that line up.

The option parser's own page counts every character as one column wide and is half English, so
the page is set here from the command's parameters.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import TYPE_CHECKING

from typer.core import TyperGroup, TyperOption

from phrasebank.terminal.columns import columns, wrap

if TYPE_CHECKING:
    from typer._click import Command, Context, Parameter

__all__ = ["choices", "help_page"]

#: Wider terms push their explanation to the next line, so that one of them does not narrow all.
_WIDEST_TERM = 30
_NARROWEST_TEXT = 24
_GAP = 2


def help_page(command: Command, context: Context, width: int) -> str:
    """Everything ``--help`` says.

    Arguments:
        command: the command or group.
        context: its context, which knows the program's name.
        width: columns of the terminal; a Chinese character takes two.
    """
    blocks = [[_usage(command, context)]]
    if command.help:
        blocks.append([f"  {line}" for line in wrap(" ".join(command.help.split()), width - 2)])
    shown = [param for param in command.get_params(context) if not getattr(param, "hidden", False)]
    arguments = [_row(param) for param in shown if not isinstance(param, TyperOption)]
    options = [_row(param) for param in shown if isinstance(param, TyperOption)]
    for heading, rows in (("参数", arguments), ("选项", options), ("命令", _commands(command))):
        if rows:
            blocks.append([f"{heading}：", *_table(rows, width)])
    return "\n\n".join("\n".join(block) for block in blocks)


def _usage(command: Command, context: Context) -> str:
    """``用法：drafter draft [选项] 提纲``."""
    arguments = [param for param in command.get_params(context) if not isinstance(param, TyperOption)]
    words = [_term(param) if param.required else f"[{_term(param)}]" for param in arguments]
    rest = ["命令 …"] if isinstance(command, TyperGroup) else []
    return f"用法：{' '.join([context.command_path, '[选项]', *words, *rest])}"


def _row(param: Parameter) -> tuple[str, str]:
    """A parameter's term and what it does, with bounds, default and whether it must be given."""
    notes = []
    kind = getattr(param, "type", None)
    low, high = getattr(kind, "min", None), getattr(kind, "max", None)
    if low is not None and high is not None:
        notes.append(f"{low} 到 {high}")
    default = param.default.value if isinstance(param.default, Enum) else param.default
    if isinstance(default, str | int) and not isinstance(default, bool) and default != "":
        notes.append(f"默认 {default}")
    if param.required and isinstance(param, TyperOption):
        notes.append("必填")
    text = getattr(param, "help", None) or ""
    return _term(param), f"{text}（{'，'.join(notes)}）" if notes else text


def _term(param: Parameter) -> str:
    if not isinstance(param, TyperOption):
        return param.metavar or param.name or ""
    names = ", ".join(sorted((*param.opts, *param.secondary_opts), key=len))
    return names if param.is_flag else f"{names} {param.metavar or '|'.join(choices(param))}".rstrip()


def choices(param: Parameter) -> list[str]:
    """The words that a parameter takes, or none where it takes any."""
    allowed = getattr(getattr(param, "type", None), "choices", None) or ()
    return [str(choice.value) if isinstance(choice, Enum) else str(choice) for choice in allowed]


def _commands(command: Command) -> list[tuple[str, str]]:
    if not isinstance(command, TyperGroup):
        return []
    return [(name, inner.help or "") for name, inner in command.commands.items() if not inner.hidden]


def _table(rows: list[tuple[str, str]], width: int) -> Iterator[str]:
    column = min(max(columns(term) for term, _ in rows), _WIDEST_TERM) + _GAP
    for term, text in rows:
        lines = list(wrap(text, max(width - column - 2, _NARROWEST_TEXT)))
        if columns(term) + _GAP > column:
            yield f"  {term}"
        else:
            yield f"  {term}{' ' * (column - columns(term))}{lines.pop(0) if lines else ''}".rstrip()
        for line in lines:
            yield f"  {' ' * column}{line}"
