"""Where a command looks for kinds of speech: an office's own folders before those that came along."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from drafter.errors import KindError, Problem
from drafter.resources import templates_folder

__all__ = ["FOLDER", "VARIABLE", "TemplatesOption", "kind_folders"]

VARIABLE = "JIANGGAO_TEMPLATES"
"""The environment variable that names an office's folders of kinds, parted as PATH is."""

FOLDER = "templates"
"""The folder of kinds beside a brief or in the current folder."""

TemplatesOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--templates",
        metavar="文件夹",
        help="再到这些文件夹里找文种，可多次给出；不写则看环境变量 JIANGGAO_TEMPLATES，"
        "以及提纲旁边和当前文件夹里的 templates",
    ),
]


def kind_folders(given: Sequence[Path] | None = None, brief: Path | None = None) -> tuple[Path, ...]:
    """The folders in which to look for kinds, the first that has a kind counts.

    Arguments:
        given: folders that the user named.
        brief: a brief, beside which or in whose own kind's folder kinds may be.

    Raises:
        KindError: T013 a folder that the user named is not there.
    """
    named = [*(given or ()), *map(Path, filter(None, os.environ.get(VARIABLE, "").split(os.pathsep)))]
    for folder in named:
        if not folder.is_dir():
            mend = f"请写放文种的文件夹，见 --templates 和环境变量 {VARIABLE}"
            raise KindError(Problem("T013", "没有这个文件夹", str(folder), mend=mend))
    usual = [Path(FOLDER)]
    if brief is not None:
        usual.insert(0, brief.parent / FOLDER)
        if (brief.parent / "kind.toml").is_file():
            usual.insert(0, brief.parent.absolute().parent)
    folders = [*named, *(folder for folder in usual if folder.is_dir()), templates_folder()]
    return tuple({folder.resolve(): folder for folder in reversed(folders)}.values())[::-1]
