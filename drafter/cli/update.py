"""``drafter update``: changed figures carried through a draft."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli.output import put
from drafter.cli.recomposing import BankOption, brief_beside, composer, read_document
from drafter.cli.writing import Force
from drafter.errors import BriefError, Problem
from phrasebank.files import check_target
from phrasebank.harmless import harmless

if TYPE_CHECKING:
    from drafter.brief import Brief
    from drafter.compose import Draft
    from drafter.revise.manuscript import Manuscript
    from drafter.revise.update import Revision

__all__ = ["update"]

#: Drafts of the new brief among which each sentence finds its likest; all by the recipe's seed and the next.
_DRAFTS = 8
#: Exit code of --check where there is something to do.
_DUE = 1


def update(
    document: Annotated[
        Path, typer.Argument(metavar="讲稿.docx", help="drafter draft 写出的 Word 文件，改过的也行")
    ],
    brief: Annotated[
        Path | None,
        typer.Option("--brief", metavar="提纲", help="改过的提纲；不写则用起草时的那个提纲文件"),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("-o", "--out", metavar="文件", help="写到这个文件；不写则改原文件，要加 --force"),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="只列出要改什么，不写文件；有要改的以 1 退出")
    ] = False,
    bank: BankOption = None,
    force: Force = False,
) -> None:
    """数据改了，把改了的数带进讲稿，逐条列出来；其余的字，连同在 Word 里改过的，一个不动。"""
    from drafter.brief import load_brief
    from drafter.revise.manuscript import open_manuscript
    from drafter.revise.update import plan_update
    from drafter.revise.update import update as make

    manuscript = open_manuscript(read_document(document), str(document))
    named = manuscript.recipe.brief.file
    file = brief or brief_beside(named, document)
    if file is None:
        raise BriefError(
            Problem("B095", f"找不到起草时的提纲“{named}”", str(document), mend="请用 --brief 写明提纲")
        )
    loaded = load_brief(file)
    target = out or document
    revision = plan_update(manuscript, loaded, _drafts(manuscript, loaded, document, bank))
    nothing = not (revision.due or revision.data.changed or revision.data.added or revision.data.removed)
    if not check and not nothing:
        check_target(target, force=force)
    for line in _told(revision, check=check):
        typer.echo(harmless(line))
    if check:
        raise typer.Exit(_DUE if revision.due else 0)
    if nothing:
        return
    put(target, make(manuscript, loaded, revision), force=force)
    typer.echo(f"已写好：{target}")


def _drafts(manuscript: Manuscript, brief: Brief, document: Path, bank: list[str] | None) -> Iterator[Draft]:
    compose = composer(manuscript.recipe, document, bank)
    for step in range(_DRAFTS):
        # The recipe's own seed with all its candidates is the draft that was made, but for the data.
        yield compose(brief, manuscript.recipe.seed + step, 1 if step else 20)


def _told(revision: Revision, *, check: bool) -> Iterator[str]:
    data = revision.data
    if data.changed:
        yield f"数据改了{len(data.changed)}项："
        yield from (f"  {change}" for change in data.changed)
    if revision.changes:
        yield f"稿子里{'要改' if check else '改了'}{len(revision.changes)}处："
    for change in revision.changes:
        yield f"  第{change.paragraph + 1}段："
        yield f"    - {change.old}"
        yield f"    + {change.new}"
    if revision.doubts:
        yield "请看一看："
        yield from (f"  {doubt}" for doubt in revision.doubts)
    if revision.unsaid:
        yield f"新增的数据，稿子里没有：{'、'.join(revision.unsaid)}"
    if data.removed:
        yield f"删去的数据：{'、'.join(data.removed)}"
    if data.otherwise:
        yield "提纲的其他内容也改了（措施、要点等），这里只管数据；要重写请用 drafter draft。"
    if not revision.due and not data.added:
        yield "数据没有变，稿子不用改。" if not data.changed else "改了的数据，稿子里都没有用到。"
