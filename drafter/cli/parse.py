"""``drafter parse``: the structure of any speech."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from drafter.speech import Role, Speech, as_json, speech_paragraphs
from phrasebank.errors import CodedError, Problem
from phrasebank.terminal import BAD_INPUT

__all__ = ["parse"]


class Form(StrEnum):
    """How the structure is shown."""

    JSON = "json"
    TREE = "tree"
    TXT = "txt"
    MD = "md"


def parse(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="文件…",
            help="稿子、文件夹、压缩包（.docx .doc .wps .rtf .odt .pdf .html .md .txt .zip），- 从标准输入读",
        ),
    ],
    to: Annotated[Form, typer.Option("--to", help="输出形式；不止一份时 json 一行一份")] = Form.JSON,
) -> None:
    """读出讲话的结构：标题、称谓、开头、各级要点、结尾，以及编号上的毛病。"""
    from drafter.readers import read_speech_bytes
    from drafter.readers.gathering import gather, is_one_document

    several = not is_one_document(files)
    failed = False
    for found in gather(files, sys.stdin.buffer.read):
        try:
            if isinstance(found, Problem):
                raise CodedError(found)
            speech = read_speech_bytes(found.data, found.name)
        except CodedError as error:
            failed = True
            for problem in error.problems:
                typer.echo(str(problem), err=True)
            continue
        typer.echo(_show(speech, to, found.name, several=several))
    if failed:
        raise typer.Exit(BAD_INPUT)


def _show(speech: Speech, to: Form, name: str, *, several: bool) -> str:
    if to is Form.JSON:
        form = as_json(speech)
        if several:
            return json.dumps({"file": name, **form}, ensure_ascii=False)
        return json.dumps(form, ensure_ascii=False, indent=1)
    head = f"# {name}\n" if several else ""
    return head + (_tree(speech) if to is Form.TREE else _text(speech, to))


def _text(speech: Speech, to: Form) -> str:
    from drafter.writers import write_markdown, write_text

    return (write_markdown(speech) if to is Form.MD else write_text(speech)).rstrip("\n")


def _tree(speech: Speech) -> str:
    """The outline by indentation, body paragraphs counted; what is odd comes last."""
    lines: list[str] = []
    bodies = 0
    depth = 0

    def close() -> None:
        nonlocal bodies
        if bodies:
            lines.append(f"{'  ' * depth}（{bodies}段）")
        bodies = 0

    for block in speech_paragraphs(speech):
        if block.role is Role.BODY:
            bodies += 1
            continue
        close()
        if block.level:
            depth = block.level
            lines.append(f"{'  ' * (depth - 1)}{block.lead or block.text}")
        else:
            lines.append(block.text)
    close()
    lines += [f"! {anomaly.message} [{anomaly.code}]" for anomaly in speech.anomalies]
    return "\n".join(lines)
