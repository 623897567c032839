"""A sheet of an .xlsx workbook → table of text, each cell as its reader sees it."""

from __future__ import annotations

import datetime as dt
import io
import re
import warnings
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from drafter.brief.problems import Problems
from drafter.brief.quantities import plain
from drafter.brief.tables import MOST_ROWS, UNCALCULATED, Table
from drafter.safezip import Bounds, PackageError, open_bounded

__all__ = ["read_workbook"]

_BOUNDS = Bounds(entries=2_000, part=24 * 2**20, total=96 * 2**20)
"""A table of a brief has some hundred rows; 24 MiB hold a hundred thousand."""
_MOST_COLUMNS = 200
_LITERALS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.')
_DECIMALS = re.compile(r"\.([0#?]+)")


def read_workbook(data: bytes, file: str, sheet: str, problems: Problems) -> Table | None:
    """Read one sheet; None where it cannot be read, which is noted.

    Arguments:
        data: the file's bytes.
        file: its name as the user wrote it.
        sheet: the sheet's name, "" for the first visible one.
        problems: where to note B032 (damaged or outsized) and B033 (no such sheet).
    """
    try:
        package = open_bounded(data, _BOUNDS)
        if "xl/workbook.xml" not in package:
            raise PackageError("这不是 Excel 工作簿")
        values = _open(data, values=True)
    except PackageError as error:
        problems.add("B032", str(error), mend="请用 Excel 或 WPS 另存为 .xlsx 再试")
        return None
    except Exception:  # openpyxl raises whatever a damaged part makes it stumble over
        problems.add("B032", "工作簿已经损坏，读不了", mend="请用 Excel 或 WPS 另存为 .xlsx 再试")
        return None
    names = [item.title for item in values.worksheets]
    if sheet and sheet not in names:
        problems.add("B033", f"没有名为“{sheet}”的工作表", mend=f"可用的有：{' '.join(names)}")
        return None
    visible = [item.title for item in values.worksheets if item.sheet_state == "visible"]
    chosen = sheet or (visible or names or [""])[0]
    if not chosen:
        problems.add("B033", "工作簿里没有工作表", mend="请检查文件")
        return None
    return _table(data, values, chosen, f"{file}#{chosen}" if len(names) > 1 else file, problems)


def _table(data: bytes, values: Any, sheet: str, name: str, problems: Problems) -> Table | None:
    from drafter.brief.merged_cells import fill_merged

    try:
        rows = [[_text(cell) for cell in row] for row in _rows(values[sheet])]
        if any(text == UNCALCULATED for row in rows for text in row):
            _tell_blank_from_formula(rows, _open(data, values=False)[sheet])
        fill_merged(rows, data, sheet)
    except Exception:
        problems.add("B032", f"工作表“{sheet}”已经损坏，读不了", mend="请用 Excel 或 WPS 另存为 .xlsx 再试")
        return None
    while rows and not any(rows[-1]):
        rows.pop()
    return Table(name, [tuple(row) for row in rows], list(range(1, len(rows) + 1)))


def _open(data: bytes, *, values: bool) -> Any:
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about styles and extensions that a table of text has no use for
        return openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=values, keep_links=False)


def _rows(sheet: Any) -> Any:
    # A sheet may declare a false extent; without it openpyxl counts for itself.
    sheet.reset_dimensions()
    return sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=_MOST_COLUMNS)


def _text(cell: Any) -> str:
    """A cell as text; a cell that is there without a value may be a formula never calculated."""
    value = cell.value
    if value is None:
        return UNCALCULATED if hasattr(cell, "row") else ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        return _number(value, cell.number_format or "General")
    if isinstance(value, dt.datetime | dt.date):
        return _date(value, (cell.number_format or "").lower())
    return " ".join(str(value).replace("\u3000", " ").split())


def _number(value: float, style: str) -> str:
    """The number as its format shows it, so that a speech says what the table shows.

    Under the General format an unrounded quotient (0.3333333) is shown with two decimals.
    """
    number = Decimal(repr(value))
    shown = _LITERALS.sub("", style.split(";", maxsplit=1)[0])
    percent = "%" in shown
    if percent:
        number *= 100
    decimals = _DECIMALS.search(shown)
    if decimals or any(sign in shown for sign in "0#"):
        places = len(decimals[1]) if decimals else 0
        number = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    else:
        number = round(number, 10)
        exponent = number.normalize().as_tuple().exponent
        if isinstance(exponent, int) and exponent < -4:
            number = number.quantize(Decimal("0.01"), ROUND_HALF_UP)
    return plain(number) + ("%" if percent else "")


def _date(value: dt.datetime | dt.date, style: str) -> str:
    """A date as its format shows it: the day, the month or the year only."""
    if "d" in style:
        return f"{value.year}年{value.month}月{value.day}日"
    return f"{value.year}年{value.month}月" if "m" in style else f"{value.year}年"


def _tell_blank_from_formula(rows: list[list[str]], formulas: Any) -> None:
    """Cells without value are blank unless the sheet of formulas has one there."""
    for row, cells in zip(rows, _rows(formulas), strict=False):
        for column, cell in enumerate(cells[: len(row)]):
            if row[column] == UNCALCULATED and cell.data_type != "f":
                row[column] = ""
