"""The built-in phrases as a bank of their own, for somebody who has none yet."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from phrasebank.store import Store, open_bank

__all__ = ["builtin_bank"]


@contextmanager
def builtin_bank() -> Iterator[Store]:
    """A bank with the built-in phrases alone; what is decided in it is gone when it is closed."""
    with (
        tempfile.TemporaryDirectory(prefix="jianggao-") as folder,
        open_bank(Path(folder) / "builtin.db", create=True) as store,
    ):
        yield store
