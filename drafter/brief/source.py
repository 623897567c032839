"""Bytes of a brief or a data file → text: size, encoding and look-alikes checked first."""

from __future__ import annotations

import codecs
from pathlib import Path

from drafter.errors import BriefError, Problem
from phrasebank.bounded import read_whole
from phrasebank.os_reasons import os_reason

__all__ = ["LARGEST_BRIEF", "read_bytes", "read_text"]

LARGEST_BRIEF = 2 * 1024 * 1024
"""Bytes; a brief of a hundred pages has about 200,000."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OFFICE = {
    b"PK\x03\x04": "Word、Excel 或压缩文件",
    b"\xd0\xcf\x11\xe0": "旧版 Office 文件",
    b"%PDF": "PDF 文件",
}


def read_bytes(path: Path, name: str, largest: int) -> bytes:
    """Read a file no larger than ``largest`` bytes.

    Raises:
        BriefError: B001 it cannot be read; B002 it is too large.
    """
    try:
        if path.is_dir():
            raise BriefError(Problem("B001", "这是一个文件夹", name, mend="请给出文件名"))
        size = path.stat().st_size
        if size > largest:
            raise BriefError(
                Problem(
                    "B002", f"文件太大：{size / 2**20:.1f} MB", name, mend=f"不能超过 {largest // 2**20} MB"
                )
            )
        return read_whole(path, largest)
    except FileNotFoundError as error:
        raise BriefError(Problem("B001", "找不到这个文件", name, mend="请检查文件名和所在文件夹")) from error
    except (OSError, ValueError) as error:  # ValueError: a null character in the name
        raise BriefError(
            Problem("B001", f"读不了这个文件：{os_reason(error)}", name, mend="请检查权限")
        ) from error


def read_text(path: Path, name: str, largest: int = LARGEST_BRIEF) -> str:
    """Read a text file in UTF-8, UTF-16 with its mark, or GB18030.

    Raises:
        BriefError: B001, B002 as ``read_bytes``; B003 it is no text; B004 it is empty.
    """
    data = read_bytes(path, name, largest)
    for magic, what in _OFFICE.items():
        if data.startswith(magic):
            raise BriefError(Problem("B003", f"这是{what}，不是文本", name, mend="请给出文本文件"))
    text = _decode(data, name)
    if not text.strip():
        raise BriefError(Problem("B004", "文件是空的", name, mend="请先写好内容，可用 drafter new 生成样子"))
    return text


def _decode(data: bytes, name: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            codings: tuple[str, ...] = (encoding,)
            break
    else:
        codings = ("utf-8", "gb18030")
    for encoding in codings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text.replace("\r\n", "\n").replace("\r", "\n")
    raise BriefError(Problem("B003", "认不出文字编码，或不是文本文件", name, mend="请另存为 UTF-8 编码"))
