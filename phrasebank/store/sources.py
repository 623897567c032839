"""Where phrases were found: their sources, together with those of what was merged into them."""

from __future__ import annotations

import json

from sqlalchemy import Connection, distinct, func, select, update

from phrasebank.model import Source, Unit
from phrasebank.store import schema

__all__ = ["members", "recount", "sources_of"]

_S, _P = schema.sources.c, schema.phrases.c


def members(connection: Connection, phrase_id: str) -> list[int]:
    """Numbers of a phrase and of all that was merged into it, its own first."""
    numbers = list(connection.scalars(select(_P.number).where(_P.id == phrase_id)))
    waiting, seen = [phrase_id], {phrase_id}
    while waiting:
        rows = connection.execute(
            select(_P.id, _P.number).where(_P.into == waiting.pop(), _P.into != "")
        ).all()
        for row in rows:
            if row.id not in seen:
                seen.add(row.id)
                waiting.append(row.id)
                numbers.append(row.number)
    return numbers


def sources_of(connection: Connection, phrase_id: str, limit: int | None = None) -> tuple[Source, ...]:
    """Where a phrase was found, in the order of the speeches' names.

    Arguments:
        phrase_id: of the phrase.
        limit: at most so many.
    """
    numbers = members(connection, phrase_id)
    rows = connection.execute(
        select(schema.documents.c.source, _S.paragraph, _S.start, _S.end)
        .join(schema.documents, schema.documents.c.number == _S.document)
        .where(_S.phrase.in_(numbers))
        .order_by(schema.documents.c.source, _S.paragraph, _S.start)
        .limit(limit)
    )
    found = [Source(row.source, row.paragraph, row.start, row.end) for row in rows]
    given = connection.scalars(
        select(schema.given_sources.c.sources).where(schema.given_sources.c.phrase.in_(numbers))
    )
    found += [Source(**record) for text in given for record in json.loads(text)]
    return tuple(found[:limit])


def recount(connection: Connection, phrase_id: str) -> None:
    """Count a phrase's occurrences and speeches anew from its sources; what came without sources stays.

    Counts of what counting across speeches found stay too: its sources are a sample.
    """
    row = connection.execute(select(_P.unit, _P.origin, _P.into).where(_P.id == phrase_id)).first()
    if row is None:
        return
    if row.origin != "mined" or row.unit not in (Unit.PHRASE.value, Unit.FORMULA.value):
        numbers = members(connection, phrase_id)
        occurrences, speeches = connection.execute(
            select(func.count(), func.count(distinct(_S.document))).where(_S.phrase.in_(numbers))
        ).one()
        if occurrences or row.origin != "import":
            connection.execute(
                update(schema.phrases)
                .where(_P.id == phrase_id)
                .values(occurrences=occurrences, sample_count=speeches)
            )
    if row.into:
        recount(connection, row.into)
