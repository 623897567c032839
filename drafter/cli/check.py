"""``drafter check``: what would embarrass the leader, found first."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli.output import STDOUT, put, put_all
from drafter.cli.writing import Force
from drafter.errors import CodedError, Problem
from phrasebank.files import check_target
from phrasebank.harmless import harmless
from phrasebank.terminal import BAD_INPUT

if TYPE_CHECKING:
    from drafter.check import Finding, Options
    from drafter.cli.laying import Laid

__all__ = ["check"]

_FINDINGS = 1


class Form(StrEnum):
    """How findings are shown."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"


def check(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="文件…", help="要查的稿子、文件夹、压缩包，- 从标准输入读"),
    ] = None,
    brief: Annotated[
        Path | None, typer.Option("--brief", metavar="提纲", help="稿子的提纲：数和地名要和它一致")
    ] = None,
    against: Annotated[
        Path | None,
        typer.Option("--against", metavar="原稿", help="原稿或上级文件：力争、确保一类的轻重要和它一致"),
    ] = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar="日期", help="讲话日期；不写则看提纲和稿子里的日期行")
    ] = None,
    bank: Annotated[
        list[str] | None,
        typer.Option("--bank", metavar="库", help="语料库：禁用、停用的说法和引语的出处，可多次给出"),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option("--select", metavar="规则", help="只用这些规则：P001、P（一类）或 ALL，可多次给出"),
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="规则", help="不用这些规则，可多次给出")
    ] = None,
    config: Annotated[
        Path | None,
        typer.Option("--config", metavar="设置.toml", help="设置；不写则找稿子旁边和上层的 drafter.toml"),
    ] = None,
    fix: Annotated[bool, typer.Option("--fix", help="有把握的改掉，逐条列出；Word 的格式不动")] = False,
    out: Annotated[
        Path | None,
        typer.Option("-o", "--out", metavar="文件", help="改好的写到这个文件；不写则改原文件，要加 --force"),
    ] = None,
    comments: Annotated[
        Path | None,
        typer.Option("--comments", metavar="批注.docx", help="另存一份 Word，批注写在那几个字上"),
    ] = None,
    format: Annotated[  # noqa: A002  the option is called so
        Form, typer.Option("--format", help="text 逐条，json，sarif 给编辑器和流水线")
    ] = Form.TEXT,
    rules: Annotated[bool, typer.Option("--rules", help="列出全部规则")] = False,
    explain: Annotated[
        str | None, typer.Option("--explain", metavar="规则", help="说明一条规则：依据、例子、设置")
    ] = None,
    force: Force = False,
) -> None:
    """查稿子里会出丑的地方：标点、数字、序号、前后不一、地名人名、过时的机构和法律、错别字、版式。"""
    from drafter.readers.gathering import is_one_document

    if rules or explain:
        _tell(explain)
        return
    if not files:
        raise CodedError(Problem("U020", "没有给出要查的稿子", mend="用法见 drafter check --help"))
    if (fix or comments) and not is_one_document(files):
        raise CodedError(Problem("U021", "--fix 和 --comments 一次只能用于一个文件"))
    if fix and comments:
        raise CodedError(Problem("U022", "--fix 和 --comments 请分两次用"))
    options = _options(files[0], config, select or (), ignore or ())
    found: dict[Laid, list[Finding]] = {}
    unread = False
    for laid in _laid(files, brief, against, date, bank or ()):
        if isinstance(laid, Problem):
            typer.echo(str(laid), err=True)
            unread = True
        else:
            found[laid] = _check(laid, options)
    if unread and not found:
        raise typer.Exit(BAD_INPUT)
    for laid, findings in found.items():
        if fix:
            _fix(laid, findings, options, out or laid.path or STDOUT, force=force)
            return
        if comments:
            _remark(laid, findings, comments, force=force)
    _show(found, format, out, force=force)
    if unread:
        raise typer.Exit(BAD_INPUT)
    if any(findings for findings in found.values()):
        raise typer.Exit(_FINDINGS)


def _tell(code: str | None) -> None:
    from drafter.check import all_rules, rule_of, unknown_rule
    from drafter.check.reports import explained, listed

    if code is None:
        lines = listed(all_rules())
    else:
        rule = rule_of(code.upper())
        if rule is None:
            raise unknown_rule(code)
        lines = explained(rule)
    for line in lines:
        typer.echo(line)


def _options(beside: Path, config: Path | None, select: Sequence[str], ignore: Sequence[str]) -> Options:
    from drafter.check import Options, extended, find_options, options_from

    path = config or find_options(beside.parent if beside.name != "-" else Path())
    options = options_from(path) if path else Options()
    return extended(options, select=select, ignore=ignore)


def _laid(
    files: Sequence[Path], brief: Path | None, against: Path | None, date: str | None, banks: Sequence[str]
) -> Iterator[Laid | Problem]:
    """Each file laid before the checker, or what is wrong with it: one bad file stops no other."""
    from drafter.brief import load_brief
    from drafter.brief.dates import parse_date
    from drafter.cli.laying import lay, paragraphs_of
    from drafter.readers.gathering import gather
    from phrasebank.banks import phrases_with
    from phrasebank.model import Status, Unit

    try:
        day = parse_date(date) if date else None
    except ValueError as error:
        raise CodedError(Problem("U023", f"认不出日期“{date}”", mend="写成 2026-03-18")) from error
    known = load_brief(brief) if brief else None
    banned = {
        phrase.text: status.value
        for status in (Status.OBSOLETE, Status.FORBIDDEN)
        for phrase in phrases_with(banks, status)
    }
    quotes = [
        "".join(char for char in phrase.text if char.isalnum())
        for phrase in phrases_with(banks, Status.ACCEPTED)
        if phrase.unit is Unit.QUOTE
    ]
    source = paragraphs_of(against) if against else ()
    for given in gather(files, sys.stdin.buffer.read):
        if isinstance(given, Problem):
            yield given
            continue
        try:
            yield lay(given, brief=known, date=day, source=source, banned=banned, quotes=quotes)
        except CodedError as error:
            yield from error.problems


def _check(laid: Laid, options: Options) -> list[Finding]:
    from drafter.check import Checker

    return Checker(options).check(laid.manuscript)


def _show(found: dict[Laid, list[Finding]], form: Form, out: Path | None, *, force: bool) -> None:
    from drafter import __version__
    from drafter.check.reports import as_json, as_sarif, text_lines

    named = {laid.manuscript.name: findings for laid, findings in found.items()}
    if form is Form.TEXT:
        lines = [
            harmless(line)
            for laid, findings in found.items()
            for line in text_lines(laid.manuscript.name, laid.manuscript.paragraphs, findings)
        ]
        told = "".join(f"{line}\n" for line in lines)
    else:
        told = as_json(named) if form is Form.JSON else as_sarif(named, __version__)
    put(out or STDOUT, told.encode(), force=force)


def _fix(laid: Laid, findings: list[Finding], options: Options, target: Path, *, force: bool) -> None:
    """Mend what is certain, until nothing certain is left: one mending may lay open another."""
    from drafter.check import without_overlaps
    from drafter.check.reports import text_lines
    from drafter.cli.laying import mended_file, relaid

    check_target(target, force=force)
    made = 0
    present, current = laid, findings
    for _ in range(_PASSES):
        certain = without_overlaps(current)
        if not certain:
            break
        for finding in certain:
            typer.echo(
                harmless(
                    f"第{finding.paragraph + 1}段 {finding.code} “{finding.text}” → “{finding.suggestion}”"
                )
            )
        made += len(certain)
        present = relaid(present, mended_file(present, certain))
        current = _check(present, options)
    if made:
        put_all([(target, present.data)], force=force)
        typer.echo(f"改了{made}处，已写好：{target}")
    else:
        typer.echo("没有可以直接改的")
    for line in text_lines(str(target), present.manuscript.paragraphs, current):
        typer.echo(harmless(line), err=True)
    if current:
        raise typer.Exit(_FINDINGS)


def _remark(laid: Laid, findings: list[Finding], target: Path, *, force: bool) -> None:
    from drafter.cli.laying import remarked_file

    put(target, remarked_file(laid, findings, laid.manuscript.date), force=force)
    typer.echo(f"已写好：{target}（{len(findings)}条批注）", err=True)


#: Times that what is certain is mended; more would mean that two rules mend each other's work.
_PASSES = 4
