"""``drafter bank add`` and ``drafter bank edit``."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli.bank.lines import line_of
from drafter.cli.bank.opening import at_desk
from drafter.cli.bank.options import BankOption, By, NoBuiltin
from phrasebank.errors import CodedError, Problem
from phrasebank.model import Move, Unit

if TYPE_CHECKING:
    from phrasebank.store import Held

__all__ = ["add", "edit"]


class Entered(StrEnum):
    """Statuses that a phrase may be entered with."""

    ACCEPTED = "accepted"
    CANDIDATE = "candidate"
    FORBIDDEN = "forbidden"


Names = list[str] | None
Topics = Annotated[
    Names, typer.Option("--topic", metavar="主题", help="归在这些主题下，可多次给出；不写则不限")
]
Kinds = Annotated[
    Names, typer.Option("--kind", metavar="文种", help="归在这些文种下，可多次给出；不写则不限")
]
Levels = Annotated[
    Names, typer.Option("--level", metavar="层级", help="归在这些层级下，可多次给出；不写则不限")
]
Themes = Annotated[
    Names, typer.Option("--theme", metavar="词", help="配哪些要点用词，可多次给出；不写则不限")
]


def add(
    text: Annotated[str, typer.Argument(metavar="文字", help="词条的文字，空位写成 {topic}，不带句末标点")],
    unit: Annotated[Unit, typer.Option("--unit", metavar="单位", help="单位，如 sentence、heading、passage")],
    move: Annotated[Move, typer.Option("--move", metavar="语步", help="语步，如 point.measure")],
    topic: Topics = None,
    kind: Kinds = None,
    level: Levels = None,
    theme: Themes = None,
    family: Annotated[
        str, typer.Option("--family", metavar="句式", help="句式；标题写成 角色/句式，如 措施/两段动宾")
    ] = "",
    note: Annotated[str, typer.Option("--note", metavar="备注", help="备注；引语要写 出处：…")] = "",
    status: Annotated[
        Entered, typer.Option("--status", help="accepted 采用，candidate 待审，forbidden 禁用")
    ] = Entered.ACCEPTED,
    bank: BankOption = None,
    no_builtin: NoBuiltin = False,
    by: By = None,
) -> None:
    """手写一个词条，当场检查：空位、标点、空位之外的数字地名人名。库里有相近的会说出来。

    空位的名称和写法见 docs/phrases.md。
    """
    from phrasebank.curation.editing import add as plan_add
    from phrasebank.curation.near_copies import near_copies

    fields = {
        "text": text,
        "unit": unit.value,
        "move": move.value,
        "topics": topic or [],
        "kinds": kind or [],
        "levels": level or [],
        "themes": theme or [],
        "family": family,
        "note": note,
        "status": status.value,
    }
    plan = plan_add(fields)
    (phrase,) = plan.phrases
    with at_desk(bank, by, builtin=not no_builtin) as desk:
        near = near_copies(desk.store, phrase.text)
        batch = desk.decide(plan.changes)
    typer.echo(f"已添加 {phrase.id[:8]}（第{batch}步，撤销用 drafter bank undo {batch}）")
    if near:
        typer.echo(f"库里有相近的，可以用 drafter bank merge {phrase.id[:8]} 编号 合并：", err=True)
        for held in near:
            typer.echo(f"  {line_of(held.phrase)}", err=True)


def edit(
    phrase_id: Annotated[str, typer.Argument(metavar="编号", help="词条编号，写前几位即可")],
    text: Annotated[
        str | None, typer.Option("--text", metavar="文字", help="改成这些字，空位写成 {topic}")
    ] = None,
    unit: Annotated[Unit | None, typer.Option("--unit", metavar="单位", help="改成这种单位")] = None,
    move: Annotated[Move | None, typer.Option("--move", metavar="语步", help="改成这个语步")] = None,
    topics: Annotated[
        str | None,
        typer.Option("--topics", metavar="主题", help="改成这些主题，逗号或顿号隔开；写 '' 表示不限"),
    ] = None,
    kinds: Annotated[
        str | None, typer.Option("--kinds", metavar="文种", help="改成这些文种，写法同上")
    ] = None,
    levels: Annotated[
        str | None, typer.Option("--levels", metavar="层级", help="改成这些层级，写法同上")
    ] = None,
    themes: Annotated[
        str | None, typer.Option("--themes", metavar="词", help="改成配这些要点用词，写法同上")
    ] = None,
    family: Annotated[str | None, typer.Option("--family", metavar="句式", help="改成这个句式")] = None,
    note: Annotated[str | None, typer.Option("--note", metavar="备注", help="改成这条备注")] = None,
    bank: BankOption = None,
    no_builtin: NoBuiltin = False,
    by: By = None,
) -> None:
    """改一个词条的文字或归类。一个选项也不写，就用环境变量 EDITOR 指定的编辑器打开来改。

    采用的词条改了以后仍然要过关。改过的说法以后再挖到，也算这一条的。
    """
    from phrasebank.curation.editing import edit as plan_edit

    plain = {"text": text, "family": family, "note": note}
    lists = {"topics": topics, "kinds": kinds, "levels": levels, "themes": themes}
    fields: dict[str, str | list[str]] = {name: value for name, value in plain.items() if value is not None}
    fields |= {name: _listed(value) for name, value in lists.items() if value is not None}
    fields |= {"unit": unit.value} if unit else {}
    fields |= {"move": move.value} if move else {}
    with at_desk(bank, by, builtin=not no_builtin) as desk:
        held = desk.store.get(phrase_id)
        plan = plan_edit(held, fields or _from_editor(held))
        if not plan.changes:
            typer.echo("没有改动")
            return
        batch = desk.decide(plan.changes)
    typer.echo(f"已修改（第{batch}步，撤销用 drafter bank undo {batch}）")
    for phrase in plan.phrases:
        typer.echo(f"  {line_of(phrase)}")


def _listed(text: str) -> list[str]:
    for mark in "，、,;；":
        text = text.replace(mark, " ")
    return text.split()


def _from_editor(held: Held) -> dict[str, str | list[str]]:
    """What somebody makes of the phrase in an editor."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise CodedError(
            Problem("U014", "没有说要改成什么", mend="如 --text '…'，全部选项见 drafter bank edit --help")
        )
    from drafter.cli.bank.editor import edit_in_editor

    return edit_in_editor(held.phrase)
