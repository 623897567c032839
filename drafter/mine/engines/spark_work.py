"""What a Spark worker does: documents of an Arrow batch in, rows out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from drafter.mine.document import mine_document
from drafter.mine.engines.rows import mined_schema, row_of
from drafter.mine.raw import Raw, digest_of
from drafter.mine.records import raw_of
from phrasebank.errors import Problem
from phrasebank.mining import Mined

__all__ = ["mine_batches", "mine_tables"]


def mine_batches(
    batches: Iterable[Any], work: Callable[[Raw], Mined | Problem] = mine_document
) -> Iterator[Any]:
    """Mine Arrow batches of ``document_schema`` into batches of ``mined_schema``, one for each document.

    One document a batch keeps the memory of a worker small, whatever the size of a speech's rows.
    """
    for batch in batches:
        for record in batch.to_pylist():
            ordinal = record.pop("ordinal")
            raw = Raw(**record)
            yield _batch_of(ordinal, raw, work(raw))


def mine_tables(
    batches: Iterable[Any], known: frozenset[str], work: Callable[[Raw], Mined | Problem] = mine_document
) -> Iterator[Any]:
    """Mine Arrow batches of somebody's own table, with its file and row in ``_file`` and ``_row``.

    Arguments:
        batches: as Spark reads them.
        known: digests of documents that are in the bank; passed over.
    """
    for batch in batches:
        for record in batch.to_pylist():
            path, number = _local_path(record.pop("_file")), record.pop("_row")
            raw = raw_of(path, record, number + 1, 0)
            if isinstance(raw, Problem):
                yield _batch_of(number, Raw(f"{path}#{number + 1}", b"", digest_of(b""), 0), raw)
            elif raw.digest not in known:
                yield _batch_of(number, raw, work(raw))


def _batch_of(ordinal: int, raw: Raw, outcome: Mined | Problem) -> Any:
    import pyarrow as arrow

    return arrow.RecordBatch.from_pylist([row_of(ordinal, raw, outcome)], schema=mined_schema())


_HEXED = re.compile("(?:%[0-9A-Fa-f]{2})+")


def _local_path(address: str) -> str:
    """The path of a local file as the local engine names it; other addresses stay as they are."""
    if not address.startswith("file:"):
        return address
    path = "/" + address.removeprefix("file:").lstrip("/")
    return _HEXED.sub(lambda match: bytes.fromhex(match[0].replace("%", "")).decode("utf-8", "replace"), path)
