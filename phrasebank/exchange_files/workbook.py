"""A workbook that came back from Excel or WPS, or from anywhere: its first table of phrases."""

from __future__ import annotations

import datetime as dt
import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

from phrasebank.errors import CodedError, Problem
from phrasebank.exchange_files.given import Read
from phrasebank.exchange_files.limits import MOST_COLUMNS, MOST_ROWS, too_many_rows
from phrasebank.exchange_files.rows import read_table

__all__ = ["read_xlsx"]

_MOST_PARTS = 2_000
_LARGEST_PART = 256 * 2**20
"""Bytes of one unpacked part: 200,000 rows of twenty columns have some 150 MB."""
_LARGEST_PACKAGE = 512 * 2**20
_STEEPEST = 200
"""Unpacked to packed bytes of a part; judged above 8 MiB, since small empty tables reach hundreds."""
_JUDGED_FROM = 8 * 2**20
_ENCRYPTED = 0x1  # bit 0 of the general purpose flag (APPNOTE 4.4.4)
_OLE = b"\xd0\xcf\x11\xe0"
_HEAD = 4096
_SHEET = "词条"


def read_xlsx(data: bytes, *, file: str = "") -> Read:
    """Read the sheet 词条, or the first visible one; formulas count as the values they were saved with.

    Raises:
        CodedError: I004 no workbook, damaged, encrypted or outsized; I003 too many rows.
    """
    _judge(data, file)
    try:
        book = _open(data)
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"] or book.worksheets
        chosen = next((sheet for sheet in sheets if sheet.title == _SHEET), sheets[0] if sheets else None)
        if chosen is None:
            raise _refused("工作簿里没有工作表", file)
        return read_table(_rows(chosen, file), file=file)
    except CodedError:
        raise
    except Exception as error:  # openpyxl raises whatever a damaged part makes it stumble over
        raise _refused("工作簿已经损坏，读不了", file) from error


def _open(data: bytes) -> Any:
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about styles and extensions that a table of text has no use for
        return openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)


def _rows(sheet: Any, file: str) -> Iterator[tuple[int, Sequence[str]]]:
    # A sheet may declare a false extent; without it openpyxl counts for itself.
    sheet.reset_dimensions()
    cells = sheet.iter_rows(max_row=MOST_ROWS + 2, max_col=MOST_COLUMNS, values_only=True)
    for number, values in enumerate(cells, 1):
        if number > MOST_ROWS + 1:
            raise too_many_rows(file)
        texts = [_text(value) for value in values]
        while texts and not texts[-1]:
            texts.pop()
        yield number, texts


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat()
    return str(value).replace("_x000D_", "").replace("\r\n", "\n")


def _judge(data: bytes, file: str) -> None:
    """Refuse by its directory what would fill the memory, before anything is unpacked."""
    if data.startswith(_OLE):
        raise _refused("这是旧格式的 .xls，或加了密码的工作簿", file)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            _judge_sizes(infos, file)
            if "xl/workbook.xml" not in {info.filename for info in infos}:
                raise _refused("这不是 Excel 工作簿", file)
            for info in infos:
                if info.filename.endswith((".xml", ".rels")):
                    _judge_part(archive, info, file)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise _refused("不是完整的工作簿，可能没有下载完或已经损坏", file) from error
    except RuntimeError as error:
        raise _refused("工作簿加了密码", file) from error


def _judge_sizes(infos: list[zipfile.ZipInfo], file: str) -> None:
    names = {info.filename for info in infos}
    if len(infos) > _MOST_PARTS or len(names) != len(infos):
        raise _refused("工作簿里的文件太多，或有重名", file)
    if any(info.flag_bits & _ENCRYPTED for info in infos):
        raise _refused("工作簿加了密码", file)
    for info in infos:
        steep = info.file_size > _JUDGED_FROM and info.file_size > _STEEPEST * max(info.compress_size, 1)
        if info.file_size > _LARGEST_PART or steep:
            raise _refused("工作簿展开后太大，像是恶意文件", file)
    if sum(info.file_size for info in infos) > _LARGEST_PACKAGE:
        raise _refused("工作簿展开后太大", file)


def _judge_part(archive: zipfile.ZipFile, info: zipfile.ZipInfo, file: str) -> None:
    """Refuse a part that declares entities: no spreadsheet program writes any."""
    with archive.open(info) as stream:
        head = stream.read(_HEAD)
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head or b"\0" in head:
        raise _refused("工作簿里有不该有的内容（DOCTYPE）", file)


def _refused(message: str, file: str) -> CodedError:
    return CodedError(Problem("I004", message, file, mend="请用 Excel 或 WPS 另存为 .xlsx 再试"))
