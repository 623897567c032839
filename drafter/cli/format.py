"""``drafter format``: any text or document re-set to the standard, no word changed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from drafter.cli.output import STDOUT, put
from drafter.cli.writing import Force, Layout, ProfileOption, ReferenceOption, ToOption, write_as

__all__ = ["format_file"]


def format_file(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="文件",
            help="要重新排版的 .docx .doc .wps .rtf .odt .pdf .html .md .txt，- 从标准输入读",
        ),
    ],
    out: Annotated[Path, typer.Option("-o", "--out", metavar="文件", help="写到这个文件，扩展名决定格式")],
    to: ToOption = None,
    profile: ProfileOption = Layout.GB,
    reference_doc: ReferenceOption = None,
    force: Force = False,
) -> None:
    """把任何讲话重新排成国标版式，一个字也不改。"""
    from drafter.readers import read_speech_bytes
    from drafter.readers.gathering import one_document
    from drafter.writers import format_of

    wanted = to.value if to else format_of(str(out))
    given = one_document(file, sys.stdin.buffer.read)
    speech = read_speech_bytes(given.data, given.name)
    written = write_as(speech, wanted, profile, reference_doc)
    put(out, written.data, force=force)
    for notice in (*written.notices, *speech.anomalies):
        typer.echo(f"注意：{getattr(notice, 'message', notice)}", err=True)
    if out != STDOUT:
        typer.echo(f"已排好：{out}", err=True)
