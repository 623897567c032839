"""The built-in bank: written by hand and mined from our own samples, always underneath the user's own."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from phrasebank.builtin.packed import PACKED_NAME, unpack
from phrasebank.exchange import load
from phrasebank.model import Phrase

__all__ = ["BUILTIN_FILES", "load_builtin", "load_folder"]

_FOLDER = Path(__file__).parent


def _files(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted(folder.glob("*.jsonl")))


BUILTIN_FILES: tuple[Path, ...] = _files(_FOLDER)
"""The bank's files in the exchange form, in the order they are read."""


@cache
def load_builtin() -> tuple[Phrase, ...]:
    """Read the built-in bank, sorted by id; the second call costs nothing.

    It stands on the way to every draft, so the files are kept in the exchange form and are not
    checked here: the tests do that.
    """
    return load_folder(_FOLDER)


def load_folder(folder: Path) -> tuple[Phrase, ...]:
    """Read the files of a folder in the exchange form, sorted by id.

    Where the folder holds them packed (``phrasebank.builtin.packed``), that is read instead.

    Raises:
        CodedError: as ``load``.
    """
    files = _files(folder)
    packed = folder / PACKED_NAME
    if packed.is_file():
        phrases = unpack(packed.read_bytes(), {file.name: file.read_bytes() for file in files})
        if phrases is not None:
            return phrases
    found = [phrase for file in files for phrase in load(file)]
    return tuple(sorted(found, key=lambda phrase: phrase.id))
