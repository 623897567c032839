"""The text that reading is measured on: the corpus of ../shared where it is, else text made here."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from benchmarks.docx_speed import sample
from drafter.writers import write_text

__all__ = ["documents"]

SHARED = Path(__file__).parents[2] / "shared" / "corpus" / "reports.jsonl.gz"

#: A year's report of a city is some 17,000 characters, 50 kB.
_REPORT = 17_000


def documents(megabytes: float) -> tuple[str, list[bytes]]:
    """Where the text is from, and documents of about so many megabytes as UTF-8."""
    found: list[bytes] = []
    size = 0.0
    for document in _shared() if SHARED.exists() else _made():
        found.append(document)
        size += len(document) / 1e6
        if size >= megabytes:
            break
    return ("shared/corpus" if SHARED.exists() else "made here"), found


def _shared():
    with gzip.open(SHARED, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"].encode()


def _made():
    number = 0
    while True:
        yield write_text(sample(_REPORT + number % 7 * 1000)).encode()
        number += 1
