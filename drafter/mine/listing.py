"""Which documents a path stands for: files, folders, patterns, tables of documents."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from drafter.readers.folders import files_below, is_no_document
from phrasebank.errors import CodedError, Problem
from phrasebank.os_reasons import os_reason

__all__ = ["Form", "Listed", "Listing", "list_sources"]


class Form(Enum):
    """How documents lie in a file."""

    DOCUMENT = "document"
    JSON_LINES = "jsonl"
    PARQUET = "parquet"


@dataclass(frozen=True, slots=True)
class Listed:
    """A file to mine: its path, how documents lie in it, and its size in bytes."""

    path: Path
    form: Form
    size: int


@dataclass(frozen=True, slots=True)
class Listing:
    """Everything the paths stand for.

    Arguments:
        files: each file once, in the order of the paths, those of a folder sorted by name.
        passed_over: files of the folders that are no documents (pictures, spreadsheets, archives).
    """

    files: tuple[Listed, ...]
    passed_over: tuple[Path, ...] = ()

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(file.size for file in self.files)


def list_sources(paths: Iterable[str | Path]) -> Listing:
    """Find the files that paths stand for.

    Arguments:
        paths: files, zips of documents, folders (searched to the bottom; hidden files, Word's lock files and
            what is no document passed over; links to folders not followed) and patterns (``稿子/*.docx``).

    Raises:
        CodedError: M001 a path that is not there, a pattern that fits nothing, a folder that cannot
            be opened; all of them at once.
    """
    files: dict[Path, Listed] = {}
    passed_over: dict[Path, None] = {}
    outside: list[Path] = []
    problems: list[Problem] = []
    for given in paths:
        if not str(given):
            problems.append(Problem("M001", "路径是空的", mend="请写上文件或文件夹的名字"))
            continue
        try:
            for path, named in _expand(Path(given), outside):
                key = Path(os.path.abspath(path))  # noqa: PTH100  # resolve() would follow links
                if named or not _is_no_document(path):
                    files.setdefault(key, Listed(key, form_of(path), path.stat().st_size))
                else:
                    passed_over[key] = None
        except CodedError as error:
            problems += error.problems
        except OSError as error:
            problems.append(
                Problem("M001", f"打不开：{os_reason(error)}", str(given), mend="请检查权限和路径")
            )
    if problems:
        raise CodedError(problems)
    passed_over.update(dict.fromkeys(outside))
    return Listing(tuple(files.values()), tuple(passed_over))


def form_of(path: Path) -> Form:
    """How documents lie in a file, by its name: what is no table is a document."""
    name = path.name.lower()
    if name.endswith((".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz")):
        return Form.JSON_LINES
    return Form.PARQUET if name.endswith(".parquet") else Form.DOCUMENT


def _expand(path: Path, outside: list[Path]) -> Iterator[tuple[Path, bool]]:
    """The files a path stands for, each with whether it was named; links that lead out go to ``outside``."""
    if path.is_dir():
        yield from ((found, False) for found in files_below(path, outside))
    elif path.exists():
        yield path, True
    elif set("*?[") & set(str(path)) and (matches := _fitting(str(path))):
        for match in map(Path, matches):
            yield from _expand(match, outside) if match.is_dir() else [(match, True)]
    else:
        raise CodedError(
            Problem("M001", "找不到这个文件或文件夹", str(path), mend="请检查名字；有空格时请加引号")
        )


def _fitting(pattern: str) -> list[str]:
    # Path.glob takes no absolute pattern.
    return sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207


def _is_no_document(path: Path) -> bool:
    return form_of(path) is Form.DOCUMENT and is_no_document(path.name)
