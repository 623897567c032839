"""Connections to a bank's database: how they are opened, and how a transaction begins.

What a SQLite bank stands on:

- Write-ahead log (WAL): readers read while somebody writes, and a killed writer leaves nothing half done.
  Where it cannot be had, and on a network drive, the rollback journal (``journal_mode = DELETE``) takes its
  place: WAL needs memory that all processes share, which two machines have not (sqlite.org/wal.html).
  Then readers and writers wait for one another, and nothing else changes.
- ``synchronous = FULL``: a decision that was reported as taken outlives a power cut.
- A writer waits half a minute for another one (``_PATIENCE``) before it gives up with K006.
- A file or a folder that may not be written is opened to be read; on media that cannot be written at all
  as immutable, for there is no place for the log's index.
- The file's application id says that it is a bank from its first page on. A file without it is another
  program's and is never opened.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.pool import QueuePool

from phrasebank.store.address import MARK
from phrasebank.store.network import on_network
from phrasebank.store.problems import BankError, cannot_open, database_problem

__all__ = ["Database"]

#: Milliseconds that a writer waits for another one before it gives up.
_PATIENCE = 30_000
#: Key of PostgreSQL's advisory lock that writers of one bank take: any number, always the same.
_WRITERS = 0x6A67_7062
#: Kilobytes of the file that a connection keeps in memory.
_CACHE = 65_536
#: Bytes of the file that are read as memory, without a call for each page: a search in a million phrases
#: takes a quarter less. Not on a network drive, where a file that shrinks ends the program.
_MAPPED = 1 << 30


class Database:
    """A database that holds a bank.

    Writers come one after the other on either engine: in SQLite by BEGIN IMMEDIATE, in PostgreSQL by
    an advisory lock of the transaction. Readers are never in the way.
    """

    def __init__(self, url: URL, *, read_only: bool = False) -> None:
        """Open; nothing is read or written yet.

        Arguments:
            url: as ``phrasebank.store.address.locate`` gives it.
            read_only: nothing shall be written; a file that may not be written is read only anyway.

        Raises:
            BankError: K005 the driver is not installed.
        """
        self.is_sqlite = url.get_backend_name() == "sqlite"
        self.address = url.database if self.is_sqlite else url.render_as_string(hide_password=True)
        self.asked_read_only = read_only
        self.read_only = read_only
        try:
            self._engine = self._sqlite(Path(url.database or "")) if self.is_sqlite else self._postgres(url)
        except ImportError as error:
            raise self._error(
                "K005", "连 PostgreSQL 要先装驱动", "pip install 'jianggao[postgres]'"
            ) from error

    def _sqlite(self, path: Path) -> Engine:
        self.read_only = self.read_only or not _may_be_written(path)
        mode = _read_mode(path) if self.read_only else "mode=rwc"
        journal = "DELETE" if on_network(path) else "WAL"

        def connect() -> sqlite3.Connection:
            # The driver's own transactions begin late and never IMMEDIATE; ours are said in words.
            connection = sqlite3.connect(
                f"{path.as_uri()}?{mode}",
                uri=True,
                timeout=_PATIENCE / 1000,
                isolation_level=None,
                check_same_thread=False,
            )
            try:
                self._prepare(connection, journal)
            except BaseException:
                connection.close()
                raise
            return connection

        engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)

        @event.listens_for(engine, "begin")
        def _begin(connection: Connection) -> None:
            writes = connection.get_execution_options().get("jianggao_writes", False)
            connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

        return engine

    def _prepare(self, connection: sqlite3.Connection, journal: str) -> None:
        connection.execute(f"PRAGMA cache_size = -{_CACHE}")
        if journal == "WAL":
            connection.execute(f"PRAGMA mmap_size = {_MAPPED}")
        if self.read_only:
            connection.execute("PRAGMA query_only = ON")
            return
        connection.execute("PRAGMA foreign_keys = ON")
        if not connection.execute("PRAGMA page_count").fetchone()[0]:
            # Before anything else, and before the log: the file itself says what it is.
            connection.execute(f"PRAGMA application_id = {MARK}")
        (now,) = connection.execute(f"PRAGMA journal_mode = {journal}").fetchone()
        if journal == "WAL" and now != "wal":
            connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA synchronous = FULL")

    def _postgres(self, url: URL) -> Engine:
        settings = {"options": f"-c lock_timeout={_PATIENCE}", "connect_timeout": 10}
        return create_engine(url, pool_pre_ping=True, connect_args=settings)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to read with; all its statements see one state of the bank.

        Raises:
            BankError: K006 locked, K007 anything else the database says.
        """
        with self._telling(), self._engine.connect() as connection:
            if not self.is_sqlite:
                connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            with connection.begin():
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction to write with: all of it is there afterwards, or nothing.

        Raises:
            BankError: as ``reading``; K009 the bank may not be written.
        """
        if self.asked_read_only:
            raise self._error("K009", "语料库是以只读方式打开的")
        if self.read_only:
            raise self._error("K009", "语料库不能写", "请检查文件和文件夹的权限，或先拷贝一份")
        with self._telling(), self._engine.connect() as connection:
            marked = connection.execution_options(jianggao_writes=True)
            with marked.begin():
                if not self.is_sqlite:
                    marked.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _WRITERS})
                yield marked

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    @contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise BankError(database_problem(str(self.address), error.orig or error)) from error
        except (SQLAlchemyError, sqlite3.Error) as error:
            raise BankError(database_problem(str(self.address), error)) from error

    def _error(self, code: str, message: str, mend: str = "") -> BankError:
        return cannot_open(str(self.address), code, message, mend)


def _may_be_written(path: Path) -> bool:
    """Whether the file and its folder, where the journal is made, can be written."""
    return os.access(path.parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))


def _read_mode(path: Path) -> str:
    """How to open a file to be read only.

    A file that stands in WAL mode wants its index beside it. Where none can be made, and there is no log
    whose pages would be overlooked, the file is as good as carved in stone.
    """
    log = path.with_name(f"{path.name}-wal")
    if not os.access(path.parent, os.W_OK) and not (log.exists() and log.stat().st_size):
        return "mode=ro&immutable=1"
    return "mode=ro"
