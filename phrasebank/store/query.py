"""What is asked of a bank: filters on every field, an order, a page.

Of letters A to Z capital and small ones are the same, on either engine.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import Enum
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, func, or_, select, true

from phrasebank.model import Move, Status, Unit
from phrasebank.store import schema
from phrasebank.store.fulltext import FullText

__all__ = ["Order", "Query"]

_P = schema.phrases.c


class Order(Enum):
    """What comes first."""

    SCORE = "score"
    ID = "id"
    NEWEST = "newest"
    SPEECHES = "speeches"
    DECIDED = "decided"


@dataclass(frozen=True, slots=True)
class Query:
    """Which phrases (词条); everything given must hold.

    Arguments:
        text: words that stand in the phrase.
        move, unit, status: as filed.
        topic, kind, level, theme: one that the phrase is filed under by name; "" asks for phrases that
            are filed under none (fit for any).
        family: the beginning of its family.
        source: words in the name of a speech it was found in.
        doubts: with doubts, without them, or None for either.
        origin: builtin, mined, hand or import.
        min_score, min_samples: at least.
        ids: only these.
        builtin: whether built-in phrases that nobody has decided on count.
    """

    text: str = ""
    move: Move | None = None
    unit: Unit | None = None
    status: Status | None = None
    topic: str | None = None
    kind: str | None = None
    level: str | None = None
    theme: str | None = None
    family: str = ""
    source: str = ""
    doubts: bool | None = None
    origin: str = ""
    min_score: float = 0.0
    min_samples: int = 0
    ids: tuple[str, ...] | None = None
    builtin: bool = True


def conditions(query: Query, fulltext: FullText, *, joined: bool = False) -> ColumnElement[bool]:
    """The query as one SQL condition on ``phrases``.

    Arguments:
        query: what is asked.
        fulltext: the index of the bank.
        joined: whether the statement joins the index's table to phrases, which brings the first ones
            soonest; else the condition stands alone.
    """
    parts: list[ColumnElement[bool]] = []
    for column, member in ((_P.move, query.move), (_P.unit, query.unit), (_P.status, query.status)):
        if member is not None:
            parts.append(column == member.value)
    lists = (
        (_P.topics, query.topic),
        (_P.kinds, query.kind),
        (_P.levels, query.level),
        (_P.themes, query.theme),
    )
    for filed, name in lists:
        if name is not None:
            parts.append(_filed(filed, name, fulltext))
    if query.text:
        parts.append(_standing(query.text, fulltext, joined=joined))
    if query.family:
        parts.append(func.substr(_P.family, 1, len(query.family)) == query.family)
    if query.source:
        named = (
            select(schema.sources.c.phrase)
            .join(schema.documents, schema.documents.c.number == schema.sources.c.document)
            .where(fulltext.holds(schema.documents.c.source, query.source))
        )
        parts.append(_P.number.in_(named))
    if query.doubts is not None:
        parts.append(_P.doubts != "[]" if query.doubts else _P.doubts == "[]")
    if query.origin:
        parts.append(_P.origin == query.origin)
    if query.min_score:
        parts.append(_P.score >= query.min_score)
    if query.min_samples:
        parts.append(_P.sample_count >= query.min_samples)
    if query.ids is not None:
        # Written into the statement: there may be more of them than it can have parameters.
        parts.append(_P.id.in_(bindparam("ids", query.ids, expanding=True, literal_execute=True)))
    if not query.builtin:
        parts.append(or_(_P.origin != "builtin", _P.decided_by != ""))
    return and_(true(), *parts)


def _standing(words: str, fulltext: FullText, *, joined: bool) -> ColumnElement[bool]:
    """Whether words stand in the phrase: asked of the index first, then of the text itself."""
    holds = fulltext.holds(_P.text, words)
    matches = fulltext.matches(words)
    if matches is None:
        return holds
    if not joined:
        matches = _P.number.in_(select(fulltext.number).select_from(fulltext.table).where(matches))
    return and_(matches, holds)


def ordered(statement: Select[Any], order: Order) -> Select[Any]:
    """The statement with its order; equal ones by id, so that pages never overlap."""
    first = {
        Order.SCORE: _P.score.desc(),
        Order.NEWEST: _P.number.desc(),
        Order.SPEECHES: _P.sample_count.desc(),
        Order.DECIDED: _P.decided_at.desc(),
    }
    keys = [first[order]] if order in first else []
    return statement.order_by(*keys, _P.id)


def _filed(column: ColumnElement[str], name: str, fulltext: FullText) -> ColumnElement[bool]:
    if name == "":
        return column == "[]"
    # The lists are JSON; a name in quotes is one whole entry.
    return fulltext.holds(column, json.dumps(name, ensure_ascii=False))
