"""A document before it is read: its bytes, its name, and the digest it is known by."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

__all__ = ["Raw", "digest_of"]


class Raw(NamedTuple):
    """One document as it lies in a folder or a table.

    Arguments:
        name: the file's path, or ``path#record`` for a record of a table.
        data: its bytes; of a record its text in UTF-8.
        digest: ``digest_of(data)``.
        weight: bytes of the source read for it, for the progress bar: of a compressed table less
            than ``len(data)``.
    """

    name: str
    data: bytes
    digest: str
    weight: int


def digest_of(data: bytes) -> str:
    """SHA-256 of a document's bytes, hex: a document mined before is known by it, whatever its name."""
    return hashlib.sha256(data).hexdigest()
