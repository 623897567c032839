"""``drafter bank list`` and ``drafter bank search``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli.bank.filters import Limit, OrderName, OrderOption, takes_query
from drafter.cli.bank.lines import line_of
from drafter.cli.bank.opening import opened
from drafter.cli.bank.options import AsJson, BankOption, NoBuiltin

if TYPE_CHECKING:
    from phrasebank.store import Held, Query

__all__ = ["list_phrases", "search"]

#: Phrases on a page that somebody reads.
_PAGE = 20


@takes_query
def list_phrases(
    *,
    query: Query,
    order: OrderOption = OrderName.SCORE,
    limit: Limit = None,
    offset: Annotated[int, typer.Option("--offset", metavar="条数", min=0, help="跳过前几条")] = 0,
    as_json: AsJson = False,
    bank: BankOption = None,
    no_builtin: NoBuiltin = False,
) -> None:
    """列出词条：编号、状态、语步、单位、评分、文字。不写 --limit 时显示 20 条，加了 --json 则是全部。

    还没有语料库时查的是自带的词条。
    """
    from phrasebank.store import Order

    with opened(bank, builtin=not no_builtin) as store:
        most = limit or (None if as_json else _PAGE)
        found = store.find(
            query, order=Order(order.value), limit=most, offset=offset, sources=None if as_json else 0
        )
        total = 0 if as_json else store.count(query)
    _print(found, as_json=as_json)
    if as_json:
        return
    if not found:
        typer.echo(f"共{total}条" if total else "没有符合条件的词条")
    elif offset:
        typer.echo(f"共{total}条，显示第{offset + 1}到{offset + len(found)}条")
    else:
        typer.echo(f"共{total}条，显示前{len(found)}条" if total > len(found) else f"共{total}条")


@takes_query
def search(
    words: Annotated[str, typer.Argument(metavar="词语", help="要找的字，一个字也可以")],
    *,
    query: Query,
    limit: Limit = None,
    as_json: AsJson = False,
    bank: BankOption = None,
    no_builtin: NoBuiltin = False,
) -> None:
    """找文字里有这些字的词条，采用的在前，评分高的在前。"""
    from dataclasses import replace

    with opened(bank, builtin=not no_builtin) as store:
        found = store.search(words, query, limit=limit or _PAGE)
        if as_json:
            found = [store.get(held.phrase.id, sources=None) for held in found]
        total = 0 if as_json else store.count(replace(query, text=words))
    _print(found, as_json=as_json)
    if as_json:
        return
    if not found:
        typer.echo(f"没有找到“{words}”")
    else:
        typer.echo(f"共{total}条，显示前{len(found)}条" if total > len(found) else f"共{total}条")


def _print(found: list[Held], *, as_json: bool) -> None:
    from phrasebank.exchange import record_of

    for held in found:
        if as_json:
            typer.echo(json.dumps(record_of(held.phrase), ensure_ascii=False))
        else:
            typer.echo(line_of(held.phrase))
