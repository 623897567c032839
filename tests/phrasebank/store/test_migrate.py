from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from phrasebank.errors import CodedError
from phrasebank.store import Change, Store, migrate, open_bank, schema

from .conftest import MakePhrase, Opened

FIRST_SCHEMA = Path(__file__).with_name("schema_0001.sql")
"""The tables of the first release; ``first_schema()`` wrote it, and it never changes after that release."""

ONE = "抓落实怕的是一阵风"
STEP = """
import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("phrases", sa.Column("tone", sa.Text, nullable=False, server_default="平"))
    with op.batch_alter_table("documents") as table:
        table.alter_column("place", new_column_name="where_from")
    op.execute("UPDATE phrases SET note = 'moved'")
    {last}
"""


def first_schema() -> str:
    parts = []
    for table in schema.METADATA.sorted_tables:
        parts.append(str(CreateTable(table).compile(dialect=sqlite.dialect())).strip())
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        parts += [str(CreateIndex(index).compile(dialect=sqlite.dialect())).strip() for index in indexes]
    return ";\n".join(parts) + ";\n"


@pytest.fixture(name="newer")
def _newer(tmp_path: Path) -> Path:
    """The steps of a program to come."""
    folder = tmp_path / "migrations"
    shutil.copytree(migrate.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "schema_0002.py").write_text(STEP.format(last=""), encoding="utf-8")
    return folder


@pytest.fixture(name="old")
def _old(opened: Opened, phrase: MakePhrase) -> Store:
    store = opened()
    store.decide([Change("", None, phrase(ONE), "add")], by="周编", at="")
    return store


def bring(store: Store, migrations: Path) -> None:
    migrate.bring_up_to_date(store._db, store._text, migrations=migrations)


def values(store: Store, statement: str) -> list[object]:
    with store._db.reading() as connection:
        return list(connection.scalars(text(statement)))


def code(error: pytest.ExceptionInfo[CodedError]) -> str:
    return error.value.problems[0].code


def test_the_newest_step_is_the_schema_of_the_program() -> None:
    config = Config()
    config.set_main_option("script_location", str(migrate.MIGRATIONS))
    script = ScriptDirectory.from_config(config)
    assert script.get_heads() == [migrate.SCHEMA]
    assert script.get_bases() == ["0001"]
    names = {path.name for path in (migrate.MIGRATIONS / "versions").glob("schema_*.py")}
    assert names == {f"schema_{step.revision}.py" for step in script.walk_revisions()}


def test_all_steps_from_the_first_schema_lead_to_the_tables_of_the_program(tmp_path: Path) -> None:
    """Whoever changes schema.py adds a step."""
    path = tmp_path / "bank.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(FIRST_SCHEMA.read_text(encoding="utf-8"))
        connection.execute("INSERT INTO bank_version VALUES ('0001')")
        connection.commit()
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        migrate._upgrade(connection, migrate.MIGRATIONS)
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, schema.METADATA)
        assert [one for one in differences if one[0] not in ("add_index", "remove_index")] == []
        found = connection.execute(
            text("SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
        )
        held = {" ".join(row.sql.split()) for row in found}
    engine.dispose()
    written = [part for part in first_schema().split(";\n") if part.startswith("CREATE INDEX")]
    # By their words: Alembic cannot compare the order and the condition of an index.
    assert held == {" ".join(part.split()) for part in written}


def test_a_new_bank_has_the_schema_of_the_program(old: Store) -> None:
    assert values(old, "SELECT version_num FROM bank_version") == [migrate.SCHEMA]


def test_an_older_bank_is_copied_and_brought_up_to_date(old: Store, newer: Path, address: str) -> None:
    bring(old, newer)
    assert values(old, "SELECT version_num FROM bank_version") == ["0002"]
    assert values(old, "SELECT tone FROM phrases") == ["平"]
    assert values(old, "SELECT note FROM phrases") == ["moved"]
    assert values(old, "SELECT where_from FROM documents") == []
    assert [held.phrase.text for held in old.search("一阵风")] == [ONE]
    bring(old, newer)
    if old._db.is_sqlite:
        path = Path(address)
        assert {file.name for file in path.parent.glob("*.bak*")} == {"bank.db.0001.bak"}
        old.close()
        with open_bank(path.with_name("bank.db.0001.bak"), builtin=False) as copy:
            assert [(held.phrase.text, held.phrase.note) for held in copy.search("一阵风")] == [(ONE, "")]
            assert len(copy.history()) == 1


def test_a_copy_never_takes_the_place_of_another(old: Store, newer: Path, address: str) -> None:
    kept = Path(address).with_name("bank.db.0001.bak") if old._db.is_sqlite else newer / "none"
    kept.write_text("kept", encoding="utf-8")
    bring(old, newer)
    assert kept.read_text(encoding="utf-8") == "kept"
    copies = {file.name for file in newer.parent.glob("*.bak*")}
    assert copies == ({"bank.db.0001.bak", "bank.db.0001-2.bak"} if old._db.is_sqlite else set())


@pytest.mark.parametrize("last", ["op.execute('SELECT nothing FROM nowhere')", "raise KeyboardInterrupt"])
def test_a_step_that_fails_changes_nothing(old: Store, newer: Path, last: str) -> None:
    (newer / "versions" / "schema_0002.py").write_text(STEP.format(last=last), encoding="utf-8")
    with pytest.raises((CodedError, KeyboardInterrupt)):
        bring(old, newer)
    assert values(old, "SELECT version_num FROM bank_version") == [migrate.SCHEMA]
    assert [held.phrase.note for held in old.search("一阵风")] == [""]
    assert values(old, "SELECT place FROM documents") == []
    old.begin_run()


def test_where_no_copy_can_be_made_nothing_is_done(
    old: Store, newer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not old._db.is_sqlite:
        bring(old, newer)  # a server's administrator makes the copies
        return

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(migrate.sqlite3, "connect", full)
    with pytest.raises(CodedError, match="磁盘已满") as error:
        bring(old, newer)
    assert code(error) == "K016"
    assert values(old, "SELECT version_num FROM bank_version") == [migrate.SCHEMA]


def test_an_older_bank_that_may_not_be_written_says_what_to_do(
    old: Store, opened: Opened, newer: Path
) -> None:
    store = opened(create=False, read_only=True)
    with pytest.raises(CodedError, match="先备份再升级") as error:
        bring(store, newer)
    assert code(error) == "K015"
    assert store.count() == old.count() == 1


def test_a_bank_of_a_newer_program_is_not_touched(old: Store, opened: Opened, newer: Path) -> None:
    bring(old, newer)
    for read_only in (False, True):
        with pytest.raises(CodedError, match="请升级讲稿程序") as error:
            opened(read_only=read_only)
        assert code(error) == "K014"
    assert values(old, "SELECT version_num FROM bank_version") == ["0002"]


def test_alembic_is_loaded_only_for_a_step(tmp_path: Path) -> None:
    bank = str(tmp_path / "bank.db")
    open_bank(bank, create=True).close()
    program = (
        "import sys; from phrasebank.store import open_bank; HEAVY = 'alembic', 'psycopg', 'numpy'\n"
        f"open_bank({bank!r}).close()\n"
        "print(*sorted(name for name in sys.modules if name.split('.')[0] in HEAVY))"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert said.stdout.split() == []
