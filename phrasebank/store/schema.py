"""The tables of a bank, for SQLite and PostgreSQL alike."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    desc,
    text,
)

__all__ = [
    "METADATA",
    "VERSION_TABLE",
    "aliases",
    "clauses",
    "decisions",
    "documents",
    "facets",
    "given_sources",
    "meta",
    "phrases",
    "runs",
    "signatures",
    "sources",
    "versions",
]

METADATA = MetaData()

# Numbers are given by the program (``phrasebank.store.numbers``): writers come one after the other.
# SQLite's own row number is 64 bits wide and only an INTEGER key is one.
_NUMBER = BigInteger().with_variant(Integer, "sqlite")

VERSION_TABLE = "bank_version"
"""Alembic's own table, under a name that no other program's Alembic has in the same database."""

versions = Table(VERSION_TABLE, METADATA, Column("version_num", String(32), primary_key=True))
"""Which schema the bank has: one row (``phrasebank.store.migrate``)."""

meta = Table(
    "meta", METADATA, Column("key", String(40), primary_key=True), Column("value", Text, nullable=False)
)
"""What the program notes about the bank: whose built-in phrases it holds."""

phrases = Table(
    "phrases",
    METADATA,
    Column("number", _NUMBER, primary_key=True, autoincrement=False),
    Column("id", String(16), nullable=False, unique=True),
    Column("text", Text, nullable=False),
    Column("unit", String(12), nullable=False),
    Column("move", String(24), nullable=False),
    Column("slots", Text, nullable=False, default="[]"),
    Column("topics", Text, nullable=False, default="[]"),
    Column("kinds", Text, nullable=False, default="[]"),
    Column("levels", Text, nullable=False, default="[]"),
    Column("themes", Text, nullable=False, default="[]"),
    Column("family", Text, nullable=False, default=""),
    Column("moves", Text, nullable=False, default="[]"),
    Column("groups", Text, nullable=False, default="[]"),
    Column("doubts", Text, nullable=False, default="[]"),
    Column("status", String(10), nullable=False),
    Column("score", Float, nullable=False, default=0.0),
    Column("quality", Float, nullable=False, default=0.0),
    Column("occurrences", Integer, nullable=False, default=0),
    Column("sample_count", Integer, nullable=False, default=0),
    Column("note", Text, nullable=False, default=""),
    # Who decided last; "" where no person has, or all was undone.
    Column("decided_by", Text, nullable=False, default=""),
    Column("decided_at", Text, nullable=False, default=""),
    Column("used", Integer, nullable=False, default=0),
    # builtin: shipped with the program · mined · hand: typed in · import
    Column("origin", String(8), nullable=False),
    # Decisions taken on the phrase so far, undone ones and undoing ones too: it never returns.
    Column("revision", Integer, nullable=False, default=0),
    # Of a phrase that a person merged away: the id of the one that took its place. It is kept for undo.
    Column("into", String(16), nullable=False, default=""),
    # The mining run that last found it.
    Column("run", Integer, nullable=False, default=0),
    Index("phrases_by_status", "status", desc("score"), "id"),
    Index("phrases_by_move", "move", "status", desc("score"), "id"),
    Index("phrases_by_run", "run"),
    # Few are merged; asked with "into" <> '' besides, so that the index of those few serves.
    Index(
        "phrases_merged", "into", sqlite_where=text("\"into\" <> ''"), postgresql_where=text("\"into\" <> ''")
    ),
)

facets = Table(
    "facets",
    METADATA,
    Column("number", _NUMBER, ForeignKey("phrases.number", ondelete="CASCADE"), nullable=False),
    Column("move", String(24), nullable=False),
    Column("unit", String(12), nullable=False),
    Column("topic", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("level", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("slots", BigInteger, nullable=False),
    Index("facets_to_pick", "move", "unit", "topic", "kind", "level", "score", "slots", "number"),
    Index("facets_by_topic", "topic"),
    Index("facets_by_phrase", "number"),
)
"""Accepted phrases by everything the composer asks for: a row for each topic, kind and level; "" is any.

``slots`` has a bit for each slot name of the text (``phrasebank.store.facets``).
"""

documents = Table(
    "documents",
    METADATA,
    Column("number", _NUMBER, primary_key=True, autoincrement=False),
    Column("digest", String(64), nullable=False, unique=True),
    Column("source", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("topics", Text, nullable=False),
    Column("level", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("run", Integer, nullable=False),
)

sources = Table(
    "sources",
    METADATA,
    Column("phrase", _NUMBER, primary_key=True, autoincrement=False),
    Column("document", _NUMBER, primary_key=True, autoincrement=False),
    Column("paragraph", Integer, primary_key=True, autoincrement=False),
    Column("start", Integer, primary_key=True, autoincrement=False),
    Column("end", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""Where phrases were found. No foreign keys: their check would cost as much as the row."""

given_sources = Table(
    "given_sources",
    METADATA,
    Column("phrase", _NUMBER, primary_key=True, autoincrement=False),
    Column("sources", Text, nullable=False),
)
"""Sources that came with an imported phrase, in the exchange form; their speeches are not here."""

aliases = Table(
    "aliases",
    METADATA,
    Column("id", String(16), primary_key=True),
    Column("into", String(16), nullable=False, index=True),
)
"""Words that are another phrase of the bank: near-duplicates, and what was edited into something else."""

signatures = Table(
    "signatures",
    METADATA,
    Column("part", Integer, primary_key=True, autoincrement=False),
    Column("rows", LargeBinary, nullable=False),
)
"""What near-duplicates are found by, many phrases a row (``phrasebank.store.signatures``)."""

runs = Table(
    "runs",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("version", String(20), nullable=False),
    Column("finished", Integer, nullable=False, default=0),
)

clauses = Table(
    "clauses",
    METADATA,
    Column("document", _NUMBER, primary_key=True, autoincrement=False),
    # Characters of the text, and whether the phrases of the bank are counted in it: a run that was cut
    # off counts it later.
    Column("size", Integer, nullable=False),
    Column("counted", Integer, nullable=False, default=0),
    Column("text", LargeBinary, nullable=False),
)
"""Sentences of the speeches as tokens (``Mined.clauses``, compressed): what is counted across speeches."""

decisions = Table(
    "decisions",
    METADATA,
    Column("number", _NUMBER, primary_key=True, autoincrement=False),
    Column("batch", Integer, nullable=False),
    Column("phrase", String(16), nullable=False, index=True),
    # The id afterwards: another one where the words were changed, "" where the phrase was taken out.
    Column("became", String(16), nullable=False, index=True),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("action", String(16), nullable=False),
    Column("before", Text),
    Column("after", Text),
    Column("undoes", Integer, index=True),
    UniqueConstraint("batch", "phrase", "action", name="decisions_once"),
)
"""Every decision: what the phrase was before it and after it, in the exchange form.

``before`` and ``after`` of a phrase that is merged away have one key more, ``into``: what took its place.
"""
