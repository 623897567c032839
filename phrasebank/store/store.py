"""A bank in a database: what a mining run, a curator and the composer do with it."""

from __future__ import annotations

import heapq
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import and_, bindparam, func, insert, select, update

from phrasebank.mining import Mined
from phrasebank.model import Move, Phrase, Unit
from phrasebank.store import mined as mining
from phrasebank.store import schema
from phrasebank.store.address import locate
from phrasebank.store.builtin_sync import is_synced, sync_builtin
from phrasebank.store.chunks import chunks
from phrasebank.store.connection import Database
from phrasebank.store.counted import (
    Kept,
    Known,
    add_counts,
    kept_clauses,
    kept_speeches,
    known_counted,
    put_counted,
)
from phrasebank.store.decide import Change, Decided, decide, undo
from phrasebank.store.fulltext import FullText, PostgresText, SqliteText
from phrasebank.store.history import history
from phrasebank.store.migrate import bring_up_to_date
from phrasebank.store.numbers import next_number
from phrasebank.store.pick import known_topics, pick
from phrasebank.store.problems import no_such_phrase, several_phrases
from phrasebank.store.query import Order, Query, conditions, ordered
from phrasebank.store.rows import phrase_from
from phrasebank.store.sources import sources_of

if TYPE_CHECKING:
    from phrasebank.counting.counted import Counted

__all__ = ["Held", "Store", "open_bank"]

_P = schema.phrases.c
_BY_NUMBER = select(schema.phrases).where(_P.number.in_(bindparam("numbers", expanding=True)))
_ID = re.compile(r"[0-9a-f]{1,16}")
#: Candidates for a place of a draft; the composer weighs each, and more than this it never needs.
_CANDIDATES = 400
#: Phrases that a pick gives where nobody says how many: what a person or a program looks through.
_PICKED = 200
#: Texts that full text brings for a search; the best of them are shown.
_SEARCHED = 250


@dataclass(frozen=True, slots=True)
class Held:
    """A phrase as the bank holds it.

    Arguments:
        phrase: the phrase; its sources only where they were asked for.
        revision: decisions taken on it so far; a change names it, so that nobody overwrites unseen.
        occurrences: at how many places it was found.
        quality: how complete and general its words are by themselves, 0 to 1.
        origin: builtin, mined, hand or import.
    """

    phrase: Phrase
    revision: int
    occurrences: int
    quality: float
    origin: str


def open_bank(
    address: str | Path, *, create: bool = False, builtin: bool = True, read_only: bool = False
) -> Store:
    """Open a bank.

    Arguments:
        address: a file (``bank.db``) or a server (``postgresql://user@host/name``).
        create: make it where there is none.
        builtin: whether the built-in phrases lie underneath.
        read_only: nothing is written, not even a newer schema.

    Raises:
        BankError: K001–K007, K009 it cannot be opened; K014 it was made by a newer program; K015 by an
            older one, and may not be written.
    """
    database = Database(locate(address, create=create and not read_only), read_only=read_only)
    try:
        return Store(database, create=create, builtin=builtin)
    except BaseException:
        database.close()
        raise


class Store:
    """A bank, open; also the composer's ``Bank``."""

    def __init__(self, database: Database, *, create: bool, builtin: bool) -> None:
        self._db = database
        self._builtin = builtin
        self._text: FullText = SqliteText() if database.is_sqlite else PostgresText()
        bring_up_to_date(database, self._text, create=create)
        self._sync()

    def _sync(self) -> None:
        if not self._builtin or self._db.read_only:
            return
        with self._db.reading() as connection:
            synced = is_synced(connection)
        if not synced:
            with self._db.writing() as connection:
                sync_builtin(connection, self._text)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the bank."""
        self._db.close()

    @property
    def address(self) -> str:
        """Where the bank is, without a password."""
        return str(self._db.address)

    # What is in it.

    def get(self, phrase_id: str, *, sources: int | None = 0) -> Held:
        """One phrase.

        Arguments:
            phrase_id: its id, or the beginning of one that fits no other.
            sources: bring so many of its sources; None brings all.

        Raises:
            BankError: K008 no phrase, or several, begin so.
        """
        with self._db.reading() as connection:
            # A range, which the index of ids serves; "g" comes after every digit of an id.
            begins = and_(_P.id >= phrase_id, _P.id < f"{phrase_id}g")
            found = connection.execute(self._select().where(begins).order_by(_P.id).limit(2)).mappings().all()
            if not _ID.fullmatch(phrase_id) or not found:
                raise no_such_phrase(phrase_id)
            if len(found) > 1 and found[0]["id"] != phrase_id:
                raise several_phrases(phrase_id)
            places = sources_of(connection, found[0]["id"], sources) if sources != 0 else ()
            return _held(found[0], places)

    def find(
        self,
        query: Query | None = None,
        *,
        order: Order = Order.SCORE,
        limit: int | None = None,
        offset: int = 0,
        sources: int | None = 0,
    ) -> list[Held]:
        """Phrases that a query asks for.

        Arguments:
            query: None asks for all.
            order: what comes first.
            limit, offset: the page.
            sources: bring so many of each phrase's sources; None brings all.
        """
        with self._db.reading() as connection:
            statement = ordered(self._select().where(self._where(query)), order).limit(limit).offset(offset)
            rows = connection.execute(statement).mappings().all()
            if sources == 0:
                return [_held(row) for row in rows]
            return [_held(row, sources_of(connection, row["id"], sources)) for row in rows]

    def count(self, query: Query | None = None) -> int:
        """How many phrases a query asks for."""
        with self._db.reading() as connection:
            statement = select(func.count()).select_from(schema.phrases)
            return connection.scalar(statement.where(_P.into == "", self._where(query))) or 0

    def count_all(self) -> int:
        """How many phrases the bank holds."""
        return self.count(Query(builtin=self._builtin))

    def search(self, words: str, query: Query | None = None, *, limit: int = 20) -> list[Held]:
        """Phrases in which words stand, the best of those found first.

        Arguments:
            words: one or more characters.
            query: what else must hold.
            limit: at most so many.
        """
        asked = replace(query or Query(), text=words)
        with self._db.reading() as connection:
            # No order in the database: sorting all that hold a frequent word would take longer than
            # anybody waits.
            statement = select(_P.number, _P.status, _P.score, _P.id).where(_P.into == "")
            if self._text.matches(words) is not None:
                statement = statement.join(self._text.table, self._text.number == _P.number)
            statement = statement.where(self._where(asked, joined=True)).limit(max(limit, _SEARCHED))
            met = connection.execute(statement).all()
            best = heapq.nsmallest(limit, met, key=lambda row: (row[1] != "accepted", -row[2], row[3]))
            held = {
                row["number"]: _held(row)
                for some in chunks([row[0] for row in best])
                for row in connection.execute(_BY_NUMBER, {"numbers": some}).mappings().all()
            }
        return [held[row[0]] for row in best]

    def stats(self) -> list[tuple[str, str, str, str, str, int]]:
        """How many phrases there are by unit, move, topics, kinds (JSON lists as held) and status."""
        with self._db.reading() as connection:
            columns = (_P.unit, _P.move, _P.topics, _P.kinds, _P.status)
            statement = (
                select(*columns, func.count()).where(_P.into == "", self._where(None)).group_by(*columns)
            )
            return [(row[0], row[1], row[2], row[3], row[4], row[5]) for row in connection.execute(statement)]

    def documents(self) -> int:
        """How many speeches were mined into it."""
        with self._db.reading() as connection:
            return connection.scalar(select(func.count()).select_from(schema.documents)) or 0

    # What the composer asks.

    def candidates(
        self, move: Move, *, units: Sequence[Unit], kind: str, topic: str, level: str
    ) -> Sequence[Phrase]:
        """Accepted phrases for a place of a draft (``phrasebank.bank.Bank``), by id."""
        found = self.pick(move, units=units, kind=kind, topic=topic, level=level, limit=_CANDIDATES)
        return sorted(found, key=lambda phrase: phrase.id)

    def pick(
        self,
        move: Move,
        *,
        units: Sequence[Unit],
        kind: str = "",
        topic: str = "",
        level: str = "",
        slots: Collection[str] | None = None,
        limit: int = _PICKED,
    ) -> list[Phrase]:
        """The best accepted phrases for a place of a draft.

        Arguments:
            move, units, kind, topic, level: as ``Bank.candidates``.
            slots: names of the slots that can be filled; None for all.
            limit: at most so many.
        """
        with self._db.reading() as connection:
            return pick(
                connection,
                move,
                units=units,
                kind=kind,
                topic=topic,
                level=level,
                topics=known_topics(connection),
                slots=slots,
                limit=limit,
                builtin=self._builtin,
            )

    # What a person decides.

    def decide(self, changes: Sequence[Change], *, by: str, at: str) -> int:
        """Make changes, all or none; the number of their batch. See ``phrasebank.store.decide``."""
        with self._db.writing() as connection:
            return decide(connection, self._text, changes, by=by, at=at)

    def undo(self, batch: int, *, by: str, at: str) -> int:
        """Take a batch of decisions back. See ``phrasebank.store.decide``."""
        with self._db.writing() as connection:
            return undo(connection, self._text, batch, by=by, at=at)

    def history(self, phrase_id: str = "", *, limit: int | None = None) -> list[Decided]:
        """Decisions, the newest first: of one phrase, whatever its words were then, or of all."""
        with self._db.reading() as connection:
            return history(connection, phrase_id, limit)

    def use(self, ids: Iterable[str]) -> None:
        """Count that a draft took these phrases."""
        with self._db.writing() as connection:
            for some in chunks(sorted(set(ids))):
                connection.execute(update(schema.phrases).where(_P.id.in_(some)).values(used=_P.used + 1))

    # What mining brings.

    def known_digests(self) -> list[str]:
        """Digests of the speeches mined so far."""
        with self._db.reading() as connection:
            return list(connection.scalars(select(schema.documents.c.digest)))

    def begin_run(self, version: str = "1") -> int:
        """Begin a mining run; its number. One that was cut off is gone on with."""
        with self._db.writing() as connection:
            open_run = connection.scalar(
                select(func.max(schema.runs.c.number)).where(schema.runs.c.finished == 0)
            )
            if open_run:
                return int(open_run)
            number = next_number(connection, schema.runs)
            connection.execute(insert(schema.runs).values(number=number, version=version, finished=0))
            return number

    def add_mined(self, run: int, batch: Iterable[Mined]) -> int:
        """Take in mined speeches, whole or not at all; how many were new."""
        with self._db.writing() as connection:
            return mining.add_mined(connection, self._text, run, batch)

    def kept_speeches(self) -> tuple[list[Kept], int]:
        """Every speech with the size of its clauses, and the size of all when they were last counted."""
        with self._db.reading() as connection:
            return kept_speeches(connection)

    def clauses(self, numbers: Sequence[int]) -> Iterator[tuple[int, str]]:
        """Clauses of speeches, one after the other, in the order of the numbers given."""
        with self._db.reading() as connection:
            yield from kept_clauses(connection, numbers)

    def known_counted(self) -> list[Known]:
        """The phrases that counting across speeches found so far."""
        with self._db.reading() as connection:
            return known_counted(connection)

    def put_counted(self, run: int, counted: Sequence[Counted], numbers: Sequence[int]) -> None:
        """Take in what was counted in all speeches: see ``phrasebank.store.counted``."""
        with self._db.writing() as connection:
            put_counted(connection, self._text, run, counted, numbers)

    def add_counts(self, run: int, found: Mapping[int, tuple[int, int]], numbers: Sequence[int]) -> None:
        """Add what was counted of known phrases in new speeches: see ``phrasebank.store.counted``."""
        with self._db.writing() as connection:
            add_counts(connection, run, found, numbers)

    def fold_and_score(self, run: int) -> int:
        """Fold the near-duplicates of what a run met, and score it; how many were folded.

        This ends the run. See ``phrasebank.store.folding``.
        """
        from phrasebank.store.folding import Folding

        with self._db.reading() as connection:
            folding = Folding(connection, run)
        more = True
        while more:
            with self._db.writing() as connection:
                more = folding.prepare(connection)
        with self._db.writing() as connection:
            folded = folding.fold(connection)
            connection.execute(update(schema.runs).where(schema.runs.c.number == run).values(finished=1))
            return folded

    def _select(self) -> Any:
        return select(schema.phrases).where(_P.into == "")

    def _where(self, query: Query | None, *, joined: bool = False) -> Any:
        asked = query or Query()
        asked = replace(asked, builtin=asked.builtin and self._builtin)
        return conditions(asked, self._text, joined=joined)


def _held(row: Mapping[Any, Any], places: Any = ()) -> Held:
    return Held(phrase_from(row, places), row["revision"], row["occurrences"], row["quality"], row["origin"])
