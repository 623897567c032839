"""``drafter capture``: a kind of one's own, learnt from samples."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Annotated

import typer

from drafter.cli.kind_folders import FOLDER
from drafter.cli.output import put_all
from drafter.cli.writing import Force

__all__ = ["capture"]


def capture(
    samples: Annotated[
        list[Path], typer.Argument(metavar="样稿…", help="一篇或几篇同类的讲话稿，能读的格式同 drafter parse")
    ],
    kind: Annotated[str, typer.Option("--kind", metavar="名称", help="新文种叫什么，如 年中经济调度")],
    folder: Annotated[
        Path,
        typer.Option(
            "-o",
            "--out-dir",
            metavar="文件夹",
            help="新文种放在这个文件夹；不写则放在当前文件夹的 templates 里",
        ),
    ] = Path(FOLDER),
    force: Force = False,
) -> None:
    """从样稿学出一个文种：结构、编号、各处说什么话，和一份空着事实的提纲。样稿里的地方、人、数都不带走。"""
    from drafter.capture import capture as learn
    from drafter.errors import KindError, Problem

    made = learn(samples, kind)
    target = folder / made.name
    if target.exists() and not force:
        message = f"“{made.name}”这个文种已经有了，没有改动它"
        raise KindError(Problem("T014", message, str(target), mend="换一个名称，或加 --force 覆盖"))
    _write(target, made.files, force=force)
    typer.echo(f"已写好：{target}（与{made.base}相近）")
    for line in _told(made.name, folder):
        typer.echo(line, err=True)


def _write(target: Path, files: dict[str, str], *, force: bool) -> None:
    """All files or none; a folder that was made for them does not stay empty."""
    from drafter.errors import Problem, WriteError
    from phrasebank.os_reasons import os_reason

    missing = [path for path in (target, *target.parents) if not path.exists()]
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        mend = "请换一个位置"
        raise WriteError(
            Problem("F002", f"建不了文件夹：{os_reason(error)}", str(target), mend=mend)
        ) from error
    try:
        put_all([(target / name, text.encode()) for name, text in files.items()], force=force)
    except BaseException:
        with contextlib.suppress(OSError):
            for path in missing:
                path.rmdir()
        raise


def _told(name: str, folder: Path) -> list[str]:
    """What to do next."""
    where = "" if folder == Path(FOLDER) else f" --templates {folder}"
    return [
        f"下一步：drafter new {name}{where} --topic 主题 -o 提纲.yaml",
        f"填好后：drafter draft 提纲.yaml{where}",
    ]
