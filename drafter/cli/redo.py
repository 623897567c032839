"""``drafter redo``: other wordings for a part of a draft, the rest untouched."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli.output import put
from drafter.cli.recomposing import BankOption, composer, read_document
from drafter.cli.writing import Force
from drafter.errors import Problem, ReadError
from phrasebank.errors import CodedError
from phrasebank.files import check_target
from phrasebank.harmless import harmless

if TYPE_CHECKING:
    from drafter.compose import Draft
    from drafter.revise.manuscript import Manuscript
    from drafter.revise.redo import Choice

__all__ = ["redo"]

#: Other drafts made at most, and whole candidates of each: most differ at every place.
_DRAFTS, _CANDIDATES = 60, 4
#: Characters of a paragraph that --list shows.
_SHOWN = 30


def redo(
    document: Annotated[
        Path, typer.Argument(metavar="讲稿.docx", help="drafter draft 写出的 Word 文件，改过的也行")
    ],
    paragraph: Annotated[
        int | None, typer.Option("--paragraph", metavar="编号", min=1, help="换第几段的写法，编号见 --list")
    ] = None,
    section: Annotated[
        str | None, typer.Option("--section", metavar="几", help="换第几部分的写法（标题不动），如 二 或 2")
    ] = None,
    list_only: Annotated[bool, typer.Option("--list", help="列出各段的编号和开头")] = False,
    count: Annotated[int, typer.Option("--choices", metavar="数", min=1, max=20, help="给几种写法挑")] = 5,
    number: Annotated[
        int | None, typer.Option("--pick", metavar="第几种", min=1, help="用第几种写法；不写则只列出来")
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("-o", "--out", metavar="文件", help="写到这个文件；不写则改原文件，要加 --force"),
    ] = None,
    bank: BankOption = None,
    force: Force = False,
) -> None:
    """给讲稿的一段或一部分换别的写法；其余的字，连同在 Word 里改过的，一个不动。"""
    from drafter.revise.manuscript import open_manuscript
    from drafter.revise.redo import choices, paragraph_part, pick, section_part

    manuscript = open_manuscript(read_document(document), str(document))
    if list_only:
        for line in _listed(manuscript):
            typer.echo(line)
        return
    if (paragraph is None) == (section is None):
        mend = "各段的编号见 drafter redo 讲稿.docx --list"
        raise CodedError(Problem("U020", "请写 --paragraph 或 --section，只写一个", mend=mend))
    target = out or document
    if number is not None:
        check_target(target, force=force)
    part = (
        paragraph_part(manuscript, paragraph)
        if paragraph is not None
        else section_part(manuscript, _section_number(section or ""))
    )
    wanted = max(count, number or 0)
    offered = list(islice(choices(manuscript, part, _drafts(manuscript, document, bank)), wanted))
    if not offered:
        mend = "可能这一段都是提纲的原话，或语料库里合适的句子太少；可加 --bank"
        raise ReadError(Problem("R045", "找不到别的写法", str(document), mend=mend))
    if number is None:
        _show(manuscript, part, offered)
        return
    if number > len(offered):
        raise CodedError(Problem("U021", f"只有{len(offered)}种写法，没有第{number}种"))
    put(target, pick(manuscript, offered[number - 1]), force=force)
    typer.echo(f"已写好：{target}")


def _drafts(manuscript: Manuscript, document: Path, bank: list[str] | None) -> Iterator[Draft]:
    recipe = manuscript.recipe
    compose = composer(recipe, document, bank)
    for step in range(1, _DRAFTS + 1):
        yield compose(recipe.brief, recipe.seed + step, _CANDIDATES)


def _listed(manuscript: Manuscript) -> Iterator[str]:
    width = len(str(len(manuscript.texts)))
    for number, text in enumerate(manuscript.texts):
        known = number in manuscript.drafted
        note = "（后加的）" if not known else "（改过）" if manuscript.edited(number) else ""
        shown = harmless(text.replace("\n", ""))
        more = "…" if len(shown) > _SHOWN else ""
        yield f"{number + 1:>{width}}　{shown[:_SHOWN]}{more}{note}"


def _show(manuscript: Manuscript, part: tuple[int, ...], offered: list[Choice]) -> None:
    if any(manuscript.edited(number) for number in part):
        typer.echo("注意：这里起草以后改过，换写法会把改动一起换掉。", err=True)
    for number, choice in enumerate(offered, 1):
        typer.echo(f"【{number}】")
        for text in choice.texts.values():
            typer.echo(harmless(text))
        typer.echo("")
    typer.echo("挑好后加上 --pick 第几种 -o 新文件.docx", err=True)


def _section_number(text: str) -> int:
    """二, 2, 第二 or 第二部分 as a number."""
    from drafter.brief.numerals import from_chinese

    bare = text.strip().removeprefix("第").removesuffix("部分").rstrip("、.")
    try:
        number = int(bare) if bare.isdecimal() else from_chinese(bare)
    except ValueError:
        number = 0
    if not isinstance(number, int) or number < 1:
        raise CodedError(Problem("U022", f"“{text}”不是第几部分", mend="如 --section 二"))
    return number
