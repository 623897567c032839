"""``drafter bank stats``: where the bank is rich and where it is thin."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli.bank.opening import opened
from drafter.cli.bank.options import BankOption, NoBuiltin
from phrasebank.curation.sides import By
from phrasebank.terminal.columns import columns, pad

if TYPE_CHECKING:
    from phrasebank.curation.coverage import Coverage
    from phrasebank.model import Move

__all__ = ["stats"]

_BY_NAMES = {By.TOPIC: "主题", By.KIND: "文种", By.LEVEL: "层级"}
_ANY_NAME = "不限"
_MOVE, _CELL = 22, 6
#: Thin places that are named; a new bank has hundreds.
_THINNEST = 12


def stats(
    by: Annotated[
        By, typer.Option("--by", help="语步和什么对着看：topic 主题，kind 文种，level 层级")
    ] = By.KIND,
    top: Annotated[int, typer.Option("--top", metavar="列数", min=1, help="显示条数最多的几列")] = 8,
    as_json: Annotated[bool, typer.Option("--json", help="以 JSON 给出全部数字")] = False,
    bank: BankOption = None,
    no_builtin: NoBuiltin = False,
) -> None:
    """数一数：各状态有多少，各语步在哪些文种、主题、层级上采用了多少，哪里薄弱（不到 3 条）。"""
    from phrasebank.curation.coverage import cover

    with opened(bank, builtin=not no_builtin) as store:
        coverage = cover(store, by)
    if as_json:
        typer.echo(json.dumps(_record(coverage), ensure_ascii=False))
        return
    for line in (*_totals(coverage), "", *_table(coverage, top), "", *_thin(coverage, top)):
        typer.echo(line)


def _totals(coverage: Coverage) -> Iterator[str]:
    from phrasebank.curation.names import STATUS_NAMES, UNIT_NAMES
    from phrasebank.model import Unit

    yield f"挖过{coverage.speeches}篇稿子"
    yield "　".join(f"{STATUS_NAMES[status]}{count}条" for status, count in coverage.statuses.items())
    if coverage.units:
        units = "　".join(f"{UNIT_NAMES[Unit(unit)]}{count}" for unit, count in coverage.units.items())
        yield f"采用的：{units}"


def _table(coverage: Coverage, top: int) -> Iterator[str]:
    from phrasebank.curation.names import MOVE_NAMES
    from phrasebank.model import Move

    names = coverage.names[: top + 1]
    heads = [name or _ANY_NAME for name in names]
    widths = [max(columns(head), _CELL) for head in heads]
    yield f"采用的词条，语步 × {_BY_NAMES[coverage.by]}（{_ANY_NAME}的哪里都能用）："
    first = " ".join(pad(head, width) for head, width in zip(heads, widths, strict=True))
    yield f"{pad('语步', _MOVE + 11)}{first} 待审"
    for move in Move:
        cells = [_count(coverage, move, name) for name in names]
        row = " ".join(pad(cell, width) for cell, width in zip(cells, widths, strict=True))
        yield f"{pad(move.value, _MOVE)}{pad(MOVE_NAMES[move], 11)}{row} {coverage.waiting.get(move, 0)}"
    hidden = len(coverage.names) - len(names)
    if hidden:
        yield f"还有{hidden}列没有显示，要看请加大 --top，或用 --json"


def _count(coverage: Coverage, move: Move, name: str) -> str:
    return str(coverage.accepted.get((move, name), 0) or "·")


def _thin(coverage: Coverage, top: int) -> Iterator[str]:
    from phrasebank.curation.coverage import ANY, THIN
    from phrasebank.curation.names import MOVE_NAMES

    shown = coverage.names[: top + 1]
    thin = [cell for cell in coverage.thin() if cell[1] in shown]
    if not thin:
        yield f"这几列里没有薄弱的地方（不到{THIN}条）"
        return
    yield f"薄弱的地方（不到{THIN}条）有{len(thin)}处，最缺的："
    for move, name, count in thin[:_THINNEST]:
        more = "" if name == ANY else f"，连同{_ANY_NAME}的共{coverage.reach(move, name)}条"
        yield f"  {name or _ANY_NAME} {MOVE_NAMES[move]}（{move.value}）：{count}条{more}"


def _record(coverage: Coverage) -> dict[str, object]:
    return {
        "speeches": coverage.speeches,
        "statuses": {status.value: count for status, count in coverage.statuses.items()},
        "units": coverage.units,
        "by": coverage.by.value,
        "accepted": [
            {"move": move.value, coverage.by.value: name, "count": count}
            for (move, name), count in sorted(
                coverage.accepted.items(), key=lambda item: (item[0][0].value, item[0][1])
            )
        ],
        "waiting": {
            move.value: count
            for move, count in sorted(coverage.waiting.items(), key=lambda item: item[0].value)
        },
        "thin": [
            {"move": move.value, coverage.by.value: name, "count": count}
            for move, name, count in coverage.thin()
        ],
    }
