"""Which step an undo takes back, and what comes back with it."""

from __future__ import annotations

from collections.abc import Iterator

from phrasebank.errors import CodedError, Problem
from phrasebank.store import Decided, Store

__all__ = ["last_step", "step"]

#: Decisions read at first; four times as many each time that these are not enough.
_PAGE = 500


def last_step(store: Store, by: str) -> int:
    """The batch that somebody decided last and that is not undone.

    Arguments:
        store: the bank.
        by: who.

    Raises:
        CodedError: D004 there is none.
    """
    undone: set[int] = set()
    for decided in _past(store):
        if decided.undoes is not None:
            undone.add(decided.undoes)
        elif decided.by == by and decided.batch not in undone:
            return decided.batch
    raise CodedError(
        Problem("D004", f"{by}没有可撤销的一步", mend="用 drafter bank history 查看，再写明第几步")
    )


def step(store: Store, batch: int) -> list[Decided]:
    """The decisions of a batch, in the order they were taken.

    Raises:
        CodedError: K013 there is no such batch.
    """
    found: list[Decided] = []
    for decided in _past(store):
        if decided.batch < batch:
            break
        if decided.batch == batch:
            found.append(decided)
    if not found:
        raise CodedError(
            Problem("K013", "没有这一步可撤销", key=str(batch), mend="用 drafter bank history 查看")
        )
    return found[::-1]


def _past(store: Store) -> Iterator[Decided]:
    """All decisions, the newest first, read as far as they are looked at."""
    seen, limit = 0, _PAGE
    while True:
        page = store.history(limit=limit)
        yield from page[seen:]
        if len(page) < limit:
            return
        seen, limit = len(page), limit * 4
