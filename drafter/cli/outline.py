"""``drafter outline``: sets of parallel headings to choose from, one of them written into the brief."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli.bank_address import VARIABLE
from drafter.cli.kind_folders import TemplatesOption, kind_folders

if TYPE_CHECKING:
    from drafter.compose.kinds import Kind
    from drafter.compose.outline import Outline

__all__ = ["outline"]


def outline(
    brief: Annotated[Path, typer.Argument(metavar="提纲", help="提纲 .yaml 或 .json")],
    sets: Annotated[int, typer.Option("--sets", metavar="套数", min=1, max=20, help="拟几套标题")] = 4,
    write: Annotated[
        int | None,
        typer.Option("--write", metavar="第几套", min=1, help="把这一套写进提纲的“标题”，其余一字不动"),
    ] = None,
    afresh: Annotated[bool, typer.Option("--afresh", help="提纲里写定的标题也重新拟")] = False,
    seed: Annotated[int, typer.Option("--seed", metavar="数", help="换一个数就换几套")] = 1,
    bank: Annotated[
        list[str] | None,
        typer.Option(
            "--bank", metavar="库", help="再用上这些语料库，可多次给出；不写则看环境变量 JIANGGAO_BANK"
        ),
    ] = None,
    no_builtin: Annotated[bool, typer.Option("--no-builtin", help="不用自带的语料库")] = False,
    templates: TemplatesOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="以 JSON 列出")] = False,
) -> None:
    """拟几套对仗的标题和段首句供挑选；挑中的一套可以写回提纲。"""
    from drafter.brief import load_brief
    from drafter.compose import kind_names
    from drafter.compose.kinds import load_kind
    from drafter.compose.outline import outline_sets
    from phrasebank.banks import load_banks
    from phrasebank.errors import CodedError, Problem

    folders = kind_folders(templates, brief)
    loaded = load_brief(brief, known_kinds=kind_names(folders))
    kind = load_kind(loaded.kind, folders)
    if kind.numbered == "nothing":
        mend = "段落的第一句话可以写在要点的“标题”里"
        raise CodedError(Problem("B043", f"{kind.name}不编号、不用标题，没有标题可拟", str(brief), mend=mend))
    banks = bank or [named for named in [os.environ.get(VARIABLE, "")] if named]
    found = outline_sets(
        loaded,
        kind,
        load_banks(banks, builtin=not no_builtin),
        seed=seed,
        count=max(sets, write or 1),
        afresh=afresh,
    )
    if write is not None:
        if write > len(found):
            mend = f"这份提纲拟得出{len(found)}套；换一个 --seed，或加 --afresh 重拟写定的标题"
            raise CodedError(Problem("B042", f"没有第{write}套标题", str(brief), mend=mend))
        _write(brief, found[write - 1], kind, afresh=afresh)
        typer.echo(f"第{write}套标题已写进 {brief}", err=True)
        return
    if as_json:
        typer.echo(json.dumps([_as_json(one) for one in found], ensure_ascii=False, indent=1))
        return
    for number, one in enumerate(found, 1):
        if number > 1:
            typer.echo("")
        typer.echo(f"第{number}套" + ("（提纲没有写部分，以下是建议）" if one.proposed else ""))
        for line in _lines(one, kind):
            typer.echo(line)
    if len(found) < sets:
        more = "" if afresh else "，加 --afresh 连写定的标题一起重拟"
        typer.echo(f"这份提纲只拟得出{len(found)}套不同的标题：换一个 --seed 试试{more}。", err=True)


def _lines(one: Outline, kind: Kind) -> list[str]:
    lines = []
    for part in one.parts:
        if kind.numbered == "parts":
            lines.append(f"  {part.marker}{part.heading}")
        lines += [f"    {marker}{lead}" for marker, _, lead in part.points]
    return lines


def _as_json(one: Outline) -> dict[str, object]:
    return {
        "proposed": one.proposed,
        "parts": [
            {
                "marker": part.marker,
                "theme": part.theme,
                "role": part.role,
                "heading": part.heading,
                "points": [
                    {"marker": marker, "theme": theme, "heading": lead} for marker, theme, lead in part.points
                ],
            }
            for part in one.parts
        ],
    }


def _write(path: Path, one: Outline, kind: Kind, *, afresh: bool) -> None:
    """The chosen set in the brief's file; what the brief fixed itself stays as it is."""
    from drafter.brief.heading_edit import ChosenPart, set_headings
    from drafter.brief.source import read_text
    from phrasebank.files import write_whole

    def kept(fixed: bool, text: str) -> str:
        return "" if fixed and not afresh else text

    chosen = [
        ChosenPart(
            theme=part.theme,
            heading=kept(part.fixed, part.heading),
            # A lead that is the theme itself comes out so anyway.
            points=tuple(
                (theme, "" if lead.removeprefix("要") == theme else kept(fixed, lead))
                for (_, theme, lead), fixed in zip(part.points, part.fixed_points, strict=True)
            ),
            role=part.role if one.proposed else "",
        )
        for part in one.parts
    ]
    text = read_text(path, str(path))
    edited = set_headings(text, chosen, file=str(path), is_json=path.suffix.lower() == ".json")
    write_whole(path, edited.encode(), force=True)
