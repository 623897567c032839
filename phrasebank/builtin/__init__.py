"""The built-in bank: written by hand, shipped with the program, always underneath the user's own."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from phrasebank.exchange import load
from phrasebank.model import Phrase

__all__ = ["BUILTIN_FILES", "load_builtin"]

_FOLDER = Path(__file__).parent


def _files() -> tuple[Path, ...]:
    return tuple(sorted(_FOLDER.glob("*.jsonl")))


BUILTIN_FILES: tuple[Path, ...] = _files()
"""The bank's files in the exchange form, in the order they are read."""


@cache
def load_builtin() -> tuple[Phrase, ...]:
    """Read the built-in bank, sorted by id; the second call costs nothing.

    It stands on the way to every draft, so the files are kept in the exchange form and are not
    checked here: the tests do that.
    """
    phrases = [phrase for file in BUILTIN_FILES for phrase in load(file)]
    return tuple(sorted(phrases, key=lambda phrase: phrase.id))
