"""Where a command's result goes: a file, whole or not at all, or standard output."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from phrasebank.errors import CodedError, Problem
from phrasebank.files import write_whole

__all__ = ["STDOUT", "put", "put_all"]

#: ``-o -`` writes to standard output.
STDOUT = Path("-")


def put_all(files: Mapping[Path, bytes], *, force: bool) -> None:
    """Write several files; where one of them may not be overwritten, none is written.

    Raises:
        CodedError: F001 one of them is there already; F002 one cannot be written.
    """
    taken = [path for path in files if path != STDOUT and path.exists() and not force]
    if taken:
        raise CodedError(
            Problem("F001", "文件已经存在，没有改动它", str(path), mend="要覆盖请加 --force")
            for path in taken
        )
    for path, data in files.items():
        put(path, data, force=force)


def put(path: Path, data: bytes, *, force: bool) -> None:
    """Write one file, or standard output for ``-``."""
    if path == STDOUT:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        write_whole(path, data, force=force)
