"""A .csv file → table of text; comma, tab, semicolon or a full-width comma may separate its cells."""

from __future__ import annotations

import csv
import io

from drafter.brief.columns import find_header
from drafter.brief.problems import Problems
from drafter.brief.tables import Table

__all__ = ["read_csv"]

_SEPARATORS = ",\t;，|"


def read_csv(text: str, file: str, problems: Problems) -> Table | None:
    """Read the table with the separator under which a header is found; None where its quotes are broken.

    Arguments:
        text: the file's text.
        file: its name as the user wrote it.
        problems: where to note B035, B038.
    """
    tables: list[Table] = []
    for separator in _SEPARATORS:
        if separator not in text:
            continue
        try:
            table = _split(text, separator, file)
        except csv.Error:
            continue
        header = find_header(table.rows)
        if header is not None:
            _refuse_more_than_headed(table, header.row, separator, problems)
            return table
        tables.append(table)
    if not tables:
        problems.add("B035", "分不出各列，或引号没有配对", mend="请另存为用逗号分隔的 CSV（UTF-8）")
        return None
    return max(tables, key=lambda table: max(map(len, table.rows), default=0))


def _refuse_more_than_headed(table: Table, header: int, separator: str, problems: Problems) -> None:
    """A row with more than its head is torn somewhere: of 甲,1,234 the figure would be 1."""
    width = len(table.rows[header])
    for cells, line in zip(table.rows[header + 1 :], table.lines[header + 1 :], strict=True):
        if any(cells[width:]):
            mend = f"格子里有“{separator}”的，请加双引号；数里的千位逗号请去掉"
            problems.add("B038", f"这一行有{len(cells)}格，表头只有{width}格", line=line, mend=mend)


def _split(text: str, separator: str, file: str) -> Table:
    reader = csv.reader(io.StringIO(text), delimiter=separator, strict=True, skipinitialspace=True)
    rows, lines = [], []
    begin = 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            rows.append(tuple(" ".join(cell.replace("\u3000", " ").split()) for cell in cells))
            lines.append(begin)
        begin = reader.line_num + 1
    return Table(file, rows, lines)
