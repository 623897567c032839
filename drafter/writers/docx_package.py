"""Parts to the bytes of a .docx: the same parts always give the same bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path

__all__ = ["pack", "part"]

_PARTS = Path(__file__).with_name("docx_parts")
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip file can hold: a package carries no clock."""


@cache
def part(name: str) -> bytes:
    """A fixed part of our documents, as it lies in docx_parts/."""
    return (_PARTS / name).read_bytes()


def pack(parts: Mapping[str, bytes]) -> bytes:
    """The zip package: content types first (ECMA-376 part 2 recommends it), the rest by name.

    Arguments:
        parts: bytes by name in the package (``word/document.xml``).
    """
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda name: (name != "[Content_Types].xml", name)):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, parts[name])
    return stream.getvalue()
