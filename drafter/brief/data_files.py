"""Data files beside a brief (.xlsx, .csv, .json) → facts."""

from __future__ import annotations

from pathlib import Path

from drafter.brief.csv_table import read_csv
from drafter.brief.model import Fact
from drafter.brief.problems import Problems
from drafter.brief.source import read_bytes, read_text
from drafter.brief.tables import Table, read_table

__all__ = ["LARGEST_DATA", "TABLES", "read_table_file"]

LARGEST_DATA = 16 * 2**20
"""Bytes of a data file."""
TABLES = (".xlsx", ".xlsm", ".csv", ".tsv", ".txt")
"""Extensions of files that hold a table."""


def read_table_file(path: Path, name: str, sheet: str = "") -> tuple[Fact, ...]:
    """Read every fact of a file that holds a table.

    Arguments:
        path: the file.
        name: the file as the user wrote it, for messages.
        sheet: of a workbook the sheet to read, "" for the first.

    Raises:
        BriefError: with every problem found: B001 to B004 (the file), B020 to B024 and B036 (cells),
            B031 to B035, B037, B038 (the table).
    """
    problems = Problems(name)
    table = _read(path, name, sheet, problems)
    facts = read_table(table, problems) if table is not None else ()
    problems.refuse()
    return facts


def _read(path: Path, name: str, sheet: str, problems: Problems) -> Table | None:
    suffix = path.suffix.lower()
    if suffix in (".xlsx", ".xlsm"):
        from drafter.brief.workbook import read_workbook

        return read_workbook(read_bytes(path, name, LARGEST_DATA), name, sheet, problems)
    if suffix in TABLES:
        return read_csv(read_text(path, name, LARGEST_DATA), name, problems)
    old = suffix in (".xls", ".et", ".ods", ".wps")
    mend = "请用 Excel 或 WPS 另存为 .xlsx" if old else "请给 .xlsx、.csv 或 .json 文件"
    problems.add("B031", f"不认得这种数据文件“{suffix or name}”", mend=mend)
    return None
