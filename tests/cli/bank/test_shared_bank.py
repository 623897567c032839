"""A bank that an office shares, on a PostgreSQL server: the same commands, the same answers."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.bank.conftest import DRILL, DUTY, LEAK, STOCK, put_in, short
from tests.cli.conftest import TRAINING, Run

pytestmark = pytest.mark.postgres


@pytest.fixture
def shared(bank: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a bank on the server, filled as ``bank.db`` is; the environment names it."""
    server = os.environ.get("JIANGGAO_TEST_POSTGRES", "")
    if not server:
        pytest.skip("JIANGGAO_TEST_POSTGRES is not set (tools/postgres.sh start)")
    import psycopg

    name = f"jianggao_cli_{os.getpid()}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        address = f"{server.rpartition('/')[0]}/{name}"
        put_in(address, bank.with_name("防汛讲话.txt"))
        monkeypatch.setenv("JIANGGAO_BANK", address)
        yield address
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def test_an_office_works_on_one_bank(drafter: Run, shared: str, tmp_path: Path) -> None:
    assert drafter("bank", "list", "--origin", "mined").out.endswith("共8条\n")
    assert DRILL in drafter("bank", "search", "堤", "--origin", "mined").out
    ran = drafter("bank", "accept", short(DUTY), short(LEAK), "--by", "赵立新")
    assert (ran.code, ran.out[:5]) == (1, "已采用1条")
    assert (
        drafter("bank", "accept", "--text", "一线", "--origin", "mined", "--unit", "sentence", "--yes").code
        == 0
    )
    lines = drafter("bank", "history").out.splitlines()
    assert [("赵立新" in line, "王秀梅" in line) for line in lines] == [(False, True), (True, False)]
    assert "已撤销第2步" in drafter("bank", "undo").out
    assert json.loads(drafter("bank", "stats", "--json", "--no-builtin").out)["statuses"]["accepted"] == 1
    assert "【要把物资备到一线】" in drafter("bank", "show", short(STOCK)).out
    assert drafter("draft", TRAINING, "-o", "讲稿.docx").code == 0
    assert not any(tmp_path.glob("postgresql*"))
