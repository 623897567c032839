"""Rows of a data table → facts, in either of two layouts.

One row a fact (名称, 值, 单位, 同比, 时段, 来源, 说明), where one name may have a row for each period; or one
column a period (名称, 单位, 2024年, 2025年), where 同比 is computed from the same period a year before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from drafter.brief.columns import Header, find_header
from drafter.brief.figures import BLANK, Complaint, Row, make_fact
from drafter.brief.history import Dated, merge_periods, with_history
from drafter.brief.model import Fact
from drafter.brief.periods import Period, parse_period
from drafter.brief.problems import Problems

__all__ = ["MOST_ROWS", "UNCALCULATED", "Table", "read_table"]

MOST_ROWS = 20_000
"""Rows of a table; the data of a speech have some dozens."""
UNCALCULATED = "\x00uncalculated"
"""Stands in a cell whose formula has no value stored with it."""

_NUMBERING = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}[.．、](?!\d)|其中[:：])"
)


@dataclass(frozen=True, slots=True)
class Table:
    """A table as text.

    Arguments:
        name: the file, with its sheet where it has several.
        rows: the cells, from the first row on, "" for blank ones.
        lines: the row or line number that each row has for the user.
    """

    name: str
    rows: list[tuple[str, ...]]
    lines: list[int]


def read_table(table: Table, problems: Problems) -> tuple[Fact, ...]:
    """Read every fact of a table; what is wrong is noted by row and column.

    Arguments:
        table: the table.
        problems: where to note B020, B021, B024 (cells), B023 (a name twice), B032 (too long), B034 (no
            header), B036 (formula without value), B037 (no facts).
    """
    if len(table.rows) > MOST_ROWS:
        problems.add("B032", f"表格超过{MOST_ROWS}行", mend="请只留讲话要用的数据")
        return ()
    if not any(any(row) for row in table.rows):
        problems.add("B037", "表里没有内容", mend="请先填好数据，或用“#工作表名”指明另一张表")
        return ()
    header = find_header(table.rows)
    if header is None:
        mend = "第一行请写：名称、值、单位、同比、时段、来源；或：名称、单位、2024年、2025年"
        problems.add("B034", "找不到表头", line=table.lines[0] if table.lines else None, mend=mend)
        return ()
    reader = _Rows(table, header, problems)
    found = [item for index in range(header.row + 1, len(table.rows)) for item in reader.read(index)]
    if not found and not reader.complained:
        problems.add("B037", "表里没有数据", line=table.lines[header.row], mend="请在表头下面填写数据")
    return merge_periods(found, problems)


class _Rows:
    """Reads the rows below a header."""

    def __init__(self, table: Table, header: Header, problems: Problems) -> None:
        self.complained = False
        self._table = table
        self._header = header
        self._problems = problems

    def read(self, index: int) -> list[Dated]:
        """The fact of one row, or none: blank rows, section titles and notes have no figure."""
        cells, line = self._table.rows[index], self._table.lines[index]
        row = Row(
            name=_NUMBERING.sub("", self._cell(cells, "名称")).strip(),
            unit=self._unit(cells),
            change=self._with_unit(cells, "同比"),
            period=self._cell(cells, "时段"),
            source=self._cell(cells, "来源"),
            note=self._cell(cells, "说明"),
            origin=f"{self._table.name} 第{line}行",
        )
        if self._repeats_header(cells):
            return []
        found = self._by_period(row, cells, line) if self._header.periods else self._by_row(row, cells, line)
        if found and not row.name:
            column = self._header.columns["名称"]
            self._complain(
                line, column.title, Complaint("名称", "B012", "这一行有数，却没有名称", "请补上名称")
            )
            return []
        return found

    def _by_row(self, row: Row, cells: tuple[str, ...], line: int) -> list[Dated]:
        value = self._cell(cells, "值")
        whole = replace(row, value=value, previous=self._cell(cells, "上年同期"))
        fact = self._fact(whole, self._titles(), line)
        return [Dated(fact, line, _period_of(fact.period))] if fact else []

    def _by_period(self, row: Row, cells: tuple[str, ...], line: int) -> list[Dated]:
        """The row's newest figure with the earlier ones; a 同比 given is of the newest column."""
        figures: list[Dated] = []
        for period, column in self._header.periods:
            own = replace(
                row,
                value=_at(cells, column.index),
                unit=row.unit or column.unit,
                change=row.change if period == self._header.periods[0][0] else "",
                period=re.split("[（(]", column.title)[0],
            )
            fact = self._fact(own, self._titles() | {"值": column.title}, line)
            if fact is not None and fact.value is not None:
                figures.append(Dated(fact, line, period))
        return [Dated(with_history(figures), line, figures[0].period)] if figures else []

    def _titles(self) -> dict[str, str]:
        return {key: column.title for key, column in self._header.columns.items()}

    def _fact(self, row: Row, titles: dict[str, str], line: int) -> Fact | None:
        cells = {
            "名称": row.name,
            "值": row.value,
            "单位": row.unit,
            "同比": row.change,
            "上年同期": row.previous,
            "时段": row.period,
            "来源": row.source,
            "说明": row.note,
        }
        uncalculated = [key for key, text in cells.items() if UNCALCULATED in text]
        for key in uncalculated:
            mend = "请用 Excel 或 WPS 打开后保存一次，或填上数值"
            self._complain(line, titles.get(key, key), Complaint(key, "B036", "公式还没有算出结果", mend))
        if uncalculated:
            return None
        fact, complaints = make_fact(row)
        for complaint in complaints:
            self._complain(line, titles.get(complaint.field, complaint.field), complaint)
        return fact

    def _complain(self, line: int, title: str, complaint: Complaint) -> None:
        self.complained = True
        self._problems.add(complaint.code, complaint.message, line=line, key=title, mend=complaint.mend)

    def _cell(self, cells: tuple[str, ...], key: str) -> str:
        column = self._header.columns.get(key)
        return _at(cells, column.index) if column else ""

    def _unit(self, cells: tuple[str, ...]) -> str:
        """The row's own unit, else the one of the value's head, else the whole table's."""
        own = self._cell(cells, "单位")
        if own in BLANK:
            own = ""
        head = self._header.columns.get("值")
        name = self._cell(cells, "名称")
        if own or name.endswith(("）", ")")):
            return own
        value = self._cell(cells, "值").rstrip()
        if (head and head.unit) or not self._header.unit:
            return head.unit if head else ""
        return "" if value.endswith(("%", "％")) else self._header.unit

    def _with_unit(self, cells: tuple[str, ...], key: str) -> str:
        """A bare number under 同比增减（个百分点） takes its unit from the head."""
        text = self._cell(cells, key)
        column = self._header.columns.get(key)
        if column and column.unit and text[-1:].isdecimal():
            return text + column.unit
        return text

    def _repeats_header(self, cells: tuple[str, ...]) -> bool:
        column = self._header.columns["名称"]
        return bool(column.title) and _at(cells, column.index) == column.title


def _period_of(text: str) -> Period | None:
    try:
        return parse_period(text)
    except ValueError:
        return None


def _at(cells: tuple[str, ...], index: int) -> str:
    return cells[index] if index < len(cells) else ""
