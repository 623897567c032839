"""The Spark engine gives what the local one gives, on two workers and when one of them is killed."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path

import pytest

from drafter.errors import CodedError
from drafter.mine.engines.local import mine_locally
from drafter.mine.engines.spark import Cluster, mine_on_spark, mine_tables_on_spark
from drafter.mine.raw import Raw, digest_of
from phrasebank.mining import Mined
from tests.mine import workers
from tests.mine.test_local_engine import raws
from tests.samples_text import archive

pytestmark = [
    pytest.mark.spark,
    pytest.mark.skipif(
        not (importlib.util.find_spec("pyspark") and shutil.which("java")),
        reason="needs PySpark (pip install -e '.[spark]') and Java 17",
    ),
]


@pytest.fixture
def cluster(tmp_path: Path) -> Cluster:
    return Cluster("local[2]", tmp_path / "staging", {"spark.driver.memory": "1g"})


def test_speeches_give_the_rows_of_the_local_engine(cluster: Cluster) -> None:
    documents = archive(2.0)
    local = [outcome for _, outcome in mine_locally(documents, 2)]
    assert all(isinstance(outcome, Mined) for outcome in local)
    assert [outcome for _, outcome in mine_on_spark(documents, cluster)] == local


def test_a_killed_worker_changes_nothing(tmp_path: Path, cluster: Cluster) -> None:
    documents = raws(90, size=1000)
    documents[44] = documents[44]._replace(name=f"fatal {tmp_path / 'killed'}")
    rows = [outcome for _, outcome in mine_on_spark(documents, cluster, workers.die_once)]
    assert (tmp_path / "killed").exists()
    assert rows == [workers.rich(raw) for raw in documents]
    assert rows == [outcome for _, outcome in mine_locally(documents, 1, workers.rich)]


def test_tables_are_mined_where_they_lie(tmp_path: Path, cluster: Cluster) -> None:
    arrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    folder = tmp_path / "省 档案"
    folder.mkdir()
    for part in range(3):
        texts = [f"{part} 第{number}篇" for number in range(20)]
        parquet.write_table(arrow.table({"id": list(range(20)), "正文": texts}), folder / f"{part}.parquet")
    known = frozenset([digest_of("0 第0篇".encode())])
    outcomes = list(mine_tables_on_spark([str(folder)], cluster, known, workers.count))
    assert len(outcomes) == 59
    names = {outcome.source for _, outcome in outcomes if isinstance(outcome, Mined)}
    assert f"{folder / '2.parquet'}#7" in names


def test_a_job_that_cannot_run_is_one_coded_error(tmp_path: Path, cluster: Cluster) -> None:
    with pytest.raises(CodedError, match="M013"):
        list(mine_tables_on_spark([str(tmp_path / "没有.parquet")], cluster))
    shutil.rmtree(cluster.staging, ignore_errors=True)
    documents = [Raw("poison", b"x", "d", 1)]
    with pytest.raises(CodedError, match="M013"):
        list(mine_on_spark(documents, cluster, workers.die_always))
