"""Compose the brief of a document's recipe again: with the same banks, kinds and samples."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli.drafting import bank_of, learn_manner
from drafter.cli.kind_folders import kind_folders
from drafter.errors import Problem, ReadError
from phrasebank.os_reasons import os_reason

if TYPE_CHECKING:
    from drafter.brief import Brief
    from drafter.compose import Draft
    from drafter.revise.recipe import Recipe

__all__ = ["BankOption", "brief_beside", "composer", "read_document"]

BankOption = Annotated[
    list[str] | None,
    typer.Option("--bank", metavar="库", help="改用这些语料库，可多次给出；不写则用起草时的"),
]


def composer(recipe: Recipe, document: Path, banks: list[str] | None) -> Callable[[Brief, int, int], Draft]:
    """A function of brief, seed and number of candidates that composes as the recipe's draft was composed.

    Arguments:
        recipe: how the draft was made.
        document: the draft; what the recipe names by a relative path is also looked for beside it.
        banks: banks instead of the recipe's.

    Raises:
        CodedError: a bank, a folder of kinds or a sample is not there any more.
    """
    from drafter.compose import compose_draft, folder_of

    brief_file = brief_beside(recipe.brief.file, document) or Path(recipe.brief.file)
    folders = kind_folders([_found(name, document) for name in recipe.templates], brief_file)
    liked = learn_manner(tuple(_found(name, document) for name in recipe.like), recipe.brief)
    used = tuple(banks) if banks else tuple(_bank(name, document) for name in recipe.banks)
    bank = bank_of(used, recipe.builtin, liked)

    def compose(brief: Brief, seed: int, candidates: int) -> Draft:
        return compose_draft(
            brief,
            bank,
            seed=seed,
            length=recipe.length,
            templates=folder_of(brief.kind, folders),
            candidates=candidates,
            manner=liked.manner if liked else None,
        )

    return compose


def brief_beside(name: str, document: Path) -> Path | None:
    """The brief that a recipe names: as it was written, or beside the document; None where it is gone."""
    # A draft made on Windows names its brief with backslashes, which are read on every system.
    places = (Path(name), document.parent / PureWindowsPath(name).name)
    return next((path for path in places if name and path.is_file()), None)


def read_document(path: Path) -> bytes:
    """A file's bytes.

    Raises:
        ReadError: R001 it is not there; R003 it cannot be opened.
    """
    from drafter.readers import LARGEST

    try:
        if path.is_file() and path.stat().st_size > LARGEST:
            raise ReadError(Problem("R004", f"文件太大，超过 {LARGEST // 1024 // 1024} MB", str(path)))
        return path.read_bytes()
    except FileNotFoundError as error:
        mend = "请检查文件名和所在的文件夹"
        raise ReadError(Problem("R001", "找不到这个文件", str(path), mend=mend)) from error
    except OSError as error:
        raise ReadError(Problem("R003", f"打不开：{os_reason(error)}", str(path))) from error


def _found(name: str, document: Path) -> Path:
    """A path of the recipe as written, or beside the document."""
    path, beside = Path(name), document.parent / name
    return beside if not path.exists() and beside.exists() else path


def _bank(name: str, document: Path) -> str:
    return name if "://" in name else str(_found(name, document))
