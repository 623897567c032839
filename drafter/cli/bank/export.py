"""``drafter bank export``: phrases into a file that other people and programs read."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli.bank.filters import Limit, OrderName, OrderOption, takes_query
from drafter.cli.bank.opening import opened
from drafter.cli.bank.options import BankOption, NoBuiltin
from drafter.cli.output import STDOUT, put
from phrasebank.files import check_target

if TYPE_CHECKING:
    from phrasebank.exchange_files import Format
    from phrasebank.store import Held, Query

__all__ = ["export"]


class Wanted(StrEnum):
    """The formats of ``phrasebank.exchange_files``, without loading it for a help page."""

    JSONL = "jsonl"
    CSV = "csv"
    XLSX = "xlsx"
    TBX = "tbx"


@takes_query
def export(
    *,
    query: Query,
    out: Annotated[Path, typer.Option("-o", "--out", metavar="文件", help="写到这个文件，扩展名决定格式")],
    to: Annotated[Wanted | None, typer.Option("--to", help="格式；不写则看 -o 的扩展名")] = None,
    order: OrderOption = OrderName.SCORE,
    limit: Limit = None,
    with_sources: Annotated[
        bool, typer.Option("--with-sources", help="连同出处：稿子的文件名和段落；不写则不带出去")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="文件已存在时覆盖")] = False,
    bank: BankOption = None,
    no_builtin: NoBuiltin = False,
) -> None:
    """导出词条：.jsonl 交换格式，.csv 和 .xlsx 供在 Excel、WPS 里审改，.tbx 术语库。

    改好的文件用 drafter bank import 导回。写了 --limit 时按 --order 取前几条；文件里总是按编号排列。
    """
    from phrasebank.exchange_files import Format, encode, format_of
    from phrasebank.store import Order

    form = Format(to.value) if to else Format.JSONL if out == STDOUT else format_of(out)
    if out != STDOUT:
        check_target(out, force=force)
    with opened(bank, builtin=not no_builtin) as store:
        found = store.find(query, order=Order(order.value), limit=limit, sources=None if with_sources else 0)
    put(out, encode(found, form, with_sources=with_sources), force=force)
    _tell(found, form, out)


def _tell(found: list[Held], form: Format, out: Path) -> None:
    from phrasebank.exchange_files import Format
    from phrasebank.exchange_files.tbx_file import TERM_UNITS

    left = sum(held.phrase.unit not in TERM_UNITS for held in found) if form is Format.TBX else 0
    where = "" if out == STDOUT else f"到 {out}"
    typer.echo(f"导出{len(found) - left}条{where}", err=True)
    if left:
        typer.echo(f"另有{left}条不是短语或固定说法，术语库不收，没有导出", err=True)
