"""``drafter kinds``: what kinds of speech can be drafted."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from drafter.cli.kind_folders import TemplatesOption, kind_folders

__all__ = ["kinds"]


def kinds(
    templates: TemplatesOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="以 JSON 列出")] = False,
) -> None:
    """列出能起草的文种；自己的文种写明在哪个文件夹。"""
    from drafter.compose.kinds import folder_of, load_kinds
    from drafter.resources import templates_folder

    folders = kind_folders(templates)
    own = templates_folder().resolve()
    listed = [(kind, folder_of(kind.name, folders) / kind.name) for kind in load_kinds(folders)]
    if as_json:
        told = [
            {"name": kind.name, "summary": kind.summary, "folder": str(folder)} for kind, folder in listed
        ]
        typer.echo(json.dumps(told, ensure_ascii=False))
        return
    for kind, folder in listed:
        where = "" if folder.resolve().parent == own else f"　{folder}"
        typer.echo(f"{kind.name}　{kind.summary}{where}")
