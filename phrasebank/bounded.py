"""Read files that somebody named, up to a bound."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import Any

__all__ = ["read_toml", "read_whole"]

#: Bytes of a table that users write: a thousand entries have some 100,000.
_LARGEST_TABLE = 2**20


def read_whole(path: Path, largest: int) -> bytes:
    """The bytes of a file that somebody named.

    A name may stand for anything: a pipe that nobody writes to would be waited for for ever, and a device
    tells no size and gives no end.

    Arguments:
        path: where it is; links are followed.
        largest: bytes that it may have.

    Raises:
        OSError: it cannot be opened; ENXIO it is no regular file; EFBIG it is larger.
        ValueError: a null character in the name.
    """

    def without_waiting(name: str, flags: int) -> int:
        return os.open(name, flags | getattr(os, "O_NONBLOCK", 0))

    with open(path, "rb", opener=without_waiting) as stream:
        if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            raise OSError(errno.ENXIO, os.strerror(errno.ENXIO), str(path))
        data = stream.read(largest + 1)
    if len(data) > largest:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
    return data


def read_toml(path: Path) -> dict[str, Any]:
    """A table that a user wrote.

    Raises:
        OSError: as ``read_whole``, above 1 MiB.
        ValueError: it is no UTF-8, no TOML, or nested too deep.
    """
    import tomllib  # most programs read none

    try:
        return tomllib.loads(read_whole(path, _LARGEST_TABLE).decode("utf-8"))
    except RecursionError as error:
        raise ValueError("套得太深") from error
