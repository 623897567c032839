"""``drafter new``: a commented brief to fill in, or a complete example to change."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from drafter.cli.kind_folders import TemplatesOption, kind_folders
from drafter.cli.output import STDOUT, put, put_all

__all__ = ["new"]


def new(
    kind: Annotated[str, typer.Argument(metavar="文种", help="如 工作部署；全部文种见 drafter kinds")],
    out: Annotated[
        Path, typer.Option("-o", "--out", metavar="文件", help="写到这个文件；不写则显示在屏幕上")
    ] = STDOUT,
    topic: Annotated[str, typer.Option("--topic", metavar="主题", help="如 安全生产")] = "",
    example: Annotated[
        bool, typer.Option("--example", help="给一份填好的示例，连同它的数据文件；不写 -o 则放在当前文件夹")
    ] = False,
    templates: TemplatesOption = None,
    force: Annotated[bool, typer.Option("--force", help="文件已存在时覆盖")] = False,
) -> None:
    """生成一份带说明的空白提纲，填好就能起草；或者给一份填好的示例。"""
    from drafter.compose.kinds import folder_of, load_kind

    folders = kind_folders(templates)
    known = load_kind(kind, folders)
    if example:
        _write_example(known.name, out, force=force)
        return
    from drafter.brief import captured_brief, new_brief

    written = captured_brief(folder_of(kind, folders) / kind, topic) or new_brief(
        known.name,
        topic,
        [part.theme for part in known.outline],
        salutation=known.salutation,
        chaired=known.numbered == "points",
        duties=known.tone not in ("report", "courtesy"),
    )
    put(out, written.encode(), force=force)
    if out != STDOUT:
        typer.echo(f"提纲已写到 {out}，填好后运行：drafter draft {out}", err=True)


def _write_example(kind: str, out: Path, *, force: bool) -> None:
    """The example and its data beside it, under the names that it calls them by."""
    from drafter.brief.examples import example_of

    (name, brief), *data = example_of(kind).items()
    target = Path(name) if out == STDOUT else out
    put_all([(target, brief), *((target.with_name(name), content) for name, content in data)], force=force)
    beside = f"，数据在旁边的 {'、'.join(name for name, _ in data)}" if data else ""
    typer.echo(f"示例已写到 {target}{beside}。运行：drafter draft {target}", err=True)
