"""``drafter draft``: from a brief to a Word speech."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli.bank_address import VARIABLE
from drafter.cli.output import STDOUT, put_all
from drafter.cli.writing import Force, Layout, ProfileOption, ReferenceOption, ToOption, write_as

if TYPE_CHECKING:
    from drafter.brief import Brief
    from drafter.compose.draft import Draft
    from drafter.like import Liked

__all__ = ["draft"]

#: A length within a tenth of what was asked for needs no remark.
_TOLERANCE = 0.1


def draft(
    brief: Annotated[
        Path, typer.Argument(metavar="提纲", help="提纲 .yaml 或 .json；空白提纲用 drafter new 生成")
    ],
    out: Annotated[
        Path | None,
        typer.Option("-o", "--out", metavar="文件", help="写到这个文件；不写则与提纲同名，放在当前文件夹"),
    ] = None,
    to: ToOption = None,
    bank: Annotated[
        list[str] | None,
        typer.Option(
            "--bank",
            metavar="库",
            help="再用上这些语料库里采用的词条，可多次给出：bank.db、postgresql://… 或 词条.jsonl；"
            "不写则看环境变量 JIANGGAO_BANK",
        ),
    ] = None,
    no_builtin: Annotated[bool, typer.Option("--no-builtin", help="不用自带的语料库")] = False,
    length: Annotated[
        int | None,
        typer.Option("--length", metavar="字数", min=200, max=60000, help="目标字数；不写则按提纲的篇幅"),
    ] = None,
    seed: Annotated[
        int, typer.Option("--seed", metavar="数", help="换一个数就换一种写法；同一个数总是同一篇")
    ] = 1,
    like: Annotated[
        list[Path] | None,
        typer.Option(
            "--like",
            metavar="样稿",
            help="照这篇样稿的写法来写：分点、标题、句子长短、语气和常用的话，可多次给出；不写则按提纲的“风格.仿”",
        ),
    ] = None,
    profile: ProfileOption = Layout.GB,
    reference_doc: ReferenceOption = None,
    trace: Annotated[
        Path | None, typer.Option("--trace", metavar="出处.json", help="另存每一句的出处")
    ] = None,
    force: Force = False,
) -> None:
    """按提纲和数据起草讲话。缺的内容写成【待补：…】，没用上的数据会列出来。"""
    from drafter.brief import load_brief
    from drafter.compose import compose_draft, kind_names
    from drafter.writers import format_of
    from phrasebank.banks import count_use, load_banks

    wanted = to.value if to else format_of(str(out)) if out else "docx"
    target = out or Path(f"{brief.stem}.{wanted}")
    loaded = load_brief(brief, known_kinds=kind_names())
    banks = bank or [named for named in [os.environ.get(VARIABLE, "")] if named]
    liked = _learn(like, loaded)
    drafted = compose_draft(
        loaded,
        load_banks(banks, builtin=not no_builtin, first=liked.phrases if liked else ()),
        seed=seed,
        length=length,
        manner=liked.manner if liked else None,
    )
    written = write_as(drafted.speech, wanted, profile, reference_doc, loaded.date)
    files = [(target, written.data)]
    if trace is not None:
        told = json.dumps(drafted.trace.as_json(), ensure_ascii=False, indent=1) + "\n"
        files.append((trace, told.encode()))
    put_all(files, force=force)
    count_use(banks, [sentence.phrase for sentence in drafted.trace.sentences if sentence.phrase])
    for notice in written.notices:
        typer.echo(f"注意：{notice}", err=True)
    if target != STDOUT:
        typer.echo(f"已写好：{target}")
    _report(drafted)


def _learn(like: list[Path] | None, brief: Brief) -> Liked | None:
    """The samples to follow: those on the command line, else the brief's own, beside the brief."""
    samples = like or [Path(brief.file).parent / named for named in [brief.style.get("仿", "")] if named]
    if not samples:
        return None
    from drafter.like import learn

    return learn(samples)


def _report(drafted: Draft) -> None:
    """What the writer must know before handing it up: length, what is missing, what went unused."""
    asked = f"，目标{drafted.target}字" if drafted.target else ""
    _tell(f"全文约{drafted.length}字{asked}，{len(drafted.speech.sections)}个部分。")
    if drafted.target and drafted.length < drafted.target * (1 - _TOLERANCE):
        _tell("提纲里的实料只够写到这个长度，再长就是空话：请补充要点、措施、数据或原文。")
    if drafted.target and drafted.length > drafted.target * (1 + _TOLERANCE):
        _tell("提纲里的内容写下来就有这么长：请删减要点或措施，或者调高字数。")
    if drafted.trace.missing:
        _tell(f"待补{len(drafted.trace.missing)}处：{'；'.join(drafted.trace.missing)}")
    if drafted.trace.unused:
        _tell(f"提纲里没有用上的：{'、'.join(drafted.trace.unused)}")
    proposed = [sentence for sentence in drafted.trace.sentences if sentence.origin == "proposal"]
    if any(not sentence.phrase for sentence in proposed):
        _tell("提纲没有写部分和要点，各级标题是程序按文种拟的，请改成自己的。")
    proposals = [sentence.text for sentence in proposed if sentence.phrase]
    if proposals:
        _tell(f"以下{len(proposals)}句是程序的建议，提纲里没有，请核实取舍：")
        for text in proposals:
            _tell(f"  · {text}")


def _tell(line: str) -> None:
    typer.echo(line, err=True)
