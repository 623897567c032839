"""The columns of a table of phrases: what they are called and what stands in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from phrasebank.exchange_files.cells import join, text_with_forms, write_sources
from phrasebank.exchange_files.codes import labelled

if TYPE_CHECKING:
    from phrasebank.store import Held

__all__ = ["COLUMNS", "Column", "column_named", "columns_of"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Arguments:
        key: the field of ``Phrase`` that it shows, or ``revision``, ``occurrences``.
        title: its heading.
        width: characters wide in a workbook.
        about: what it means, for the sheet of explanations.
        show: a phrase's cell.
        edited: whether a person's change of it is taken in.
    """

    key: str
    title: str
    width: int
    about: str
    show: Callable[[Held], str | int | float]
    edited: bool = True


_SEVERAL = "几个用、隔开；空着表示什么"

COLUMNS: tuple[Column, ...] = (
    Column("id", "编号", 18, "词条的编号，不要改；新增一行时留空", lambda held: held.phrase.id, False),
    Column(
        "text",
        "文字",
        60,
        "词条本身，不带句末标点；空位写成 {task}，只接动词的写成 {task:verb}",
        lambda held: text_with_forms(held.phrase),
    ),
    Column("unit", "单位", 18, "从下拉框里选", lambda held: labelled(held.phrase.unit)),
    Column("move", "语步", 26, "从下拉框里选", lambda held: labelled(held.phrase.move)),
    Column("topics", "主题", 20, f"{_SEVERAL}主题都能用", lambda held: join(held.phrase.topics)),
    Column("kinds", "文种", 16, f"{_SEVERAL}文种都能用", lambda held: join(held.phrase.kinds)),
    Column("levels", "层级", 10, f"{_SEVERAL}层级都能用", lambda held: join(held.phrase.levels)),
    Column("themes", "主题词", 16, f"{_SEVERAL}要点都能用", lambda held: join(held.phrase.themes)),
    Column("family", "句式", 20, "标题写 角色/句式，如 措施/两段动宾", lambda held: held.phrase.family),
    Column("status", "状态", 18, "从下拉框里选；空着表示不变", lambda held: labelled(held.phrase.status)),
    Column("note", "备注", 24, "禁用的写两行：原因：… 改说：…；其余随意", lambda held: held.phrase.note),
    Column(
        "doubts",
        "疑点",
        30,
        "挖掘时拿不准的地方，一行一条；核实后清空这一格才能采用",
        lambda held: "\n".join(held.phrase.doubts),
    ),
    Column("score", "得分", 8, "0 到 1，只供排序", lambda held: held.phrase.score, False),
    Column("sample_count", "篇数", 8, "在几篇稿子里见过", lambda held: held.phrase.sample_count, False),
    Column("occurrences", "次数", 8, "一共见过几次", lambda held: held.occurrences, False),
    Column("used", "用过", 8, "几篇起草的稿子用过它", lambda held: held.phrase.used, False),
    Column("decided_by", "审定人", 12, "谁审定的", lambda held: held.phrase.decided_by, False),
    Column("decided_at", "审定时间", 22, "什么时候审定的", lambda held: held.phrase.decided_at, False),
    Column("moves", "各句语步", 20, "段落里每一句的语步", lambda held: join(_values(held.phrase.moves))),
    Column("groups", "同组", 18, "一同出现的标题组、段落的编号", lambda held: join(held.phrase.groups)),
    Column("sources", "出处", 30, "在哪里见过", lambda held: write_sources(held.phrase.sources), False),
    Column("revision", "版本", 8, "用来发现别人改过，不要改", lambda held: held.revision, False),
)

_NAMES = {name: column for column in COLUMNS for name in (column.title, column.key)}


def _values(codes: Iterable[Enum]) -> list[str]:
    return [code.value for code in codes]


def columns_of(*, with_sources: bool) -> tuple[Column, ...]:
    """The columns of a file; where the samples come from is not given away unless it is asked for."""
    return tuple(column for column in COLUMNS if with_sources or column.key != "sources")


def column_named(heading: str) -> Column | None:
    """The column of this heading, Chinese or English, or None."""
    return _NAMES.get("".join(heading.split()).lower())
