"""The local engine: in order, whatever the processes do, and whatever kills them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.mine.engines.local import mine_locally
from drafter.mine.raw import Raw, digest_of
from phrasebank.errors import Problem
from phrasebank.mining import Mined
from tests.mine import workers


def raws(count: int, size: int = 30_000) -> list[Raw]:
    datas = [bytes([65 + number % 26]) * (size + number) for number in range(count)]
    return [Raw(f"doc {number}", data, digest_of(data), len(data)) for number, data in enumerate(datas)]


def mined(documents: list[Raw], jobs: int, work: Callable[[Raw], Mined | Problem]) -> list[Mined | Problem]:
    return [outcome for _, outcome in mine_locally(documents, jobs, work, alone_below=0)]


def test_processes_give_what_one_gives_in_the_order_of_the_documents() -> None:
    documents = raws(60)
    assert mined(documents, 2, workers.count) == [workers.count(raw) for raw in documents]


def test_no_documents_no_processes() -> None:
    assert mined([], 2, workers.count) == []


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_a_process_killed_midway_changes_nothing(tmp_path: Path) -> None:
    documents = raws(60)
    documents[31] = documents[31]._replace(name=f"fatal {tmp_path / 'killed'}")
    assert mined(documents, 2, workers.die_once) == [workers.rich(raw) for raw in documents]
    assert (tmp_path / "killed").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_a_document_that_kills_every_process_is_reported_and_the_rest_is_mined() -> None:
    documents = raws(40)
    documents[17] = documents[17]._replace(name="poison")
    outcomes = mined(documents, 2, workers.die_always)
    problem = outcomes.pop(17)
    assert isinstance(problem, Problem)
    assert problem.code == "M010"
    assert problem.file == "poison"
    del documents[17]
    assert outcomes == [workers.count(raw) for raw in documents]
