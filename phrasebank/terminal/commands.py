"""Commands and groups of commands that explain themselves in Chinese."""

from __future__ import annotations

import contextlib
import io
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import typer
from typer._click.exceptions import UsageError
from typer._completion_shared import _get_shell_name, get_completion_script, install
from typer.core import TyperCommand, TyperGroup, TyperOption

from phrasebank.terminal.help_page import help_page
from phrasebank.terminal.usage import WrongUse, did_you_mean

if TYPE_CHECKING:
    from typer._click import Command, Context, HelpFormatter, Parameter

__all__ = ["ChineseCommand", "ChineseGroup"]

#: The options that the parser adds of itself.
_OWN_OPTIONS = {
    "help": "显示这份帮助",
    "install_completion": "给当前的命令行装上按 Tab 补全",
    "show_completion": "显示补全脚本，供自行安装",
}
#: A page wider than this is hard to read, however wide the window.
_WIDEST_PAGE = 100


class ChineseCommand(TyperCommand):
    """A command whose help and complaints are Chinese."""

    # What is left over is looked at here, where it can be told in Chinese.
    allow_extra_args = True

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Set the help page."""
        formatter.write(help_page(self, ctx, _page_width()))

    def get_params(self, ctx: Context) -> list[Parameter]:
        """The parameters, the parser's own ones explained in Chinese."""
        return _explained(super().get_params(ctx))

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Refuse what is left over.

        Raises:
            WrongUse: U006 more arguments than the command takes.
        """
        with _in_context(ctx):
            rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise WrongUse("U006", f"多出了参数：{' '.join(map(str, rest))}", ctx)
        return rest


class ChineseGroup(TyperGroup):
    """A program of several commands whose help and complaints are Chinese."""

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Set the help page."""
        formatter.write(help_page(self, ctx, _page_width()))

    def get_params(self, ctx: Context) -> list[Parameter]:
        """The parameters, the parser's own ones explained in Chinese."""
        return _explained(super().get_params(ctx))

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Take the group's own options; the rest is a command's."""
        with _in_context(ctx):
            return super().parse_args(ctx, args)

    def invoke(self, ctx: Context) -> Any:
        """Run the command that was named.

        Raises:
            WrongUse: U001 no command was named.
        """
        if not ctx._protected_args:
            raise WrongUse("U001", "没有写要做什么", ctx)
        return super().invoke(ctx)

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, Command | None, list[str]]:
        """Find the command by its name.

        Raises:
            WrongUse: U003 there is none of that name.
        """
        if self.get_command(ctx, args[0]) is None and not ctx.resilient_parsing:
            near = did_you_mean(self.commands, args[0])
            raise WrongUse("U003", f"没有“{args[0]}”这个命令{near}", ctx)
        return super().resolve_command(ctx, args)


def _explained(params: list[Parameter]) -> list[Parameter]:
    for param in params:
        if isinstance(param, TyperOption) and param.name in _OWN_OPTIONS:
            param.help = _OWN_OPTIONS[param.name]
        if param.name == "install_completion":
            param.callback = _install_completion
        if param.name == "show_completion":
            param.callback = _show_completion
    return params


@contextlib.contextmanager
def _in_context(ctx: Context) -> Iterator[None]:
    """Let a usage error know its command; the parser leaves that out of some."""
    try:
        yield
    except UsageError as error:
        error.ctx = error.ctx or ctx
        raise


def _page_width() -> int:
    return min(shutil.get_terminal_size().columns, _WIDEST_PAGE)


def _install_completion(ctx: Context, _param: Parameter, wanted: Any) -> None:
    """Put the completion script where the user's shell looks for it, and say where that is."""
    if not wanted or ctx.resilient_parsing:
        return
    try:
        with _silence():
            shell, path = install()
    except (typer.Exit, OSError) as error:
        raise WrongUse(
            "U007", "补全没有装上：不认识当前的命令行程序，或者它的设置文件写不进去", ctx
        ) from error
    typer.echo(f"{shell} 的补全已装到 {path}，重新打开命令行后生效")
    raise typer.Exit


def _show_completion(ctx: Context, _param: Parameter, wanted: Any) -> None:
    """Print the completion script of the user's shell, for those who set it up themselves."""
    if not wanted or ctx.resilient_parsing:
        return
    name = ctx.find_root().info_name or ""
    variable = f"_{name.replace('-', '_').upper()}_COMPLETE"
    shell = wanted if isinstance(wanted, str) else _get_shell_name() or ""
    try:
        with _silence():
            script = get_completion_script(prog_name=name, complete_var=variable, shell=shell)
    except typer.Exit as error:
        raise WrongUse(
            "U007", "没有这种命令行程序的补全脚本，有 bash、zsh、fish 和 PowerShell 的", ctx
        ) from error
    typer.echo(script)
    raise typer.Exit


@contextlib.contextmanager
def _silence() -> Iterator[None]:
    """Keep back what the parser's own set-up says in English, to either stream."""
    with contextlib.redirect_stderr(io.StringIO()), contextlib.redirect_stdout(io.StringIO()):
        yield
