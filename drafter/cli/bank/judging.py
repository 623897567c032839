"""``drafter bank accept|reject|forbid|obsolete``."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli.bank.carrying_out import carry_out
from drafter.cli.bank.choosing import choose
from drafter.cli.bank.filters import Limit, OrderName, OrderOption, takes_query
from drafter.cli.bank.opening import at_desk
from drafter.cli.bank.options import BankOption, By, Ids, NoBuiltin, Yes
from phrasebank.errors import CodedError, Problem
from phrasebank.model import Status

if TYPE_CHECKING:
    from phrasebank.store import Query

__all__ = ["accept", "forbid", "obsolete", "reject"]

Instead = Annotated[str, typer.Option("--instead", metavar="说法", help="应当改说什么，记在备注里")]


@takes_query
def accept(
    *,
    ids: Ids = None,
    query: Query,
    order: OrderOption = OrderName.SCORE,
    limit: Limit = None,
    despite_doubts: Annotated[
        bool, typer.Option("--despite-doubts", help="疑点已经核实过，照样采用")
    ] = False,
    bank: BankOption = None,
    no_builtin: NoBuiltin = False,
    by: By = None,
    yes: Yes = False,
) -> None:
    """采用：起草时可以用。空位之外还有数字、地名、人名的过不了关，会说明是哪几个字。

    按条件成批采用时只管待审的，除非写了 --status；先列出前几条和总数，确认后才做。
    """
    from phrasebank.curation import judging

    with at_desk(bank, by, builtin=not no_builtin) as desk:
        chosen = choose(desk.store, ids, query, usual=Status.CANDIDATE, order=order, limit=limit)
        plan = judging.accept(chosen.helds, despite_doubts=despite_doubts)
        carry_out(desk, plan, "采用", ask=chosen.by_query and not yes)


@takes_query
def reject(
    *,
    ids: Ids = None,
    query: Query,
    order: OrderOption = OrderName.SCORE,
    limit: Limit = None,
    bank: BankOption = None,
    no_builtin: NoBuiltin = False,
    by: By = None,
    yes: Yes = False,
) -> None:
    """不用：话没有错，库里不要。自带的词条也可以这样去掉。

    按条件成批去掉时只管待审的，除非写了 --status；先列出前几条和总数，确认后才做。
    """
    from phrasebank.curation import judging

    with at_desk(bank, by, builtin=not no_builtin) as desk:
        chosen = choose(desk.store, ids, query, usual=Status.CANDIDATE, order=order, limit=limit)
        carry_out(desk, judging.reject(chosen.helds), "去掉", ask=chosen.by_query and not yes)


@takes_query
def forbid(
    *,
    ids: Ids = None,
    query: Query,
    reason: Annotated[str, typer.Option("--reason", metavar="原因", help="为什么不能说，记在备注里")],
    instead: Instead = "",
    order: OrderOption = OrderName.SCORE,
    limit: Limit = None,
    bank: BankOption = None,
    no_builtin: NoBuiltin = False,
    by: By = None,
    yes: Yes = False,
) -> None:
    """禁用：谁也不能这样说，写明原因和应当改说什么。

    按条件成批禁用时只管待审的，除非写了 --status；先列出前几条和总数，确认后才做。
    """
    from phrasebank.curation import judging

    with at_desk(bank, by, builtin=not no_builtin) as desk:
        chosen = choose(desk.store, ids, query, usual=Status.CANDIDATE, order=order, limit=limit)
        plan = judging.forbid(chosen.helds, reason=reason, instead=instead)
        carry_out(desk, plan, "禁用", ask=chosen.by_query and not yes)


@takes_query
def obsolete(
    *,
    ids: Ids = None,
    query: Query,
    since: Annotated[str, typer.Option("--from", metavar="日期", help="从哪一天起不再这样说，如 2025-01-01")],
    instead: Instead = "",
    order: OrderOption = OrderName.SCORE,
    limit: Limit = None,
    bank: BankOption = None,
    no_builtin: NoBuiltin = False,
    by: By = None,
    yes: Yes = False,
) -> None:
    """停用：以前这样说，从某一天起不再这样说了。

    按条件成批停用时只管采用的，除非写了 --status；先列出前几条和总数，确认后才做。
    """
    from phrasebank.curation import judging

    day = _day(since)
    with at_desk(bank, by, builtin=not no_builtin) as desk:
        chosen = choose(desk.store, ids, query, usual=Status.ACCEPTED, order=order, limit=limit)
        plan = judging.obsolete(chosen.helds, since=day, instead=instead)
        carry_out(desk, plan, "停用", ask=chosen.by_query and not yes)


def _day(text: str) -> str:
    try:
        return dt.date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise CodedError(Problem("U013", f"“{text}”不是日期", mend="写成 2025-01-01")) from error
