"""``drafter bank review``: one phrase at a time, decided on with a key."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from drafter.cli.bank.filters import takes_query
from drafter.cli.bank.options import BankOption, By, NoBuiltin
from drafter.cli.bank.who import decider, now
from drafter.cli.bank_address import bank_address

if TYPE_CHECKING:
    from phrasebank.curation.review import Session
    from phrasebank.store import Query

__all__ = ["review"]


@takes_query
def review(
    *,
    query: Query,
    bank: BankOption = None,
    no_builtin: NoBuiltin = False,
    by: By = None,
) -> None:
    """逐条审定：连同出处、疑点、相近的词条一条一条看，按一个键定下来。

    不写 --status 时审待审的。先看评分高的和库里缺的；每一步立即存盘，随时可以退出，下次接着审。
    """
    from drafter.cli.bank.review_loop import review_with
    from drafter.cli.bank.review_terminal import LineDesk, key_desk
    from phrasebank.curation.review import Session
    from phrasebank.store import open_bank

    name = decider(by)
    address = bank_address(bank)
    with open_bank(address, builtin=not no_builtin) as store:
        session = Session(store, query, by=name, now=now)
        if session.current() is None:
            typer.echo("没有要审的词条；挖掘用 drafter mine")
            return
        if sys.stdin.isatty() and sys.stdout.isatty():
            with key_desk(store.address, name) as desk:
                finished = review_with(session, desk)
        else:
            finished = review_with(session, LineDesk(sys.stdin, store.address, name))
        _farewell(session, finished=finished)


def _farewell(session: Session, *, finished: bool) -> None:
    progress = session.progress()
    pace = f"，每小时约{progress.pace}条" if progress.pace else ""
    rest = "都审完了" if finished else f"还有{progress.remaining}条，下次接着审"
    typer.echo(f"本次审定{progress.done}条{pace}，今天共{progress.today}条；{rest}。")
