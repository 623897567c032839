"""A file straight to a speech: read, cleaned and parsed."""

from __future__ import annotations

from pathlib import Path

from drafter.readers.document import read_bytes, read_source
from drafter.readers.source import SourceText
from drafter.speech import Speech, parse_speech

__all__ = ["read_speech", "read_speech_bytes"]


def read_speech(path: Path) -> Speech:
    """Read a file into a speech.

    Arguments:
        path: a .txt, .md, .html or .docx file.

    Raises:
        ReadError: as ``read_source``.
    """
    return _parsed(read_source(path))


def read_speech_bytes(data: bytes, name: str) -> Speech:
    """Read a document in memory into a speech.

    Raises:
        ReadError: as ``read_bytes``.
    """
    return _parsed(read_bytes(data, name))


def _parsed(source: SourceText) -> Speech:
    return parse_speech(source.paragraphs, notes=source.notes)
