"""Files that a brief names: data files, samples to follow."""

from __future__ import annotations

from pathlib import Path


def beside(folder: Path, name: str) -> Path:
    r"""The file a brief in ``folder`` calls ``name``, written as this system or as Windows writes it.

    A backslash is a letter of a file's name everywhere but on Windows, so the name as it stands comes first;
    only when there is no such file is ``数据\七月.csv`` read as ``数据/七月.csv``.
    """
    path = folder / name
    return path if "\\" not in name or path.exists() else folder / name.replace("\\", "/")
