"""``drafter kinds``: what kinds of speech can be drafted."""

from __future__ import annotations

import json
from typing import Annotated

import typer

__all__ = ["kinds"]


def kinds(
    as_json: Annotated[bool, typer.Option("--json", help="以 JSON 列出")] = False,
) -> None:
    """列出能起草的文种。"""
    from drafter.compose.kinds import load_kinds

    known = load_kinds()
    if as_json:
        typer.echo(
            json.dumps([{"name": kind.name, "summary": kind.summary} for kind in known], ensure_ascii=False)
        )
        return
    for kind in known:
        typer.echo(f"{kind.name}　{kind.summary}")
