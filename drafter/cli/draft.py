"""``drafter draft``: from a brief to a Word speech, or from many briefs to many."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from drafter.cli.bank_address import VARIABLE
from drafter.cli.drafting import Settings, make_draft, remarks
from drafter.cli.kind_folders import TemplatesOption
from drafter.cli.output import STDOUT, put_all
from drafter.cli.writing import Force, Layout, ProfileOption, ReferenceOption, ToOption
from phrasebank.errors import CodedError, Problem
from phrasebank.terminal import BAD_INPUT

__all__ = ["draft"]


def draft(
    briefs: Annotated[
        list[Path],
        typer.Argument(
            metavar="提纲…", help="提纲 .yaml 或 .json；空白提纲用 drafter new 生成；多份提纲要写 -d"
        ),
    ],
    out: Annotated[
        Path | None,
        typer.Option("-o", "--out", metavar="文件", help="写到这个文件；不写则与提纲同名，放在当前文件夹"),
    ] = None,
    folder: Annotated[
        Path | None,
        typer.Option(
            "-d", "--out-dir", metavar="文件夹", help="把每份提纲的讲稿都写到这个文件夹，各与提纲同名"
        ),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs", metavar="数", min=1, max=256, help="起草多篇时用几个进程；不写则有几个核用几个"
        ),
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
    templates: TemplatesOption = None,
    trace: Annotated[
        Path | None, typer.Option("--trace", metavar="出处.json", help="另存每一句的出处")
    ] = None,
    comments: Annotated[
        bool, typer.Option("--comments", help="加批注，说明每一段从哪里来、每个数是哪一项数据（只用于 Word）")
    ] = False,
    no_recipe: Annotated[
        bool,
        typer.Option(
            "--no-recipe", help="Word 文件里不带起草记录；带着才能用 drafter redo 和 drafter update 改"
        ),
    ] = False,
    force: Force = False,
) -> None:
    """按提纲和数据起草讲话。缺的内容写成【待补：…】，没用上的数据会列出来。"""
    from drafter.writers import format_of

    wanted = to.value if to else format_of(str(out)) if out else "docx"
    settings = Settings(
        to=wanted,
        seed=seed,
        length=length,
        banks=tuple(bank or [named for named in [os.environ.get(VARIABLE, "")] if named]),
        builtin=not no_builtin,
        like=tuple(like or ()),
        layout=profile,
        reference=reference_doc,
        templates=tuple(templates or ()),
        comments=comments,
        recipe=not no_recipe,
    )
    if comments and wanted != "docx":
        raise CodedError(
            Problem("U019", "批注只能加在 Word 文件里", mend="请写成 .docx，或改用 --trace 另存出处")
        )
    if folder is not None:
        if out is not None or trace is not None:
            raise CodedError(Problem("U018", "写了 -d，就不能再写 -o 或 --trace", mend="文件名随提纲的名字"))
        _draft_many(briefs, folder, settings, jobs, force=force)
        return
    if len(briefs) > 1:
        raise CodedError(
            Problem("U018", "一次起草多篇要写 -d 文件夹", mend="如 drafter draft *.yaml -d 讲稿")
        )
    target = out or Path(f"{briefs[0].stem}.{wanted}")
    _draft_one(briefs[0], target, trace, settings, force=force)


def _draft_one(brief: Path, target: Path, trace: Path | None, settings: Settings, *, force: bool) -> None:
    from phrasebank.banks import count_use

    made = make_draft(brief, settings)
    files = [(target, made.data)]
    if trace is not None:
        files.append((trace, made.trace))
    put_all(files, force=force)
    count_use(settings.banks, made.phrases)
    for notice in made.notices:
        _tell(f"注意：{notice}")
    if target != STDOUT:
        typer.echo(f"已写好：{target}")
    for line in (*remarks(made.draft), *made.found):
        _tell(line)


def _draft_many(
    briefs: Sequence[Path], folder: Path, settings: Settings, jobs: int | None, *, force: bool
) -> None:
    from drafter.cli.many import draft_many, orders_for
    from phrasebank.banks import count_use

    orders = orders_for(briefs, folder, settings.to, force=force)
    failed: list[Problem] = []
    number = 0
    for number, outcome in enumerate(draft_many(orders, settings, jobs), 1):
        count_use(settings.banks, outcome.phrases)
        place = f"[{number}/{len(orders)}] {outcome.order.brief.stem}："
        if outcome.problems:
            failed += outcome.problems
            _tell(f"{place}没有写成")
            continue
        typer.echo(f"已写好：{outcome.order.target}")
        for line in outcome.told:
            _tell(f"{place}{line}")
    if failed:
        _tell("没有写成的：")
        for problem in failed:
            _tell(str(problem))
        raise typer.Exit(BAD_INPUT)


def _tell(line: str) -> None:
    typer.echo(line, err=True)
