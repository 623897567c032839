"""``drafter bank merge`` and ``drafter bank split``."""

from __future__ import annotations

from typing import Annotated

import typer

from drafter.cli.bank.lines import line_of
from drafter.cli.bank.opening import at_desk
from drafter.cli.bank.options import BankOption, By, NoBuiltin

__all__ = ["merge", "split"]


def merge(
    kept: Annotated[str, typer.Argument(metavar="留下的编号", help="留下这一条，文字和状态不变")],
    others: Annotated[list[str], typer.Argument(metavar="并入的编号…", help="这些并到它里面去")],
    bank: BankOption = None,
    no_builtin: NoBuiltin = False,
    by: By = None,
) -> None:
    """合并说法相同的词条：出处、篇数、归类都并到留下的一条。以后再挖到并掉的说法，也算它的。"""
    from phrasebank.curation.merging import merge as plan_merge

    with at_desk(bank, by, builtin=not no_builtin) as desk:
        plan = plan_merge(desk.store.get(kept), [desk.store.get(other) for other in others])
        batch = desk.decide(plan.changes)
    going = sum(change.after is None for change in plan.changes)
    typer.echo(f"已并入{going}条（第{batch}步，撤销用 drafter bank undo {batch}）")


def split(
    phrase_id: Annotated[str, typer.Argument(metavar="编号", help="要拆的词条，写前几位即可")],
    at: Annotated[
        str,
        typer.Option("--at", metavar="词语", help="从这几个字前面拆成两条；不写则段拆成句，标题组拆成标题"),
    ] = "",
    bank: BankOption = None,
    no_builtin: NoBuiltin = False,
    by: By = None,
) -> None:
    """拆开一个词条：拆出来的各条待审，出处和归类照旧，原来的一条改为不用。"""
    from phrasebank.curation.splitting import parts
    from phrasebank.curation.splitting import split as plan_split
    from phrasebank.store import Query

    with at_desk(bank, by, builtin=not no_builtin) as desk:
        held = desk.store.get(phrase_id, sources=None)
        ids = tuple(part.id for part in parts(held.phrase, at))
        present = [one.phrase.id for one in desk.store.find(Query(ids=ids))]
        plan = plan_split(held, at=at, present=present)
        batch = desk.decide(plan.changes)
    typer.echo(f"已拆成{len(ids)}条（第{batch}步，撤销用 drafter bank undo {batch}）")
    for phrase in plan.phrases[1:]:
        typer.echo(f"  {line_of(phrase)}")
    for present_id in present:
        typer.echo(f"  {present_id[:8]} 库里已有")
