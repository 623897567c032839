"""Picking for a draft: accepted phrases of a move that fit kind, topic, level and the slots at hand."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Sequence

from sqlalchemy import Connection, bindparam, select, text

from phrasebank.bank import topics_meet
from phrasebank.model import Move, Phrase, Unit
from phrasebank.store import schema
from phrasebank.store.chunks import chunks
from phrasebank.store.facets import ANY, SHIPPED, bits_of
from phrasebank.store.rows import PHRASE_COLUMNS, phrase_of_columns

__all__ = ["known_topics", "pick"]

# One walk down the index for each combination: its rows are in the order that is asked for.
_BEST = text(
    "SELECT number, score, slots FROM facets WHERE move = :move AND unit = :unit AND topic = :topic"
    " AND kind = :kind AND level = :level AND (slots & :others) = 0"
    " ORDER BY score DESC, slots DESC, number DESC LIMIT :most"
)
# One step of the index a topic, instead of a walk over all rows.
_TOPICS = text(
    "WITH RECURSIVE t(topic) AS (SELECT MIN(topic) FROM facets UNION ALL"
    " SELECT (SELECT MIN(topic) FROM facets WHERE topic > t.topic) FROM t WHERE t.topic IS NOT NULL)"
    " SELECT topic FROM t WHERE topic IS NOT NULL"
)
_PHRASES = select(*PHRASE_COLUMNS).where(schema.phrases.c.number.in_(bindparam("numbers", expanding=True)))
_EVERY_SLOT = SHIPPED - 1


def known_topics(connection: Connection) -> list[str]:
    """Every topic that an accepted phrase is filed under."""
    return [row.topic for row in connection.execute(_TOPICS) if row.topic]


def pick(
    connection: Connection,
    move: Move,
    *,
    units: Sequence[Unit],
    kind: str,
    topic: str,
    level: str,
    topics: Collection[str],
    slots: Collection[str] | None,
    limit: int,
    builtin: bool = True,
) -> list[Phrase]:
    """The best phrases for a place of a draft, by score, then by id.

    Arguments:
        move, units, kind, topic, level: as ``Bank.candidates``.
        topics: every topic in the bank (``known_topics``).
        slots: names of the slots that can be filled; None for all.
        limit: at most so many.
        builtin: whether built-in phrases that nobody has decided on count.
    """
    others = 0 if slots is None else _EVERY_SLOT & ~bits_of(slots)
    if not builtin:
        others |= SHIPPED
    same = {"move": move.value, "others": others, "most": limit}
    best: dict[int, tuple[float, int]] = {}
    for unit in units:
        for about in (ANY, *(known for known in topics if topics_meet([known], topic))):
            for of_kind in {ANY, kind}:
                for at_level in {ANY, level}:
                    values = {**same, "unit": unit.value, "topic": about, "kind": of_kind, "level": at_level}
                    for number, score, bits in connection.execute(_BEST, values).all():
                        best[number] = (score, bits)
    numbers = heapq.nlargest(limit, best, key=lambda number: (*best[number], number))
    found = [
        phrase_of_columns(row)
        for some in chunks(numbers)
        for row in connection.execute(_PHRASES, {"numbers": some}).all()
    ]
    return sorted(found, key=lambda phrase: (-phrase.score, phrase.id))
