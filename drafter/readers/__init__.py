"""Readers: bytes of any format to clean text, and on to a speech."""

from __future__ import annotations

from drafter.readers.clean import clean
from drafter.readers.document import read_bytes, read_source
from drafter.readers.source import Dropped, SourceText

__all__ = ["Dropped", "SourceText", "clean", "read_bytes", "read_source"]
