"""Where a command's result goes: a file, whole or not at all, or standard output."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from phrasebank.errors import CodedError, Problem
from phrasebank.files import check_target, write_whole

__all__ = ["STDOUT", "put", "put_all"]

#: ``-o -`` writes to standard output.
STDOUT = Path("-")


def put_all(files: Sequence[tuple[Path, bytes]], *, force: bool) -> None:
    """Write several files; where one of them may not be written, none is.

    Raises:
        CodedError: F001 one of them is there already; F002 one cannot be written; F003 two of
            them have the same name.
    """
    names = [path for path, _ in files if path != STDOUT]
    for place, path in enumerate(names):
        if path in names[:place]:
            raise CodedError(Problem("F003", "两个结果要写到同一个文件", str(path), mend="请换一个文件名"))
        check_target(path, force=force)
    for path, data in files:
        put(path, data, force=force)


def put(path: Path, data: bytes, *, force: bool) -> None:
    """Write one file, or standard output for ``-``."""
    if path == STDOUT:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        write_whole(path, data, force=force)
