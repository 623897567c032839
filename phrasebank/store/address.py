"""Where a bank is: a file, or a database server's address."""

from __future__ import annotations

import os
import re
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from phrasebank.os_reasons import os_reason
from phrasebank.store.problems import cannot_open

__all__ = ["MARK", "locate"]

_SERVER = re.compile(r"(?:postgresql|postgres)(?:\+psycopg)?://", re.IGNORECASE)
_OTHER = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_MAGIC = b"SQLite format 3\x00"
MARK = 0x6A67_7062
"""SQLite's application_id of a bank: the bytes "jgpb"; a database of another program is told by it."""


def locate(address: str | Path, *, create: bool) -> URL:
    """The database that an address stands for.

    Arguments:
        address: a path, or ``postgresql://user@host/name``.
        create: whether a file that is not there will be made.

    Raises:
        BankError: K001 no such file; K002 a file, but no bank; K003 an address of another kind;
            K004 a folder that is not there or may not be written.
    """
    text = str(address)
    if _SERVER.match(text):
        try:
            return make_url(text).set(drivername="postgresql+psycopg")
        except (ArgumentError, ValueError) as error:
            raise cannot_open(text, "K003", "地址写得不对", "写成 postgresql://用户@主机/库名") from error
    if "\0" in text:
        raise cannot_open(text.replace("\0", ""), "K004", "文件名里有不能用的字符", "请换一个文件名")
    if _OTHER.match(text):
        raise cannot_open(text, "K003", "不认识这种数据库地址", "用文件名，或 postgresql://用户@主机/库名")
    path = Path(text)
    try:
        _check_file(path, text, create=create)
    except OSError as error:
        raise cannot_open(text, "K004", f"打不开：{os_reason(error)}", "请检查权限和文件夹") from error
    return URL.create("sqlite", database=str(path.absolute()))


def _check_file(path: Path, text: str, *, create: bool) -> None:
    if path.is_dir():
        raise cannot_open(text, "K002", "这是一个文件夹，不是语料库", "请给出库文件名，如 bank.db")
    if not path.exists():
        if not create:
            raise cannot_open(
                text, "K001", "没有这个语料库", "用 drafter mine 或 drafter bank import 新建一个"
            )
        if not path.absolute().parent.is_dir():
            raise cannot_open(text, "K004", "所在的文件夹不存在", "请先建好文件夹")
        if not os.access(path.absolute().parent, os.W_OK):
            raise cannot_open(text, "K004", "所在的文件夹没有写的权限", "请换一个文件夹")
        return
    if not path.is_file():  # a pipe would be waited for
        raise cannot_open(text, "K002", "这个文件不是语料库，没有动它", "请换一个文件名")
    with path.open("rb") as file:
        head = file.read(len(_MAGIC))
        file.seek(68)  # SQLite file format, database header: application_id
        mark = int.from_bytes(file.read(4), "big")
    # A new bank has its mark before anything else (``Database``), so a file without it is another program's.
    if head and (head != _MAGIC or mark != MARK):
        raise cannot_open(text, "K002", "这个文件不是语料库，没有动它", "请换一个文件名")
