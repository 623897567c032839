"""Write files whole: a reader sees the old file or the new one, never half of one."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from phrasebank.errors import CodedError, Problem
from phrasebank.os_reasons import os_reason

__all__ = ["check_target", "write_whole"]


def check_target(path: Path, *, force: bool = False) -> None:
    """Whether a file may be written at ``path``, as far as can be seen before it is tried.

    Arguments:
        path: where the file shall be; its folder must exist.
        force: a file that is already there may be replaced.

    Raises:
        CodedError: F001 the file is there and ``force`` is not set; F002 it cannot be a file.
    """
    if path.is_dir():
        raise CodedError(Problem("F002", "这是一个文件夹，不能当作文件来写", str(path), mend="请给出文件名"))
    if not path.parent.is_dir():
        raise CodedError(
            Problem("F002", f"文件夹“{path.parent}”不存在", str(path), mend="请先建好文件夹，或换一个位置")
        )
    if path.exists() and not force:
        raise _exists(path)


def write_whole(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write ``data`` to ``path`` by temporary file, fsync and rename.

    Arguments:
        path: where the file shall be; its folder must exist.
        data: the file's bytes.
        force: replace a file that is already there.

    Raises:
        CodedError: F001 the file is there and ``force`` is not set; F002 it cannot be written.
    """
    check_target(path, force=force)
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".tmp")
    except OSError as error:
        raise _cannot_write(path, error) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(_permissions(path))
        if force:
            temporary.replace(path)
        else:
            _place_new(temporary, path)
        _sync_folder(path.parent)
    except OSError as error:
        raise _cannot_write(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()


def _place_new(temporary: Path, path: Path) -> None:
    """Give the finished file its name unless somebody has it already.

    A hard link is refused by the kernel when the name exists, so two processes that write at
    the same moment cannot overwrite each other; file systems without links get a check first.
    """
    try:
        os.link(temporary, path)
    except FileExistsError as error:
        raise _exists(path) from error
    except OSError:
        if path.exists():
            raise _exists(path) from None
        temporary.replace(path)


def _exists(path: Path) -> CodedError:
    return CodedError(Problem("F001", "文件已经存在，没有改动它", str(path), mend="要覆盖请加 --force"))


def _cannot_write(path: Path, error: OSError) -> CodedError:
    return CodedError(
        Problem("F002", f"写不进去：{os_reason(error)}", str(path), mend="请检查磁盘空间、权限和文件名")
    )


def _permissions(path: Path) -> int:
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _sync_folder(folder: Path) -> None:
    """Make the rename itself durable where the system lets a folder be opened (not on Windows)."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
