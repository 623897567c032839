"""What ``draft`` and ``format`` share: the options of a written document, and writing it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.errors import Problem, WriteError
from phrasebank.bounded import read_whole
from phrasebank.os_reasons import os_reason

if TYPE_CHECKING:
    import datetime as dt

    from drafter.speech import Speech
    from drafter.writers import Written

__all__ = ["Force", "Format", "Layout", "ProfileOption", "ReferenceOption", "ToOption", "write_as"]


class Format(StrEnum):
    """File formats a speech can be written in."""

    DOCX = "docx"
    MD = "md"
    TXT = "txt"
    HTML = "html"
    JSON = "json"


class Layout(StrEnum):
    """Profiles of the Word layout."""

    GB = "gb"
    READING = "reading"


ProfileOption = Annotated[Layout, typer.Option("--profile", help="版式：gb 国标，reading 朗读件（大字）")]
ReferenceOption = Annotated[
    Path | None,
    typer.Option("--reference-doc", metavar="样式.docx", help="沿用这个 Word 文件的样式、页面和页眉页脚"),
]
ToOption = Annotated[Format | None, typer.Option("--to", help="输出格式；不写则看 -o 的扩展名")]
Force = Annotated[bool, typer.Option("--force", help="文件已存在时覆盖")]


def write_as(
    speech: Speech, to: str, profile: Layout, reference: Path | None, date: dt.date | None = None
) -> Written:
    """The speech in a format.

    Arguments:
        speech: what to write.
        to: the format's extension.
        profile: the layout.
        reference: the office's own .docx, or None.
        date: the document's date, for its properties.

    Raises:
        WriteError: W010 the reference document cannot be read; others as the writers'.
    """
    import datetime as dt

    from drafter.readers import LARGEST
    from drafter.writers import PROFILES, Options, Properties, write

    data = None
    if reference is not None:
        try:
            data = read_whole(reference, LARGEST)
        except OSError as error:
            raise WriteError(
                Problem("W010", f"样式文件读不了：{os_reason(error)}", str(reference))
            ) from error
    created = dt.datetime.combine(date, dt.time(), dt.UTC) if date else None
    options = Options(profile=PROFILES[profile.value], reference=data, properties=Properties(created=created))
    return write(speech, to, options)
