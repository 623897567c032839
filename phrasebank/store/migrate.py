"""The bank's schema: made in a new bank, brought up to date in an older one.

A bank says which schema it has in the table ``bank_version``; the steps from one to the next are
Alembic scripts in ``migrations/versions`` inside the package. A new bank is made whole from
``phrasebank.store.schema``, in one transaction with its version; a test holds that the steps lead to the
very same tables. Alembic costs 0.1 s to load, so it is loaded only where there is a step to take.

To change the schema: change ``schema.py``, add ``migrations/versions/schema_NNNN.py``, set ``SCHEMA``.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, insert, inspect, select

from phrasebank.errors import Problem
from phrasebank.os_reasons import os_reason
from phrasebank.store import schema
from phrasebank.store.connection import Database
from phrasebank.store.fulltext import FullText
from phrasebank.store.problems import BankError, cannot_open

__all__ = ["MIGRATIONS", "SCHEMA", "bring_up_to_date"]

SCHEMA = "0001"
"""The schema that this program reads and writes: the newest of ``migrations/versions``."""

MIGRATIONS = Path(__file__).with_name("migrations")
_SCRIPT = re.compile(r"schema_(\d{4})\.py")


def bring_up_to_date(
    database: Database, fulltext: FullText, *, create: bool = False, migrations: Path = MIGRATIONS
) -> None:
    """Make the tables of a new bank, or those of an older one as this program has them.

    All of it happens or nothing. A SQLite file is copied first, to ``bank.db.0001.bak`` beside it.

    Arguments:
        database: where the bank is.
        fulltext: its index.
        create: make a bank where there is none.
        migrations: Alembic's folder with the steps; the newest one leads to the schema aimed at.

    Raises:
        BankError: K001 there is no bank and none shall be made; K002 the database belongs to another
            program; K014 a newer program made the bank; K015 it is older and may not be written; K016
            no copy could be made. Nothing is touched then.
    """
    newest = max(_versions(migrations))
    with database.reading() as connection:
        version = _version(connection, database)
    if version == newest:
        return
    _refuse(database, version, migrations, create=create)
    with database.writing() as connection:
        # Another process may have been faster while this one waited.
        version = _version(connection, database)
        if version == newest:
            return
        if version is None:
            schema.METADATA.create_all(connection)
            connection.execute(insert(schema.versions).values(version_num=newest))
            fulltext.create(connection)
        else:
            _refuse(database, version, migrations, create=create)
            _back_up(database, version)
            _upgrade(connection, migrations)


def _versions(migrations: Path) -> set[str]:
    found = (_SCRIPT.fullmatch(path.name) for path in (migrations / "versions").iterdir())
    return {match[1] for match in found if match}


def _version(connection: Connection, database: Database) -> str | None:
    """The schema of the bank; None where there is no bank yet."""
    tables = set(inspect(connection).get_table_names())
    if schema.VERSION_TABLE in tables:
        return connection.scalar(select(schema.versions.c.version_num))
    if tables & schema.METADATA.tables.keys():
        message = "这个数据库里有别的程序的同名表，没有动它"
        raise cannot_open(str(database.address), "K002", message, "请另建一个数据库")
    return None


def _refuse(database: Database, version: str | None, migrations: Path, *, create: bool) -> None:
    address = str(database.address)
    if version is None:
        if not create or database.read_only:
            mend = "用 drafter mine 或 drafter bank import 新建一个"
            raise cannot_open(address, "K001", "这里还没有语料库", mend)
    elif version not in _versions(migrations):
        message = f"这个库是更新版本的程序建的（{version}），没有动它"
        raise cannot_open(address, "K014", message, "请升级讲稿程序")
    elif database.read_only:
        message = f"这个库是旧版程序建的（{version}），要先升级，而现在不能写它"
        raise cannot_open(address, "K015", message, "请在能写的地方打开一次，会先备份再升级；或先拷贝一份")


def _back_up(database: Database, version: str) -> None:
    """Copy a SQLite file as it is; the writer's lock is held, so nobody changes it meanwhile."""
    if not database.is_sqlite:
        return
    path = Path(str(database.address))
    target = _free_name(path, version)
    unfinished = target.with_name(f"{target.name}.tmp")
    try:
        unfinished.unlink(missing_ok=True)
        with (
            closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as source,
            closing(sqlite3.connect(unfinished)) as copy,
        ):
            copy.execute("PRAGMA synchronous = FULL")
            source.backup(copy)
            # The copy shall be one file, wherever it is carried.
            copy.execute("PRAGMA journal_mode = DELETE")
        unfinished.replace(target)
    except (OSError, sqlite3.Error) as error:
        unfinished.unlink(missing_ok=True)
        reason = os_reason(error) if isinstance(error, OSError) else str(error)
        problem = Problem(
            "K016", f"升级前备份不成：{reason}，没有升级", str(path), mend="请检查磁盘空间和权限"
        )
        raise BankError(problem) from error


def _free_name(path: Path, version: str) -> Path:
    target = path.with_name(f"{path.name}.{version}.bak")
    number = 1
    while target.exists():
        number += 1
        target = path.with_name(f"{path.name}.{version}-{number}.bak")
    return target


def _upgrade(connection: Connection, migrations: Path) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
