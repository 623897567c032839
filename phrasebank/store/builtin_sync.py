"""The built-in bank's phrases as rows of the user's bank, kept as the program ships them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from phrasebank.builtin import BUILTIN_FILES, load_builtin
from phrasebank.model import Phrase, Status
from phrasebank.store import schema
from phrasebank.store.chunks import chunks
from phrasebank.store.facets import facet_rows
from phrasebank.store.fulltext import FullText
from phrasebank.store.numbers import next_number
from phrasebank.store.rows import row_from

__all__ = ["builtin_digest", "is_synced", "sync_builtin"]

_KEY = "builtin"
_P = schema.phrases.c
#: What mining and drafting count: the program's files say nothing of it.
_COUNTED = ("occurrences", "sample_count", "used")


@cache
def builtin_digest() -> str:
    """SHA-256 of the built-in files: tells which program's phrases a bank holds."""
    digest = hashlib.sha256()
    for file in BUILTIN_FILES:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def is_synced(connection: Connection) -> bool:
    """Whether the bank holds this program's built-in phrases."""
    held = connection.scalar(select(schema.meta.c.value).where(schema.meta.c.key == _KEY))
    return held == builtin_digest()


def sync_builtin(connection: Connection, fulltext: FullText, shipped: Iterable[Phrase] | None = None) -> None:
    """Bring the built-in phrases in, replace those that a newer program ships differently.

    A phrase that a person has decided on stays as that person left it, and so does one that was merged
    away. One that is shipped no longer goes, unless speeches hold it: then it is a candidate again.

    Arguments:
        connection: a transaction that writes.
        fulltext: the bank's index.
        shipped: the phrases; None for the program's own.
    """
    phrases = {phrase.id: phrase for phrase in (load_builtin() if shipped is None else shipped)}
    held = _held(connection, phrases)
    reworded = _reworded(connection, [key for key in phrases if key not in held])
    new = [phrase for key, phrase in phrases.items() if key not in held and key not in reworded]
    changed: list[tuple[Mapping[Any, Any], Phrase]] = []
    gone: list[Mapping[Any, Any]] = []
    for key, row in held.items():
        if row["decided_by"] or row["into"]:
            continue
        if key not in phrases:
            gone.append(row)
        elif _differs(row, phrases[key]):
            changed.append((row, phrases[key]))
    _remove(connection, fulltext, gone)
    _replace(connection, fulltext, changed)
    _insert(connection, fulltext, new)
    connection.execute(delete(schema.meta).where(schema.meta.c.key == _KEY))
    connection.execute(insert(schema.meta).values(key=_KEY, value=builtin_digest()))


def _held(connection: Connection, shipped: Iterable[str]) -> dict[str, Mapping[Any, Any]]:
    """Rows of built-in phrases, and of others that are shipped now; the bank may hold a million more."""
    rows = list(connection.execute(select(schema.phrases).where(_P.origin == "builtin")).mappings())
    known = {row["id"] for row in rows}
    for ids in chunks([key for key in shipped if key not in known]):
        rows += connection.execute(select(schema.phrases).where(_P.id.in_(ids))).mappings()
    return {row["id"]: row for row in rows}


def _reworded(connection: Connection, ids: Sequence[str]) -> set[str]:
    """Those of the ids that a person has given other words: they are in the bank under another id."""
    found: set[str] = set()
    aliases = schema.aliases.c
    for some in chunks(ids):
        statement = select(aliases.id).join(schema.phrases, _P.id == aliases.into)
        found.update(connection.scalars(statement.where(aliases.id.in_(some), _P.decided_by != "")))
    return found


def _row(row: Mapping[Any, Any], phrase: Phrase) -> dict[str, Any]:
    values = row_from(phrase, origin="builtin", revision=row["revision"])
    return {key: value for key, value in values.items() if key not in _COUNTED}


def _differs(row: Mapping[Any, Any], phrase: Phrase) -> bool:
    return any(row[key] != value for key, value in _row(row, phrase).items() if key != "score")


def _remove(connection: Connection, fulltext: FullText, gone: Sequence[Mapping[Any, Any]]) -> None:
    sources = schema.sources.c.phrase
    mined: set[int] = set()
    for numbers in chunks([row["number"] for row in gone]):
        mined.update(connection.scalars(select(sources).where(sources.in_(numbers)).distinct()))
        # Others that were merged into it stay with what they were merged into.
        ids = [row["id"] for row in gone if row["number"] in set(numbers)]
        merged_into = select(_P.into).where(_P.into.in_(ids), _P.into != "").distinct()
        named = set(connection.scalars(merged_into))
        mined.update(row["number"] for row in gone if row["id"] in named)
        connection.execute(delete(schema.facets).where(schema.facets.c.number.in_(numbers)))
        connection.execute(
            update(schema.phrases)
            .where(_P.number.in_([number for number in numbers if number in mined]))
            .values(origin="mined", status=Status.CANDIDATE.value)
        )
        going = [number for number in numbers if number not in mined]
        fulltext.remove(
            connection, [(row["number"], row["text"]) for row in gone if row["number"] in set(going)]
        )
        connection.execute(delete(schema.phrases).where(_P.number.in_(going)))


def _replace(
    connection: Connection, fulltext: FullText, changed: Sequence[tuple[Mapping[Any, Any], Phrase]]
) -> None:
    if not changed:
        return
    rows = [(row["number"], _row(row, phrase)) for row, phrase in changed]
    names = list(rows[0][1])
    connection.execute(
        update(schema.phrases)
        .where(_P.number == bindparam("key"))
        .values({name: bindparam(f"new_{name}") for name in names}),
        [{"key": number, **{f"new_{name}": values[name] for name in names}} for number, values in rows],
    )
    reworded = [(row, phrase) for row, phrase in changed if row["text"] != phrase.text]
    fulltext.remove(connection, [(row["number"], row["text"]) for row, _ in reworded])
    fulltext.add(connection, [(row["number"], phrase.text) for row, phrase in reworded])
    for numbers in chunks([number for number, _ in rows]):
        connection.execute(delete(schema.facets).where(schema.facets.c.number.in_(numbers)))
    _file(connection, [(row["number"], phrase) for row, phrase in changed])


def _insert(connection: Connection, fulltext: FullText, new: Sequence[Phrase]) -> None:
    if not new:
        return
    numbered = list(enumerate(new, next_number(connection, schema.phrases)))
    connection.execute(
        insert(schema.phrases),
        [{"number": number, **row_from(phrase, origin="builtin", revision=0)} for number, phrase in numbered],
    )
    for ids in chunks([phrase.id for phrase in new]):
        connection.execute(delete(schema.aliases).where(schema.aliases.c.id.in_(ids)))
    fulltext.add(connection, [(number, phrase.text) for number, phrase in numbered])
    _file(connection, numbered)


def _file(connection: Connection, numbered: Sequence[tuple[int, Phrase]]) -> None:
    rows = [
        row
        for number, phrase in numbered
        if phrase.status is Status.ACCEPTED
        for row in facet_rows(number, phrase, shipped=True)
    ]
    if rows:
        connection.execute(insert(schema.facets), rows)
