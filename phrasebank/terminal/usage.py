"""Mistakes in using a command, told as one Chinese line.

Codes: U001 something is missing; U002 no such option; U003 no such command; U004 a value that
does not fit; U005 an option with a value too many or too few; U006 too many arguments; U007 the
shell's completion cannot be set up.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from typer._click import exceptions
from typer.core import TyperOption

from phrasebank.errors import Problem
from phrasebank.terminal.help_page import choices

if TYPE_CHECKING:
    from collections.abc import Iterable

    from typer._click import Context, Parameter

__all__ = ["WrongUse", "did_you_mean", "tell"]


class WrongUse(exceptions.UsageError):
    """A mistake that our own commands found; it carries its Chinese sentence and its code."""

    def __init__(self, code: str, message: str, context: Context | None = None) -> None:
        super().__init__(message, context)
        self.code = code


def tell(error: exceptions.UsageError) -> Problem:
    """The one line about a mistake, with where to look up the right use."""
    code, message = _say(error)
    mend = f"用法见 {error.ctx.command_path} --help" if error.ctx else ""
    return Problem(code, message, mend=mend)


def _say(error: exceptions.UsageError) -> tuple[str, str]:
    if isinstance(error, WrongUse):
        return error.code, error.message
    if isinstance(error, exceptions.MissingParameter):
        return "U001", f"缺少{_name(error.param)}"
    if isinstance(error, exceptions.NoSuchOption):
        return "U002", f"没有选项 {error.option_name}{did_you_mean(error.possibilities or ())}"
    if isinstance(error, exceptions.BadParameter):
        return "U004", f"{_name(error.param)} 的值不对{_wanted(error.param)}"
    if isinstance(error, exceptions.BadOptionUsage):
        return "U005", f"选项 {error.option_name} {_value_rule(error)}"
    return "U004", f"参数用得不对：{error.message}"


def did_you_mean(possibilities: Iterable[str], given: str = "") -> str:
    """``，是不是 --length？``, or nothing where no name is near.

    Arguments:
        possibilities: near names; with ``given``, all the names there are.
        given: what the user wrote.
    """
    near = get_close_matches(given, list(possibilities)) if given else sorted(possibilities)
    return f"，是不是 {' 或 '.join(near)}？" if near else ""


def _name(param: Parameter | None) -> str:
    if param is None:
        return "参数"
    if isinstance(param, TyperOption):
        return f"选项 {max(param.opts, key=len)}"
    return f"参数“{param.metavar or param.name}”"


def _wanted(param: Parameter | None) -> str:
    if param is None:
        return ""
    words = choices(param)
    if words:
        return f"，应为 {'、'.join(words)} 之一"
    kind = getattr(param, "type", None)
    low, high = getattr(kind, "min", None), getattr(kind, "max", None)
    if low is not None and high is not None:
        return f"，应为 {low} 到 {high} 之间的整数"
    return "，应为整数" if getattr(kind, "name", "") == "int" else ""


def _value_rule(error: exceptions.BadOptionUsage) -> str:
    params = error.ctx.command.get_params(error.ctx) if error.ctx else []
    flag = any(
        isinstance(param, TyperOption) and param.is_flag and error.option_name in param.opts
        for param in params
    )
    return "后面不能带值" if flag else "后面要有一个值"
