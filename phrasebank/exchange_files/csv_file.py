"""Phrases as CSV that Excel and WPS open: UTF-8 with a byte order mark, Chinese headings."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from phrasebank.errors import CodedError, Problem
from phrasebank.exchange_files.columns import columns_of
from phrasebank.exchange_files.given import Read
from phrasebank.exchange_files.limits import MOST_ROWS, too_many_rows
from phrasebank.exchange_files.rows import read_table

if TYPE_CHECKING:
    from phrasebank.store import Held

__all__ = ["read_csv", "write_csv"]

# What a spreadsheet would take for a formula (OWASP, CSV Injection), for a number or for a date; of ids
# those that are all figures, or figures with an e, which it would round.
_TAKEN_AMISS = re.compile(r"[=+\-@＝＋－＠'\t\r0-9]")
_NUMBER = re.compile(r"[0-9]+(?:e[0-9]+)?")
_GUARDED = re.compile(r"'(?=[=+\-@＝＋－＠'\t\r0-9])")
_LARGEST_CELL = 1_000_000
"""Characters of one cell; the csv module's own limit of 131,072 would be hit by a list of sources."""


def write_csv(phrases: Iterable[Held], *, with_sources: bool = False) -> bytes:
    """The file's bytes: a row a phrase, sorted by id.

    A text that a spreadsheet would take for a formula or a number has an apostrophe before it, which
    ``read_csv`` takes off.

    Arguments:
        phrases: what the bank holds.
        with_sources: whether the names of the samples go with it.
    """
    columns = columns_of(with_sources=with_sources)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.title for column in columns])
    for held in sorted(phrases, key=lambda held: held.phrase.id):
        writer.writerow([_guarded(column.show(held), plain=column.key == "id") for column in columns])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def read_csv(data: bytes, *, file: str = "") -> Read:
    """Read a table that Excel or WPS saved: UTF-8, GB18030 or UTF-16, separated by comma, tab or semicolon.

    Raises:
        CodedError: I001 the bytes are no text; I002 the quotes are broken; I003 too many rows.
    """
    text = _decoded(data, file)
    return read_table(_rows(text, file), file=file)


def _rows(text: str, file: str) -> Iterator[tuple[int, Sequence[str]]]:
    csv.field_size_limit(_LARGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    begin = 1
    try:
        for number, cells in enumerate(reader):
            if number > MOST_ROWS:
                raise too_many_rows(file)
            yield begin, [_GUARDED.sub("", cell, count=1) if cell[:1] == "'" else cell for cell in cells]
            begin = reader.line_num + 1
    except csv.Error as error:
        raise CodedError(
            Problem("I002", "引号没有配对，或一格太长", file, begin, mend="请用 Excel 或 WPS 重新另存一次")
        ) from error


def _separator(text: str) -> str:
    """The separator that stands most often in the first line that has any."""
    for line in text.splitlines()[:20]:
        counts = {separator: line.count(separator) for separator in ",\t;"}
        if any(counts.values()):
            return max(counts, key=lambda separator: counts[separator])
    return ","


def _decoded(data: bytes, file: str) -> str:
    marked = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise CodedError(Problem("I001", "不是文本，或编码不认识", file, mend="请另存为 CSV UTF-8"))


def _guarded(value: str | float, *, plain: bool) -> str | float:
    if not isinstance(value, str):
        return value
    amiss = _NUMBER.fullmatch(value) if plain else _TAKEN_AMISS.match(value)
    return f"'{value}" if amiss else value
