"""The Spark engine: the same pure function over documents on many machines (extra ``[spark]``).

Documents go out as Parquet and rows come back as Parquet, so that nothing of the archive has to fit
into one machine. What a killed worker had under way is done again by another one (Spark's lineage),
and the rows are the same.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from drafter.errors import CodedError, Problem
from drafter.mine.document import mine_document
from drafter.mine.engines.local import Outcome
from drafter.mine.engines.rows import document_schema, mined_schema, outcome_of
from drafter.mine.engines.spark_work import mine_batches, mine_tables
from drafter.mine.raw import Raw
from phrasebank.mining import Mined

__all__ = ["Cluster", "mine_on_spark", "mine_tables_on_spark"]

#: Documents a file of the table that goes out; a file is the least that one task takes.
_FILE = 32
#: Documents in one Arrow batch: of Spark's own 10,000 reports a worker would hold half a gigabyte.
_ARROW_BATCH = 16
#: How often Spark tries a task whose worker died. A master on this machine tries once unless told.
_TRIES = 4


@dataclass(frozen=True, slots=True)
class Cluster:
    """Where Spark runs.

    Arguments:
        master: its address: ``local[2]``, ``spark://host:7077``, ``yarn``, ``k8s://…``.
        staging: a folder for the tables that go out and come back, which the driver and all workers
            see under one path.
        settings: further Spark settings (``spark.executor.memory`` …).
    """

    master: str
    staging: Path
    settings: Mapping[str, str] = field(default_factory=dict)


def mine_on_spark(
    documents: Iterable[Raw], cluster: Cluster, work: Callable[[Raw], Mined | Problem] = mine_document
) -> Iterator[Outcome]:
    """Mine documents that this machine reads; outcomes in their order.

    The rows stay in ``staging/mined`` as Parquet.

    Raises:
        CodedError: M011 no PySpark, M012 no Java, M013 Spark did not start or the job failed.
    """
    with _session(cluster) as spark:
        waiting = cluster.staging / "documents"
        if _write_documents(documents, waiting):
            table = spark.read.parquet(_uri(waiting))
            yield from _mined(spark, table, partial(mine_batches, work=work), cluster)
        shutil.rmtree(waiting, ignore_errors=True)


def mine_tables_on_spark(
    tables: Sequence[str],
    cluster: Cluster,
    known: frozenset[str] = frozenset(),
    work: Callable[[Raw], Mined | Problem] = mine_document,
) -> Iterator[Outcome]:
    """Mine tables of documents where they lie: Parquet files or folders, at any address Spark can read.

    Arguments:
        tables: paths or addresses (``hdfs://…``); fields as ``drafter.mine.records`` looks for.
        cluster: where.
        known: digests of documents to pass over.
        work: the function over one document.

    Raises:
        CodedError: as ``mine_on_spark``.
    """
    with _session(cluster) as spark:
        table = _reading(spark, tables)
        yield from _mined(spark, table, partial(mine_tables, known=known, work=work), cluster)


def _mined(
    spark: Any, table: Any, work: Callable[[Iterable[Any]], Iterator[Any]], cluster: Cluster
) -> Iterator[Outcome]:
    from pyspark.sql.pandas.types import from_arrow_schema

    rows = cluster.staging / "mined"
    try:
        result = table.mapInArrow(work, from_arrow_schema(mined_schema()))
        result.write.mode("overwrite").parquet(_uri(rows))
        ordered = spark.read.parquet(_uri(rows)).sort("ordinal", "name")
        for row in ordered.toLocalIterator():
            yield outcome_of(row.asDict(recursive=True))
    except _spark_errors() as error:
        raise _failed(error) from error


def _reading(spark: Any, tables: Sequence[str]) -> Any:
    """Somebody's tables with the columns that matter and where each row lies."""
    from pyspark.sql import functions

    from drafter.mine.records import NAME_FIELDS, TEXT_FIELDS

    try:
        table = spark.read.parquet(*tables)
        fields = [
            functions.col(f"`{name}`") for name in table.columns if name in (*TEXT_FIELDS, *NAME_FIELDS)
        ]
        place = [
            functions.col("_metadata.file_path").alias("_file"),
            functions.col("_metadata.row_index").alias("_row"),
        ]
        return table.select(*fields, *place)
    except _spark_errors() as error:
        raise _failed(error) from error


def _write_documents(documents: Iterable[Raw], folder: Path) -> int:
    """Write the documents as a folder of Parquet files; how many there are."""
    import pyarrow as arrow
    from pyarrow import parquet

    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    written = 0
    batch: list[dict[str, Any]] = []

    def flush() -> None:
        table = arrow.Table.from_pylist(batch, schema=document_schema())
        parquet.write_table(table, folder / f"part-{written:08}.parquet", row_group_size=_ARROW_BATCH)
        batch.clear()

    for raw in documents:
        batch.append({"ordinal": written, **raw._asdict()})
        written += 1
        if len(batch) == _FILE:
            flush()
    if batch:
        flush()
    return written


@contextmanager
def _session(cluster: Cluster) -> Iterator[Any]:
    try:
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise CodedError(
            Problem("M011", "用 Spark 要先装 pyspark", mend="pip install 'jianggao[spark]'")
        ) from error
    if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        raise CodedError(
            Problem("M012", "用 Spark 要先装 Java 17", mend="apt install openjdk-17-jre-headless")
        )
    # The workers must be the Python that has this program; on a cluster the administrator may name another.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    quiet = f"-Dlog4j2.configurationFile={Path(__file__).with_name('log4j2.properties').as_uri()}"
    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.extraJavaOptions": quiet,
        "spark.sql.execution.arrow.maxRecordsPerBatch": str(_ARROW_BATCH),
        # Many small files a task would leave cores idle: four tasks a core even out long and short speeches.
        "spark.sql.files.maxPartitionBytes": "2m",
        "spark.sql.files.openCostInBytes": "1m",
        "spark.task.maxFailures": str(_TRIES),
        **cluster.settings,
    }
    builder = SparkSession.builder.appName("jianggao").master(_retrying(cluster.master))
    for key, value in settings.items():
        builder = builder.config(key, value)
    refusals: tuple[type[Exception], ...] = (*_spark_errors(), OSError, RuntimeError)
    try:
        spark = builder.getOrCreate()
    except refusals as error:
        raise _failed(error) from error
    try:
        yield spark
    finally:
        spark.stop()


_ON_THIS_MACHINE = re.compile(r"local(?:\[([^,\]]+)\])?")


def _retrying(master: str) -> str:
    """A master on this machine told to try a task again, as a cluster does by itself."""
    match = _ON_THIS_MACHINE.fullmatch(master)
    return f"local[{match[1] or 1},{_TRIES}]" if match else master


def _uri(path: Path) -> str:
    return path.absolute().as_uri()


def _spark_errors() -> tuple[type[Exception], ...]:
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    return PySparkException, Py4JError


_CAUSE = re.compile(r"SparkException: (?!Job aborted|Task failed)(.+)")


def _failed(error: BaseException) -> CodedError:
    # The Java side tells its whole stack; one line of it says what is wrong.
    cause = _CAUSE.search(str(error))
    first = next((line.strip() for line in str(error).splitlines() if line.strip()), type(error).__name__)
    reason = cause[1] if cause else first
    return CodedError(
        Problem("M013", f"Spark 没有做完：{reason[:200]}", mend="请检查 --master、Java 17 和各节点上的安装")
    )
