"""``drafter bank import``: what a file would change, a question, and all of it in one step."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli.bank.carrying_out import FINDINGS
from drafter.cli.bank.lines import ID_LENGTH, line_of
from drafter.cli.bank.options import BankOption, By, Yes
from drafter.cli.bank.who import decider, now
from drafter.cli.bank_address import bank_address, is_there
from phrasebank.errors import CodedError, Problem
from phrasebank.harmless import harmless

if TYPE_CHECKING:
    from phrasebank.exchange_files.importing import Importing, Row
    from phrasebank.store import Change, Store

__all__ = ["import_file"]

#: Rows of each sort that are shown, and problems that are told one by one.
_SHOWN, _TOLD = 10, 20
#: Columns of a text on a line that shows before → after.
_EXCERPT = 60


def import_file(
    file: Annotated[
        Path, typer.Argument(metavar="文件", help="改过的导出文件，或自己写的：.jsonl .csv .xlsx .tbx")
    ],
    *,
    theirs: Annotated[
        bool, typer.Option("--theirs", help="导出以后别人又审定过的，也以文件为准；不写则不动这些")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只看会改什么，不写入")] = False,
    bank: BankOption = None,
    by: By = None,
    yes: Yes = False,
) -> None:
    """导入词条：先列出新增、修改、冲突和不合格的，确认后一次写入，一步可以撤销。

    文件里没有的词条不动；没有的列不动。还没有语料库时新建一个。
    """
    from phrasebank.exchange_files import read_file
    from phrasebank.exchange_files.importing import import_rows, plan_import

    name = decider(by)
    read = read_file(file)
    with _bank(bank) as (store, decide):
        plan = plan_import(store, read, file=str(file))
        _show(plan, theirs=theirs)
        rows = plan.rows(theirs=theirs)
        refused: Sequence[Problem] = ()
        if dry_run:
            typer.echo("没有写入（--dry-run）")
        elif rows:
            _make_sure(len(rows), yes=yes)
            batch, refused = import_rows(rows, lambda changes: decide(changes, name, now()), file=str(file))
            _tell_problems(refused)
            if batch:
                done = len(rows) - len(refused)
                typer.echo(f"已导入{done}条（第{batch}步，撤销用 drafter bank undo {batch}）")
        else:
            typer.echo("没有要改的")
    if plan.refused or refused or (plan.conflicts and not theirs):
        raise typer.Exit(FINDINGS)


Decide = Callable[["Sequence[Change]", str, str], int]


@contextmanager
def _bank(bank: str | None) -> Iterator[tuple[Store, Decide]]:
    """The bank and how it is decided in; one that is not there is made with the first decision."""
    from phrasebank.curation.builtin_only import builtin_bank
    from phrasebank.store import open_bank

    address = bank_address(bank)
    if is_there(address):
        with open_bank(address) as store:
            yield store, lambda changes, by, at: store.decide(changes, by=by, at=at)
        return

    def create(changes: Sequence[Change], by: str, at: str) -> int:
        # In memory first: what is refused there leaves no empty file behind.
        store.decide(changes, by=by, at=at)
        with open_bank(address, create=True) as made:
            batch = made.decide(changes, by=by, at=at)
        typer.echo(f"新建了语料库 {address}", err=True)
        return batch

    with builtin_bank() as store:
        yield store, create


def _show(plan: Importing, *, theirs: bool) -> None:
    for warning in plan.warnings:
        typer.echo(harmless(str(warning)), err=True)
    typer.echo(
        f"新增{len(plan.new)}、修改{len(plan.changed)}、冲突{len(plan.conflicts)}、"
        f"无变化{plan.same}、不合格{len({problem.line for problem in plan.refused})}"
    )
    _list("新增", plan.new, lambda row: [f"第{row.line}行 {line_of(row.after)}"])
    _list("修改", plan.changed, _changed)
    verdict = "以文件为准" if theirs else "不动；要以文件为准请加 --theirs"
    _list(f"冲突（{verdict}）", plan.conflicts, _changed)
    if plan.refused:
        typer.echo("不合格（不导入）：", err=True)
        _tell_problems(plan.refused)


def _list(title: str, rows: Sequence[Row], lines: Callable[[Row], Sequence[str]]) -> None:
    if not rows:
        return
    typer.echo(f"{title}：")
    for row in rows[:_SHOWN]:
        for line in lines(row):
            typer.echo(f"  {harmless(line)}")
    if len(rows) > _SHOWN:
        typer.echo(f"  ……还有{len(rows) - _SHOWN}条")


def _changed(row: Row) -> list[str]:
    held = row.before
    assert held is not None, "a new phrase is listed as such"
    reason = f"（{row.reason}）" if row.reason else ""
    text = _excerpt(held.phrase.text)
    lines = [f"第{row.line}行 {held.phrase.id[:ID_LENGTH]} {text}{reason}"]
    for difference in row.differences:
        before, after = map(_excerpt, (difference.before, difference.after))
        lines.append(f"    {difference.column}：{before} → {after}")
    return lines


def _excerpt(text: str) -> str:
    from phrasebank.terminal.columns import shorten

    return shorten(" ".join(text.split()), _EXCERPT) or "（空）"


def _make_sure(count: int, *, yes: bool) -> None:
    if yes:
        return
    if not sys.stdin.isatty():
        message = f"将导入{count}条，没有得到确认，没有改动"
        raise CodedError(Problem("U012", message, mend="看过之后加 --yes"))
    if not typer.confirm("导入吗？", default=False):
        typer.echo("没有改动")
        raise typer.Exit


def _tell_problems(problems: Sequence[Problem]) -> None:
    for problem in problems[:_TOLD]:
        typer.echo(harmless(str(problem)), err=True)
    if len(problems) > _TOLD:
        typer.echo(f"……还有{len(problems) - _TOLD}处", err=True)
