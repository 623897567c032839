"""``drafter bank tag``: file phrases otherwise, one or many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from drafter.cli.bank.carrying_out import carry_out
from drafter.cli.bank.choosing import choose
from drafter.cli.bank.filters import Limit, OrderName, OrderOption, takes_query
from drafter.cli.bank.opening import at_desk
from drafter.cli.bank.options import BankOption, By, Ids, NoBuiltin, Yes
from phrasebank.errors import CodedError, Problem
from phrasebank.model import Move

if TYPE_CHECKING:
    from phrasebank.store import Query

__all__ = ["tag"]


def _add(name: str, word: str) -> Any:
    return typer.Option(f"--add-{name}", metavar=word, help=f"归到这个{word}下，可多次给出")


def _remove(name: str, word: str) -> Any:
    return typer.Option(f"--remove-{name}", metavar=word, help=f"不再归在这个{word}下，可多次给出")


def _put(name: str, word: str) -> Any:
    return typer.Option(f"--set-{name}", metavar=word, help=f"只归在这些{word}下，可多次给出；写 '' 表示不限")


Names = list[str] | None


@takes_query
def tag(
    *,
    ids: Ids = None,
    query: Query,
    add_topic: Annotated[Names, _add("topic", "主题")] = None,
    remove_topic: Annotated[Names, _remove("topic", "主题")] = None,
    set_topic: Annotated[Names, _put("topic", "主题")] = None,
    add_kind: Annotated[Names, _add("kind", "文种")] = None,
    remove_kind: Annotated[Names, _remove("kind", "文种")] = None,
    set_kind: Annotated[Names, _put("kind", "文种")] = None,
    add_level: Annotated[Names, _add("level", "层级")] = None,
    remove_level: Annotated[Names, _remove("level", "层级")] = None,
    set_level: Annotated[Names, _put("level", "层级")] = None,
    add_theme: Annotated[Names, _add("theme", "配词")] = None,
    remove_theme: Annotated[Names, _remove("theme", "配词")] = None,
    set_theme: Annotated[Names, _put("theme", "配词")] = None,
    set_move: Annotated[Move | None, typer.Option("--set-move", metavar="语步", help="改成这个语步")] = None,
    set_family: Annotated[
        str | None, typer.Option("--set-family", metavar="句式", help="改成这个句式；写 '' 表示没有")
    ] = None,
    order: OrderOption = OrderName.SCORE,
    limit: Limit = None,
    bank: BankOption = None,
    no_builtin: NoBuiltin = False,
    by: By = None,
    yes: Yes = False,
) -> None:
    """归类：改主题、文种、层级、配词、语步、句式，状态不变。

    按条件成批归类时，先列出前几条和总数，确认后才做。
    """
    from phrasebank.curation.tagging import Tags, Turn
    from phrasebank.curation.tagging import tag as plan_tags

    given = {
        "topics": (set_topic, add_topic, remove_topic),
        "kinds": (set_kind, add_kind, remove_kind),
        "levels": (set_level, add_level, remove_level),
        "themes": (set_theme, add_theme, remove_theme),
    }
    turns = {
        name: Turn(None if put is None else _names(put), _names(add), _names(remove))
        for name, (put, add, remove) in given.items()
    }
    tags = Tags(turns, set_move, set_family)
    if tags.is_empty():
        raise CodedError(
            Problem(
                "U014", "没有说要改成什么", mend="如 --add-topic 安全生产，全部选项见 drafter bank tag --help"
            )
        )
    with at_desk(bank, by, builtin=not no_builtin) as desk:
        chosen = choose(desk.store, ids, query, order=order, limit=limit)
        carry_out(desk, plan_tags(chosen.helds, tags), "归类", ask=chosen.by_query and not yes)


def _names(given: Names) -> tuple[str, ...]:
    """Names as given; an empty one stands for none."""
    return tuple(name for name in given or () if name)
