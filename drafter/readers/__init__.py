"""Readers: bytes of any format to clean text, and on to a speech."""

from __future__ import annotations

from drafter.readers.cleaning import clean
from drafter.readers.decode import decode
from drafter.readers.document import LARGEST, read_as_written, read_bytes, read_file_bytes, read_source
from drafter.readers.source import Dropped, SourceText
from drafter.readers.speech import read_speech, read_speech_bytes

__all__ = [
    "LARGEST",
    "Dropped",
    "SourceText",
    "clean",
    "decode",
    "read_as_written",
    "read_bytes",
    "read_file_bytes",
    "read_source",
    "read_speech",
    "read_speech_bytes",
]
