"""Data files beside a brief (.xlsx, .csv, .json) → facts."""

from __future__ import annotations

from pathlib import Path

from drafter.brief.model import Fact
from drafter.brief.problems import Problems

__all__ = ["read_data_file"]


def read_data_file(folder: Path, name: str, sheet: str = "") -> tuple[Fact, ...]:
    """Read every fact of a data file.

    Arguments:
        folder: what ``name`` is relative to.
        name: the file; for a workbook 数据.xlsx#工作表名 chooses the sheet.
        sheet: the sheet, where the brief names it apart.

    Raises:
        BriefError: B031 no such kind of file.
    """
    problems = Problems(name)
    problems.add("B031", "不认得这种数据文件", mend="请给 .xlsx、.csv 或 .json 文件")
    problems.refuse()
    return ()
