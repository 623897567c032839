"""The filters of a query as options: one set for every command that takes one."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from enum import StrEnum
from functools import wraps
from typing import TYPE_CHECKING, Annotated, Any

import typer

from phrasebank.model import Move, Status, Unit

if TYPE_CHECKING:
    from phrasebank.store import Query

__all__ = ["Limit", "OrderName", "OrderOption", "Origin", "is_asked", "takes_query"]


class Origin(StrEnum):
    """Where a phrase came from."""

    BUILTIN = "builtin"
    MINED = "mined"
    HAND = "hand"
    IMPORT = "import"


class OrderName(StrEnum):
    """What comes first; the store's ``Order``, without loading it for a help page."""

    SCORE = "score"
    ID = "id"
    NEWEST = "newest"
    SPEECHES = "speeches"
    DECIDED = "decided"


OrderOption = Annotated[
    OrderName,
    typer.Option(
        "--order", help="排序：score 评分，speeches 出现的篇数，newest 新近入库，decided 新近审定，id 编号"
    ),
]
Limit = Annotated[int | None, typer.Option("--limit", metavar="条数", min=1, help="最多几条")]


def _filters(
    move: Annotated[
        Move | None, typer.Option("--move", metavar="语步", help="语步，如 point.measure")
    ] = None,
    unit: Annotated[
        Unit | None, typer.Option("--unit", metavar="单位", help="单位，如 sentence、heading、passage")
    ] = None,
    status: Annotated[
        Status | None,
        typer.Option("--status", help="状态：待审、采用、不用、禁用、停用"),
    ] = None,
    topic: Annotated[
        str | None,
        typer.Option("--topic", metavar="主题", help="归在这个主题下的，如 安全生产；写 '' 查不限主题的"),
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="文种", help="归在这个文种下的；写 '' 查不限文种的")
    ] = None,
    level: Annotated[
        str | None, typer.Option("--level", metavar="层级", help="归在这个层级下的；写 '' 查不限层级的")
    ] = None,
    theme: Annotated[
        str | None, typer.Option("--theme", metavar="词", help="配这个要点用词的，如 排查；写 '' 查不限的")
    ] = None,
    text: Annotated[str, typer.Option("--text", metavar="词语", help="文字里有这些字的")] = "",
    family: Annotated[str, typer.Option("--family", metavar="句式", help="句式以此开头的，如 措施/")] = "",
    source: Annotated[str, typer.Option("--source", metavar="文件", help="出处的文件名里有这些字的")] = "",
    doubts: Annotated[
        bool | None, typer.Option("--doubts/--no-doubts", help="只要有疑点的，或只要没有疑点的")
    ] = None,
    origin: Annotated[Origin | None, typer.Option("--origin", help="来历：自带、挖掘、手写、导入")] = None,
    min_score: Annotated[
        float, typer.Option("--min-score", metavar="分", min=0, max=1, help="评分不低于")
    ] = 0.0,
    min_samples: Annotated[
        int, typer.Option("--min-samples", metavar="篇数", min=0, help="至少在几篇稿子里出现过")
    ] = 0,
) -> Query:
    from phrasebank.store import Query

    return Query(
        text=text,
        move=move,
        unit=unit,
        status=status,
        topic=topic,
        kind=kind,
        level=level,
        theme=theme,
        family=family,
        source=source,
        doubts=doubts,
        origin=origin.value if origin else "",
        min_score=min_score,
        min_samples=min_samples,
    )


def takes_query(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of all filters; it is handed the ``query`` that they make.

    Arguments:
        command: a function with a keyword parameter ``query``.
    """
    filters = _parameters(_filters)
    own = [parameter for parameter in _parameters(command) if parameter.name != "query"]
    # Arguments first, as the help page has them; then what the command asks for, then the filters.
    named = {parameter.name: parameter for parameter in (*own, *filters)}
    ordered = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in named.values()]
    names = [parameter.name for parameter in filters]

    @wraps(command)
    def with_query(**given: Any) -> None:
        chosen = {name: given.pop(name) for name in names}
        command(**given, query=_filters(**chosen))

    with_query.__signature__ = inspect.Signature(ordered)  # type: ignore[attr-defined]
    with_query.__annotations__ = {parameter.name: parameter.annotation for parameter in ordered}
    return with_query


def _parameters(function: Callable[..., Any]) -> list[inspect.Parameter]:
    """The function's parameters with their annotations worked out, but for those of the store."""
    hints = function.__annotations__
    function.__annotations__ = {name: hints[name] for name in hints if name not in ("query", "return")}
    return list(inspect.signature(function, eval_str=True).parameters.values())


def is_asked(query: Query) -> bool:
    """Whether any filter was given."""
    from phrasebank.store import Query

    return query != Query()
