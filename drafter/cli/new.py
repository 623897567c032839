"""``drafter new``: a commented brief to fill in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from drafter.cli.output import STDOUT, put

__all__ = ["new"]


def new(
    kind: Annotated[str, typer.Argument(metavar="文种", help="如 工作部署；全部文种见 drafter kinds")],
    out: Annotated[
        Path, typer.Option("-o", "--out", metavar="文件", help="写到这个文件；不写则显示在屏幕上")
    ] = STDOUT,
    topic: Annotated[str, typer.Option("--topic", metavar="主题", help="如 安全生产")] = "",
    force: Annotated[bool, typer.Option("--force", help="文件已存在时覆盖")] = False,
) -> None:
    """生成一份带说明的空白提纲，填好就能起草。"""
    from drafter.brief import new_brief
    from drafter.compose.kinds import load_kind

    known = load_kind(kind)
    themes = [part.theme for part in known.outline]
    put(out, new_brief(known.name, topic, themes).encode(), force=force)
    if out != STDOUT:
        typer.echo(f"提纲已写到 {out}，填好后运行：drafter draft {out}", err=True)
