"""What was decided, by whom, when."""

from __future__ import annotations

from sqlalchemy import Connection, or_, select

from phrasebank.store import schema
from phrasebank.store.decide import Decided
from phrasebank.store.states import read

__all__ = ["history"]

_D = schema.decisions.c


def history(connection: Connection, phrase_id: str = "", limit: int | None = None) -> list[Decided]:
    """Decisions, the newest first.

    Arguments:
        phrase_id: only of this phrase, under every id that it has had; "" for all.
        limit: at most so many.
    """
    statement = select(schema.decisions).order_by(_D.number.desc()).limit(limit)
    if phrase_id:
        ids = sorted(_lineage(connection, phrase_id))
        statement = statement.where(or_(_D.phrase.in_(ids), _D.became.in_(ids)))
    found: list[Decided] = []
    for row in connection.execute(statement):
        before, after = read(row.before), read(row.after)
        found.append(
            Decided(
                number=row.number,
                batch=row.batch,
                id=row.phrase,
                by=row.by,
                at=row.at,
                action=row.action,
                before=before.shown,
                after=after.shown,
                undoes=row.undoes,
                into=after.into,
            )
        )
    return found


def _lineage(connection: Connection, phrase_id: str) -> set[str]:
    """The ids a phrase has had: every edit that begins or ends with one of them adds the other."""
    known, waiting = {phrase_id}, [phrase_id]
    while waiting:
        current = waiting.pop()
        renamed = select(_D.phrase, _D.became).where(
            or_(_D.phrase == current, _D.became == current), _D.phrase != _D.became, _D.became != ""
        )
        for row in connection.execute(renamed.distinct()):
            for other in (row.phrase, row.became):
                if other not in known:
                    known.add(other)
                    waiting.append(other)
    return known
