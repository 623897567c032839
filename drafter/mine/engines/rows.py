"""What was mined from a document as a row of an Arrow table, and back.

The table is also what ``--rows`` leaves on a province's disks: one row a speech, its phrases nested.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from typing import Any

from drafter.mine.raw import Raw
from phrasebank.errors import Problem
from phrasebank.mining import About, Found, Mined

__all__ = ["document_schema", "mined_schema", "outcome_of", "row_of"]


@cache
def document_schema() -> Any:
    """The columns of a table of documents that wait to be mined."""
    import pyarrow as arrow

    return arrow.schema(
        [
            ("ordinal", arrow.int64()),
            ("name", arrow.string()),
            ("data", arrow.binary()),
            ("digest", arrow.string()),
            ("weight", arrow.int64()),
        ]
    )


@cache
def mined_schema() -> Any:
    """The columns of a table of mined documents."""
    import pyarrow as arrow

    text, words = arrow.string(), arrow.list_(arrow.string())
    found = arrow.struct(
        [
            ("id", text),
            ("text", text),
            ("unit", text),
            ("move", text),
            ("themes", words),
            ("family", text),
            ("moves", words),
            ("groups", words),
            ("doubts", words),
            ("quality", arrow.float64()),
            ("paragraph", arrow.int64()),
            ("start", arrow.int64()),
            ("end", arrow.int64()),
            ("topics", words),
        ]
    )
    return arrow.schema(
        [
            ("ordinal", arrow.int64()),
            ("name", text),
            ("digest", text),
            ("weight", arrow.int64()),
            ("problem", text),
            ("kind", text),
            ("topics", words),
            ("level", text),
            ("place", text),
            ("found", arrow.list_(found)),
            ("clauses", text),
        ]
    )


def row_of(ordinal: int, raw: Raw, outcome: Mined | Problem) -> dict[str, Any]:
    """One document and what came of it as a row of ``mined_schema``."""
    row: dict[str, Any] = {
        "ordinal": ordinal,
        "name": raw.name,
        "digest": raw.digest,
        "weight": raw.weight,
        "problem": None,
        "kind": "",
        "topics": (),
        "level": "",
        "place": "",
        "found": (),
        "clauses": "",
    }
    if isinstance(outcome, Problem):
        row["problem"] = json.dumps(asdict(outcome), ensure_ascii=False)
    else:
        row.update(outcome.about._asdict())
        row["found"] = [found._asdict() for found in outcome.found]
        row["clauses"] = outcome.clauses
    return row


def outcome_of(row: Mapping[str, Any]) -> tuple[Raw, Mined | Problem]:
    """A row of ``mined_schema`` as a document, its bytes left out, and what came of it."""
    raw = Raw(row["name"], b"", row["digest"], row["weight"])
    if row["problem"] is not None:
        return raw, Problem(**json.loads(row["problem"]))
    about = About(row["kind"], tuple(row["topics"]), row["level"], row["place"])
    found = tuple(_found(record) for record in row["found"])
    return raw, Mined(raw.name, raw.digest, about, found, row["clauses"])


def _found(record: Mapping[str, Any]) -> Found:
    lists = {name: tuple(record[name]) for name in ("themes", "moves", "groups", "doubts", "topics")}
    return Found(**{**record, **lists})
