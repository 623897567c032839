"""The formats a bank is exchanged in, by the ending of the file's name."""

from __future__ import annotations

import errno
from collections.abc import Iterable
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from phrasebank.bounded import read_whole
from phrasebank.errors import CodedError, Problem
from phrasebank.exchange_files.given import Read
from phrasebank.exchange_files.limits import LARGEST_FILE
from phrasebank.os_reasons import os_reason

if TYPE_CHECKING:
    from phrasebank.store import Held

__all__ = ["Format", "encode", "format_of", "read_bytes", "read_file"]


class Format(Enum):
    """How phrases stand in a file."""

    JSONL = "jsonl"
    CSV = "csv"
    XLSX = "xlsx"
    TBX = "tbx"


_ENDINGS = {
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".csv": Format.CSV,
    ".xlsx": Format.XLSX,
    ".tbx": Format.TBX,
}


def format_of(path: Path) -> Format:
    """The format that a file's name tells.

    Raises:
        CodedError: I000 no format is written with such an ending.
    """
    found = _ENDINGS.get(path.suffix.lower())
    if found is None:
        mend = "可用 .jsonl .csv .xlsx .tbx"
        raise CodedError(Problem("I000", f"不认识“{path.suffix or path.name}”这种文件", str(path), mend=mend))
    return found


def encode(phrases: Iterable[Held], form: Format, *, with_sources: bool = False) -> bytes:
    """The bytes of a file with these phrases; the same phrases give the same bytes.

    Arguments:
        phrases: what the bank holds.
        form: the format.
        with_sources: whether the names of the samples and the places in them go with it.
    """
    if form is Format.CSV:
        from phrasebank.exchange_files.csv_file import write_csv

        return write_csv(phrases, with_sources=with_sources)
    if form is Format.XLSX:
        from phrasebank.exchange_files.xlsx_file import write_xlsx

        return write_xlsx(phrases, with_sources=with_sources)
    if form is Format.TBX:
        from phrasebank.exchange_files.tbx_file import write_tbx

        return write_tbx(phrases, with_sources=with_sources)
    from phrasebank.exchange_files.jsonl_file import write_jsonl

    return write_jsonl(phrases, with_sources=with_sources)


def read_file(path: Path) -> Read:
    """Read a file by the ending of its name.

    Raises:
        CodedError: I000 no such format; P001 it cannot be opened; I001–I005, I010 it holds no phrases
            that can be read.
    """
    form = format_of(path)
    try:
        data = read_whole(path, LARGEST_FILE)
    except OSError as error:
        if error.errno == errno.EFBIG:
            message = f"文件太大，超过 {LARGEST_FILE // 2**20} MB"
            raise CodedError(Problem("I004", message, str(path), mend="请分成几个文件")) from error
        raise CodedError(
            Problem("P001", f"读不出来：{os_reason(error)}", str(path), mend="请检查文件名")
        ) from error
    return read_bytes(data, form, file=str(path))


def read_bytes(data: bytes, form: Format, *, file: str = "") -> Read:
    """Read a file's bytes; see ``read_file``."""
    if form is Format.CSV:
        from phrasebank.exchange_files.csv_file import read_csv

        return read_csv(data, file=file)
    if form is Format.XLSX:
        from phrasebank.exchange_files.workbook import read_xlsx

        return read_xlsx(data, file=file)
    if form is Format.TBX:
        from phrasebank.exchange_files.tbx_file import read_tbx

        return read_tbx(data, file=file)
    from phrasebank.exchange_files.jsonl_file import read_jsonl

    return read_jsonl(data, file=file)
