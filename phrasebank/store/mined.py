"""What mining brings: speeches, the phrases found in them, and where."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from phrasebank.mining import Mined
from phrasebank.store import schema
from phrasebank.store.adding import COUNTED_UNITS, insert_phrases, take_counted_out
from phrasebank.store.bulk import insert_rows, select_rows, update_rows
from phrasebank.store.chunks import chunks
from phrasebank.store.filing import dumped
from phrasebank.store.fulltext import FullText
from phrasebank.store.met import FILED, Met, documents_of, grown, new_phrase
from phrasebank.store.numbers import next_number

__all__ = ["add_mined"]

_D = schema.documents.c


def add_mined(connection: Connection, fulltext: FullText, run: int, batch: Iterable[Mined]) -> int:
    """Take in what was mined from speeches that the bank does not know; how many they were.

    New phrases become candidates; of known ones sources and counts grow, and their filing as long as
    no person has decided on it. The order of the speeches makes no difference.
    """
    new = _unknown(connection, batch)
    if not new:
        return 0
    first = next_number(connection, schema.documents)
    _put_documents(connection, new, first, run)
    target = _targets(connection, {found.id for mined in new for found in mined.found})
    gathered: dict[str, list[Met]] = {}
    places: list[tuple[str, int, int, int, int]] = []
    for number, mined in enumerate(new, first):
        about = mined.about
        for found in mined.found:
            phrase_id = target.get(found.id, found.id) if target else found.id
            places.append((phrase_id, number, found.paragraph, found.start, found.end))
            met = gathered.get(phrase_id)
            if met is None:
                gathered[phrase_id] = [Met(found, about, number)]
            else:
                met.append(Met(found, about, number))
    numbers = _update_known(connection, fulltext, gathered, run)
    rows = [new_phrase(phrase_id, met) for phrase_id, met in gathered.items() if phrase_id not in numbers]
    numbers.update(insert_phrases(connection, fulltext, rows, run))
    sources = {
        (numbers[phrase_id], document, paragraph, start): end
        for phrase_id, document, paragraph, start, end in places
        if numbers[phrase_id]
    }
    insert_rows(
        connection,
        schema.sources,
        ("phrase", "document", "paragraph", "start", "end"),
        [(*place, sources[place]) for place in sorted(sources)],
    )
    return len(new)


def _unknown(connection: Connection, batch: Iterable[Mined]) -> list[Mined]:
    by_digest = {mined.digest: mined for mined in batch}
    for digests in chunks(list(by_digest)):
        for known in connection.scalars(select(_D.digest).where(_D.digest.in_(digests))).all():
            del by_digest[known]
    return list(by_digest.values())


def _put_documents(connection: Connection, new: Sequence[Mined], first: int, run: int) -> None:
    insert_rows(
        connection,
        schema.documents,
        ("number", "digest", "source", "kind", "topics", "level", "place", "run"),
        [
            (
                number,
                mined.digest,
                _storable(mined.source),
                mined.about.kind,
                dumped(mined.about.topics),
                mined.about.level,
                mined.about.place,
                run,
            )
            for number, mined in enumerate(new, first)
        ],
    )
    insert_rows(
        connection,
        schema.clauses,
        ("document", "size", "counted", "text"),
        [
            (number, len(mined.clauses), 0, zlib.compress(mined.clauses.encode("utf-8", "replace"), 1))
            for number, mined in enumerate(new, first)
        ],
    )


def _storable(name: str) -> str:
    """A file's name as any database takes it: names may hold bytes that are no character."""
    return name.encode("utf-8", "replace").decode().replace("\0", "")


def _targets(connection: Connection, ids: set[str]) -> dict[str, str]:
    """Ids that stand for another phrase now, because a person edited or merged it.

    A near-duplicate that was folded by itself stands for itself: its counts are its own, and which of
    its kind is shown may change.
    """
    target: dict[str, str] = {}
    aliases, phrases = schema.aliases, schema.phrases
    wanted = sorted(ids)
    target.update(select_rows(connection, aliases, ("id", "into"), "id", wanted))
    merged = "\"into\" <> '' AND revision > 0"
    target.update(select_rows(connection, phrases, ("id", "into"), "id", wanted, where=merged))
    again = {into for into in target.values() if into not in target}
    if again:
        further = _targets(connection, again)
        target = {key: further.get(into, into) for key, into in target.items()}
    return target


_KNOWN = (
    "id", "number", "unit", "origin", "revision", "into", "text", "move", "family", "moves", "doubts",
    "quality", "topics", "kinds", "levels", "themes", "groups", "occurrences", "sample_count",
)  # fmt: skip
_REFILED = (*FILED, "occurrences", "sample_count", "run", "number")


def _update_known(
    connection: Connection, fulltext: FullText, gathered: Mapping[str, Sequence[Met]], run: int
) -> dict[str, int]:
    """Let known phrases grow; their numbers by id, 0 of one whose counts are not its places."""
    numbers: dict[str, int] = {}
    counted: list[tuple[Any, ...]] = []
    refiled: list[tuple[Any, ...]] = []
    replaced: list[tuple[int, str]] = []
    for values in select_rows(connection, schema.phrases, _KNOWN, "id", sorted(gathered)):
        row = dict(zip(_KNOWN, values, strict=True))
        met = gathered[row["id"]]
        if row["unit"] in COUNTED_UNITS and row["origin"] == "mined":
            # Met as a heading or a sentence it is that, and is counted as such.
            if not row["revision"] and not row["into"]:
                replaced.append((row["number"], row["text"]))
            else:
                numbers[row["id"]] = 0
            continue
        numbers[row["id"]] = row["number"]
        occurrences = row["occurrences"] + len(met)
        speeches = row["sample_count"] + documents_of(met)
        if row["origin"] == "mined" and not row["revision"]:
            refiled.append((*grown(row, met), occurrences, speeches, run, row["number"]))
        else:
            counted.append((occurrences, speeches, run, row["number"]))
    take_counted_out(connection, fulltext, replaced)
    update_rows(connection, schema.phrases, ("occurrences", "sample_count", "run", "number"), counted)
    update_rows(connection, schema.phrases, _REFILED, refiled)
    return numbers
