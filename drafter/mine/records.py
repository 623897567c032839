"""Documents out of files: a file is one, a zip holds many, a table (JSON Lines, Parquet) one a record."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from drafter.errors import Problem
from drafter.mine.listing import Form, Listed
from drafter.mine.raw import Raw, digest_of
from drafter.readers import LARGEST
from drafter.readers.zipped import is_archive, zipped_documents
from phrasebank.os_reasons import os_reason

__all__ = ["NAME_FIELDS", "TEXT_FIELDS", "read_records", "text_of"]

TEXT_FIELDS = ("text", "content", "正文", "内容", "全文", "body")
"""Fields a record's text is looked for in, in this order."""
NAME_FIELDS = ("name", "id", "title", "标题", "名称", "文件名", "file")
"""Fields a record's name is looked for in, in this order."""

_ROWS_AT_ONCE = 64  # rows of Parquet held in memory; a report has some 50 KB


def read_records(file: Listed) -> Iterator[Raw | Problem]:
    """Read the documents of a file one by one; what cannot be read comes as a problem in its place.

    Arguments:
        file: as listed.
    """
    try:
        if file.form is Form.JSON_LINES:
            yield from _json_lines(file)
        elif file.form is Form.PARQUET:
            yield from _parquet(file)
        elif is_archive(file.path):
            yield from _zipped(file)
        elif file.size > LARGEST:
            yield Problem("R004", f"文件太大，超过 {LARGEST // 2**20} MB", str(file.path), mend="请拆开再试")
        else:
            data = file.path.read_bytes()
            yield Raw(str(file.path), data, digest_of(data), len(data))
    except (OSError, EOFError, zlib.error) as error:
        reason = os_reason(error) if isinstance(error, OSError) and error.errno else "文件不完整或已损坏"
        yield Problem("R003", f"打不开：{reason}", str(file.path), mend="请检查权限，或重新拷贝一份")


def _zipped(file: Listed) -> Iterator[Raw | Problem]:
    """The documents of a zip, its bytes shared among them for the progress bar."""
    left = file.size
    for found in zipped_documents(file.path, str(file.path)):
        if isinstance(found, Problem):
            yield found
            continue
        name, data = found
        weight = min(left, len(data))
        left -= weight
        yield Raw(name, data, digest_of(data), weight)


def text_of(record: Mapping[str, Any]) -> str | None:
    """The text of a record, or None where no field holds one."""
    for field in TEXT_FIELDS:
        value = record.get(field)
        if isinstance(value, str) and value.strip():
            return value
    return None


def name_of(record: Mapping[str, Any], number: int) -> str:
    """The name of a record, or its 1-based number where no field holds one."""
    for field in NAME_FIELDS:
        value = record.get(field)
        if isinstance(value, (str, int)) and str(value).strip():
            return str(value).strip()
    return str(number)


def raw_of(path: Path | str, record: Mapping[str, Any], number: int, weight: int) -> Raw | Problem:
    """One record as a document."""
    text = text_of(record)
    if text is None:
        mend = f"正文应放在这些字段之一：{'、'.join(TEXT_FIELDS)}"
        return Problem("M003", "这一条没有正文", str(path), number, mend=mend)
    data = text.encode("utf-8", "replace")
    return Raw(f"{path}#{name_of(record, number)}", data, digest_of(data), weight)


def _json_lines(file: Listed) -> Iterator[Raw | Problem]:
    with file.path.open("rb") as plain:
        lines: IO[bytes] = gzip.open(plain) if file.path.name.endswith(".gz") else plain  # type: ignore[assignment]  # noqa: SIM115
        read = 0
        for number, line in enumerate(iter(lambda: lines.readline(LARGEST), b""), 1):
            weight = plain.tell() - read  # compressed bytes; the last record's share may be nothing
            read += weight
            if not line.strip():
                continue
            try:
                record = json.loads(line)
            except (ValueError, RecursionError):
                record = None
            if isinstance(record, dict):
                yield raw_of(file.path, record, number, weight)
            else:
                yield Problem(
                    "M002", "这一行不是 JSON 对象", str(file.path), number, mend="一行写一个 {…}，不要换行"
                )


def _parquet(file: Listed) -> Iterator[Raw | Problem]:
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError:
        yield Problem(
            "M004", "读 Parquet 要先装 pyarrow", str(file.path), mend="pip install 'jianggao[parquet]'"
        )
        return
    try:
        with ParquetFile(file.path) as table:
            fields = [field for field in table.schema_arrow.names if field in (*TEXT_FIELDS, *NAME_FIELDS)]
            weight = file.size // max(table.metadata.num_rows, 1)
            number = 0
            for batch in table.iter_batches(batch_size=_ROWS_AT_ONCE, columns=fields):
                for record in batch.to_pylist():
                    number += 1
                    yield raw_of(file.path, record, number, weight)
    except ArrowException:
        yield Problem("M005", "不是 Parquet 文件，或已损坏", str(file.path), mend="请重新导出一份")
