"""Carrying out a decision: preview, question, the step itself, what was left out."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from drafter.cli.bank.lines import ID_LENGTH, lines_of
from phrasebank.errors import CodedError, Problem

if TYPE_CHECKING:
    from drafter.cli.bank.opening import Desk
    from phrasebank.curation.plan import Plan
    from phrasebank.model import Phrase

__all__ = ["FINDINGS", "carry_out", "make_sure"]

FINDINGS = 1
"""Exit code where something was left out (contract 1)."""

#: Phrases shown before a question, and phrases whose refusal is told one by one.
_PREVIEW, _TOLD = 10, 20


def carry_out(desk: Desk, plan: Plan, verb: str, *, ask: bool) -> None:
    """Do what a plan says and tell about it.

    Arguments:
        desk: where it is decided.
        plan: what to do.
        verb: what it is called (采用).
        ask: whether to show it and to ask first.

    Raises:
        CodedError: U012 there is nobody to ask.
        Exit: 1 some phrases were left out.
    """
    concerned = _concerned(plan)
    if ask and concerned:
        left = f"，另有{len(plan.refused)}条过不了关" if plan.refused else ""
        make_sure(f"将{verb}{len(concerned)}条{left}", concerned)
    if concerned:
        batch = desk.decide(plan.changes)
        typer.echo(f"已{verb}{len(concerned)}条（第{batch}步，撤销用 drafter bank undo {batch}）")
    elif plan.unchanged:
        typer.echo(f"{len(plan.unchanged)}条已经是这样，没有改动")
    elif not plan.refused:
        typer.echo("没有符合条件的词条")
    if plan.refused:
        _tell_refused(plan, verb)
        raise typer.Exit(FINDINGS)


def make_sure(what: str, phrases: list[Phrase]) -> None:
    """Show the first phrases and ask whether to go on.

    Arguments:
        what: what will be done, with the count.
        phrases: the phrases it is done to.

    Raises:
        CodedError: U012 there is nobody to ask.
        Exit: the answer is no.
    """
    if not sys.stdin.isatty():
        raise CodedError(Problem("U012", f"{what}，没有得到确认，没有改动", mend="看过之后加 --yes"))
    typer.echo(f"{what}：")
    for line in lines_of(phrases, _PREVIEW):
        typer.echo(f"  {line}")
    if not typer.confirm("确定吗？", default=False):
        typer.echo("没有改动")
        raise typer.Exit


def _concerned(plan: Plan) -> list[Phrase]:
    return [change.after for change in plan.changes if change.after is not None]


def _tell_refused(plan: Plan, verb: str) -> None:
    for refused in plan.refused[:_TOLD]:
        for problem in refused.problems:
            typer.echo(str(problem), err=True)
    if len(plan.refused) > _TOLD:
        typer.echo(f"……还有{len(plan.refused) - _TOLD}条", err=True)
    example = plan.refused[0].phrase.id[:ID_LENGTH]
    typer.echo(f"{len(plan.refused)}条没有{verb}；修改用 drafter bank edit {example}", err=True)
