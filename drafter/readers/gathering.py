"""What a command is given to read: files, folders, zips of documents, the clipboard through a pipe."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from drafter.errors import CodedError, Problem
from drafter.readers.document import read_file_bytes
from drafter.readers.folders import files_below, is_no_document
from drafter.readers.zipped import is_archive, zipped_documents
from phrasebank.os_reasons import os_reason

__all__ = ["STDIN", "Gathered", "gather", "is_one_document", "one_document"]

STDIN = Path("-")
"""What is read from the standard input."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """One document among what was given.

    Arguments:
        name: what to call it in messages: the path, ``zip！entry``, or ``-``.
        data: its bytes.
        path: where it lies, or None inside a zip and from the standard input.
    """

    name: str
    data: bytes
    path: Path | None = None


def gather(paths: Iterable[Path], stdin: Callable[[], bytes]) -> Iterator[Gathered | Problem]:
    """The documents that paths stand for, one by one; what cannot be read comes as a problem in its place.

    Arguments:
        paths: files, folders (searched to the bottom, what is no document passed over), zips, ``-``.
        stdin: gives the bytes of the standard input.
    """
    seen: set[Path] = set()
    for path in paths:
        if path == STDIN:
            yield Gathered("-", stdin())
        elif path.is_dir():
            yield from _folder(path, seen)
        else:
            yield from _file(path, seen)


def one_document(path: Path, stdin: Callable[[], bytes]) -> Gathered:
    """The one document that a path stands for.

    Arguments:
        path: a file, or ``-``.
        stdin: gives the bytes of the standard input.

    Raises:
        ReadError: R001–R004 the file cannot be read.
    """
    return Gathered("-", stdin()) if path == STDIN else Gathered(str(path), read_file_bytes(path), path)


def is_one_document(paths: Iterable[Path]) -> bool:
    """Whether paths stand for one document: one file that is no zip of documents, or ``-``."""
    given = list(paths)
    return len(given) == 1 and not given[0].is_dir() and not (given[0].is_file() and is_archive(given[0]))


def _folder(folder: Path, seen: set[Path]) -> Iterator[Gathered | Problem]:
    outside: list[Path] = []
    try:
        files = [path for path in files_below(folder, outside) if not is_no_document(path.name)]
    except OSError as error:
        yield Problem("R003", f"打不开：{os_reason(error)}", str(folder), mend="请检查权限")
        return
    if not files:
        mend = "能读 .docx .doc .wps .rtf .odt .pdf .html .md .txt 和装着它们的 .zip"
        yield Problem("R010", "这个文件夹里没有文稿", str(folder), mend=mend)
    for path in files:
        yield from _file(path, seen)
    for path in outside:
        mend = "要读就直接给出那份文件"
        yield Problem("R012", "这是链接，指到文件夹外面，没有读", str(path), mend=mend)


def _file(path: Path, seen: set[Path]) -> Iterator[Gathered | Problem]:
    key = path.absolute()
    if key in seen:
        return
    seen.add(key)
    if path.is_file() and is_archive(path):
        for found in zipped_documents(path, str(path)):
            yield found if isinstance(found, Problem) else Gathered(*found)
        return
    try:
        yield Gathered(str(path), read_file_bytes(path), path)
    except CodedError as error:
        yield from error.problems
