"""The phrases that a decision is about: named one by one, or all that a query finds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from drafter.cli.bank.filters import OrderName, is_asked
from phrasebank.errors import CodedError, Problem

if TYPE_CHECKING:
    from phrasebank.model import Status
    from phrasebank.store import Held, Query, Store

__all__ = ["Chosen", "choose"]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen.

    Arguments:
        helds: the phrases as they are now.
        by_query: whether a query found them, so that nobody has named each of them.
    """

    helds: tuple[Held, ...]
    by_query: bool


def choose(
    store: Store,
    ids: Sequence[str] | None,
    query: Query,
    *,
    usual: Status | None = None,
    order: OrderName = OrderName.SCORE,
    limit: int | None = None,
) -> Chosen:
    """Find the phrases that a decision is about.

    Arguments:
        store: the bank.
        ids: beginnings of ids, or nothing.
        query: what the filters ask for.
        usual: the status that a query is about where its filters name none.
        order, limit: of a query, which of many.

    Raises:
        CodedError: U011 neither ids nor filters, or both; K008 no such phrase.
    """
    if bool(ids) == is_asked(query):
        message = "编号和筛选条件只能写一种" if ids else "没有说是哪些词条"
        raise CodedError(Problem("U011", message, mend="写词条编号，或者写筛选条件，如 --topic 安全生产"))
    if ids:
        found = {held.phrase.id: held for held in map(store.get, ids)}
        return Chosen(tuple(found.values()), by_query=False)
    from phrasebank.store import Order

    asked = replace(query, status=query.status or usual)
    return Chosen(tuple(store.find(asked, order=Order(order.value), limit=limit)), by_query=True)
