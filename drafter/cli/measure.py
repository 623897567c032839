"""``drafter measure``: how good a draft is, beside the same figures of speeches that people wrote."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from drafter.cli.kind_folders import TemplatesOption, kind_folders
from drafter.cli.output import STDOUT, put
from drafter.cli.writing import Force
from phrasebank.errors import CodedError, Problem

if TYPE_CHECKING:
    from drafter.measure import Known, Report, Samples, Telling

__all__ = ["measure"]

_FINDINGS = 1
#: Fewer drafts or samples than this cannot be told apart by trial.
_LEAST_TRIED = 4


class Form(StrEnum):
    """How the report is shown."""

    TEXT = "text"
    JSON = "json"


def measure(
    drafts: Annotated[
        list[Path],
        typer.Argument(
            metavar="稿子…",
            help="要量的稿子（能读的格式同 drafter parse，还有它生成的 .json），或放着它们的文件夹",
        ),
    ],
    brief: Annotated[
        Path | None,
        typer.Option(
            "--brief", metavar="提纲", help="稿子的提纲：看提纲的内容写进去没有，有没有提纲里没有的"
        ),
    ] = None,
    templates: TemplatesOption = None,
    samples: Annotated[
        list[Path] | None,
        typer.Option("--samples", metavar="样稿", help="拿来比的样稿或放着样稿的文件夹，可多次给出"),
    ] = None,
    format: Annotated[  # noqa: A002  the option is called so
        Form, typer.Option("--format", help="text 表格，json 全部数字")
    ] = Form.TEXT,
    out: Annotated[
        Path, typer.Option("-o", "--out", metavar="文件", help="写到这个文件；不写则显示在屏幕上")
    ] = STDOUT,
    force: Force = False,
) -> None:
    """量一量稿子：提纲的内容、编造、重复、照抄、结构、长短、风格，和样稿的同一个数放在一起。"""
    from drafter.measure import (
        measure as measure_one,
    )
    from drafter.measure import (
        norms_of,
        print_report,
        print_telling,
        read_written,
        report_json,
        telling_json,
        written_files,
    )

    known, numbered = _known(brief, templates)
    written = [read_written(path) for path in written_files(drafts)]
    compared = _samples(samples)
    norms = norms_of(compared) if compared else {}
    reports = [measure_one(one, known=known, samples=compared, numbered=numbered) for one in written]
    telling = _telling(reports, compared) if compared else None
    if format is Form.JSON:
        form: dict[str, Any] = {"reports": [report_json(report, norms) for report in reports]}
        form["telling"] = telling_json(telling) if telling else None
        shown = json.dumps(form, ensure_ascii=False, indent=1)
    else:
        parts = [print_report(report, norms) for report in reports]
        shown = "\n\n".join((*parts, *([print_telling(telling)] if telling else [])))
    put(out, f"{shown}\n".encode(), force=force)
    if not all(report.clean for report in reports):
        raise typer.Exit(_FINDINGS)


def _known(brief: Path | None, templates: list[Path] | None) -> tuple[Known | None, str]:
    """The brief, and what of its kind is numbered."""
    if brief is None:
        return None, "parts"
    from drafter.brief import load_brief
    from drafter.compose import kind_names, load_kind
    from drafter.measure import Known

    folders = kind_folders(templates, brief)
    loaded = load_brief(brief, known_kinds=kind_names(folders))
    return Known(loaded), load_kind(loaded.kind, folders).numbered


def _samples(paths: list[Path] | None) -> Samples | None:
    if not paths:
        return None
    from drafter.measure import Samples, read_written, written_files

    files = written_files(paths)
    if len(files) < 2:
        mend = "请给出几篇，或放着样稿的文件夹"
        raise CodedError(Problem("Q001", "样稿只有一篇，没有可比的", str(paths[0]), mend=mend))
    return Samples([read_written(path) for path in files])


def _telling(reports: list[Report], samples: Samples) -> Telling | None:
    """Whether the drafts can be told from the samples, where there are enough of both."""
    if min(len(reports), len(samples.samples)) < _LEAST_TRIED:
        return None
    from drafter.measure import masked, tell_apart
    from drafter.measure.invented import spans_of

    return tell_apart(
        [(report.written.name, masked(report.written, report.spans)) for report in reports],
        [(sample.name, masked(sample, spans_of(sample))) for sample in samples.samples],
    )
