"""``drafter mine``: from a folder of speeches to candidate phrases in a bank."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.errors import CodedError, Problem
from phrasebank.terminal import BAD_INPUT

if TYPE_CHECKING:
    from drafter.mine.listing import Listing
    from drafter.mine.run import Progress, Report

__all__ = ["mine"]

#: Failures that are listed one by one; of more the rest is counted.
_LISTED = 20


class EngineName(StrEnum):
    """Where the work is done."""

    LOCAL = "local"
    SPARK = "spark"


def mine(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="路径…",
            help="稿子、文件夹、压缩包（同 drafter parse）、通配符，或 .jsonl .jsonl.gz .parquet 语料",
        ),
    ],
    bank: Annotated[
        str | None,
        typer.Option("--bank", metavar="库", help="放进这个语料库：bank.db 或 postgresql://…；没有就新建"),
    ] = None,
    engine: Annotated[
        EngineName, typer.Option("--engine", help="local 用本机各个核；spark 用集群")
    ] = EngineName.LOCAL,
    jobs: Annotated[
        int | None, typer.Option("--jobs", metavar="数", min=1, help="本机用几个进程；不写则有几个核用几个")
    ] = None,
    master: Annotated[
        str, typer.Option("--master", metavar="地址", help="Spark 的地址，如 spark://主机:7077")
    ] = "local[*]",
    staging: Annotated[
        Path | None,
        typer.Option("--staging", metavar="文件夹", help="Spark 各节点都看得见的中转文件夹；本机可不写"),
    ] = None,
    spark_conf: Annotated[
        list[str] | None,
        typer.Option("--spark-conf", metavar="键=值", help="Spark 的其他设置，可多次给出"),
    ] = None,
) -> None:
    """从往年的讲话里挖出标题、段首句、句式、段落、排比、固定说法，存进语料库待人审定。

    随时可以按 Ctrl-C 停下，再运行一次就接着做；挖过的稿子不会再挖。
    """
    from drafter.cli.bank_address import bank_address
    from drafter.mine.engines.local import mine_locally
    from drafter.mine.engines.spark import Cluster, mine_on_spark, mine_tables_on_spark
    from drafter.mine.records import read_records
    from drafter.mine.run import Report, mine_into, only_new
    from phrasebank.store import open_bank

    if engine is EngineName.LOCAL and (master != "local[*]" or staging or spark_conf):
        raise CodedError(
            Problem("U008", "--master、--staging、--spark-conf 只用于 Spark", mend="请加上 --engine spark")
        )
    settings = dict(map(_setting, spark_conf or []))
    address = bank_address(bank)
    on_cluster = engine is EngineName.SPARK and all(map(_is_table, paths))
    # Before the bank is made: a path that is not there must not leave an empty one.
    listing = None if on_cluster else _listed(paths)
    report = Report()
    with open_bank(address, create=True) as store, tempfile.TemporaryDirectory(prefix="jianggao-") as scratch:
        cluster = Cluster(master, staging or Path(scratch), settings)
        known = store.known_digests()
        if listing is None:
            size, outcomes = 0, mine_tables_on_spark(_absolute(paths), cluster, frozenset(known))
        else:
            size = listing.size
            records = (item for file in listing.files for item in read_records(file))
            documents = only_new(records, known, report)
            if engine is EngineName.SPARK:
                outcomes = mine_on_spark(documents, cluster)
            else:
                outcomes = mine_locally(documents, jobs or os.cpu_count() or 1)
        with _progress_bar(size) as advance:
            mine_into(store, outcomes, report, advance)
    _tell(report, str(address))
    if report.failed and not report.mined and not report.known:
        raise typer.Exit(BAD_INPUT)


def _listed(paths: list[str]) -> Listing:
    from drafter.mine.listing import list_sources

    listing = list_sources(paths)
    if listing.passed_over:
        typer.echo(
            f"略过{len(listing.passed_over)}个不是文稿的文件（图片、表格、指到外面的链接等）", err=True
        )
    if not listing.files:
        raise CodedError(Problem("M006", "没有找到文稿", "、".join(paths), mend="请检查文件夹"))
    return listing


def _is_table(path: str) -> bool:
    """Whether Spark reads a path where it lies: a table of documents, or an address of the cluster's."""
    return path.endswith(".parquet") or "://" in path


def _absolute(paths: list[str]) -> list[str]:
    return [path if "://" in path else str(Path(path).absolute()) for path in paths]


@contextmanager
def _progress_bar(size: int) -> Iterator[Callable[[Progress], None]]:
    """A bar with an estimate on the terminal's error stream; nothing where that is no terminal."""
    if not sys.stderr.isatty():
        yield lambda progress: None
        return
    with typer.progressbar(length=max(size, 1), label="挖掘", file=sys.stderr, show_pos=False) as bar:

        def advance(progress: Progress) -> None:
            bar.label = f"挖掘 {progress.documents}篇 {progress.found}条"
            bar.update(min(progress.done, bar.length or 0) - bar.pos)

        yield advance


def _setting(text: str) -> tuple[str, str]:
    key, sign, value = text.partition("=")
    if not (key and sign):
        raise CodedError(Problem("U009", f"“{text}”不是 键=值", mend="如 spark.executor.memory=4g"))
    return key, value


def _tell(report: Report, bank: str) -> None:
    for problem in report.failed[:_LISTED]:
        typer.echo(str(problem), err=True)
    if len(report.failed) > _LISTED:
        typer.echo(f"……还有{len(report.failed) - _LISTED}篇没有读成", err=True)
    known = f"，{report.known}篇以前挖过" if report.known else ""
    failed = f"，{len(report.failed)}篇没有读成" if report.failed else ""
    typer.echo(f"挖了{report.mined}篇{known}{failed}。")
    if report.mined:
        typer.echo(f"新增{report.added}条待审词条（合并近似说法{report.folded}条），存在 {bank}")
        typer.echo(f"下一步：drafter bank review --bank {bank}")
