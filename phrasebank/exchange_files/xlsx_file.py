"""Phrases as a workbook to curate in Excel or WPS: drop-downs, a filter, a sheet of explanations."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from phrasebank.exchange_files.cells import join
from phrasebank.exchange_files.codes import labelled
from phrasebank.exchange_files.columns import COLUMNS, Column, columns_of
from phrasebank.model import Move, Status, Unit
from phrasebank.vocabulary import LEVELS, SLOT_TYPES

if TYPE_CHECKING:
    from phrasebank.store import Held

__all__ = ["SHEET", "write_xlsx"]

SHEET = "词条"
_HELP = "说明"
_LISTED: tuple[tuple[str, type[Status] | type[Unit] | type[Move]], ...] = (
    ("status", Status),
    ("unit", Unit),
    ("move", Move),
)
#: Rows below the last phrase in which a new one may be typed with drop-downs.
_SPARE_ROWS = 500
#: Column of the sheet of explanations in which the first list of codes stands.
_FIRST_LIST = 4
_LONGEST_CELL = 32_767
"""Characters that Excel keeps in a cell."""
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold."""
_FORMULA = re.compile(r"[=+\-@＝＋－＠'\t\r]")
_WRITTEN = dt.datetime(2026, 1, 1)  # noqa: DTZ001  # no clock: the same phrases give the same bytes
_DATES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")

_NOTES = (
    "每一行是一个词条。改完存盘，再用 drafter bank import 导回；导回之前会先列出改了什么，确认后才写入。",
    "删去一行不会删去词条；不要的词条请把状态改为 不用。",
    "新词条写在最下面：编号留空，文字、单位、语步必填，状态空着就是 采用。",
    "编号和最后一列隐藏的版本请不要改。得分、篇数、次数、用过、审定人、审定时间改了也不算数。",
)


def write_xlsx(phrases: Iterable[Held], *, with_sources: bool = False) -> bytes:
    """The file's bytes: a sheet with a row a phrase, sorted by id, and a sheet of explanations.

    Nothing in it is a formula: every text is a text, also one that begins with an equals sign.

    Arguments:
        phrases: what the bank holds.
        with_sources: whether the names of the samples go with it.
    """
    from openpyxl import Workbook

    workbook = Workbook(write_only=True)
    workbook.properties.creator = ""
    workbook.properties.created = workbook.properties.modified = _WRITTEN
    columns = columns_of(with_sources=with_sources)
    _fill_phrases(workbook.create_sheet(SHEET), columns, sorted(phrases, key=lambda held: held.phrase.id))
    _fill_help(workbook.create_sheet(_HELP), columns)
    out = io.BytesIO()
    workbook.save(out)
    return _same_bytes(out.getvalue())


def _fill_phrases(sheet: Any, columns: Sequence[Column], phrases: Sequence[Held]) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    letters = {column.key: get_column_letter(number) for number, column in enumerate(columns, 1)}
    for column in columns:
        sheet.column_dimensions[letters[column.key]].width = column.width
    sheet.column_dimensions[letters["revision"]].hidden = True
    sheet.freeze_panes = "C2"
    sheet.append([_heading(sheet, column.title) for column in columns])
    styles = _styles(sheet)
    for held in phrases:
        sheet.append([_cell(sheet, column.show(held), styles) for column in columns])
    last = len(phrases) + 1
    sheet.auto_filter.ref = f"A1:{letters[columns[-1].key]}{last}"
    for place, (key, kind) in enumerate(_LISTED):
        letter = get_column_letter(_FIRST_LIST + place)
        choice = DataValidation(
            type="list",
            formula1=f"'{_HELP}'!${letter}$2:${letter}${len(kind) + 1}",
            allow_blank=True,
            showErrorMessage=True,
            errorTitle="不认识",
            error="请从下拉框里选",
        )
        choice.add(f"{letters[key]}2:{letters[key]}{last + _SPARE_ROWS}")
        sheet.data_validations.append(choice)


def _fill_help(sheet: Any, columns: Sequence[Column]) -> None:
    """Column A and B explain the columns, D to F list the codes that the drop-downs offer."""
    from openpyxl.utils import get_column_letter

    titles = {column.key: column.title for column in COLUMNS}
    for number, width in enumerate((12, 70, 3, 22, 22, 32), 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    left = [(column.title, column.about) for column in columns]
    left += [("", ""), *(("", note) for note in _NOTES), ("", "")]
    left += [("层级", join(LEVELS)), ("空位", join(SLOT_TYPES))]
    lists = [[labelled(code) for code in kind] for _, kind in _LISTED]
    sheet.append([_heading(sheet, text) for text in ("列", "说明", "", *(titles[key] for key, _ in _LISTED))])
    styles = _styles(sheet)
    for number in range(max(len(left), *map(len, lists))):
        row = [*(left[number] if number < len(left) else ("", "")), ""]
        row += [names[number] if number < len(names) else "" for names in lists]
        sheet.append([_cell(sheet, text, styles) if text else None for text in row])


def _heading(sheet: Any, text: str) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font, PatternFill

    cell = WriteOnlyCell(sheet, text)
    cell.font = Font(bold=True)
    cell.fill = PatternFill("solid", fgColor="DDEBF7")
    cell.alignment = Alignment(vertical="center")
    return cell


def _cell(sheet: Any, value: str | float, styles: Mapping[str, Any]) -> Any:
    from openpyxl.cell import WriteOnlyCell

    if not isinstance(value, str):
        cell: Any = WriteOnlyCell(sheet, value)
        cell._style = styles["number"]
        return cell
    text = _UNPRINTABLE.sub("\ufffd", value)[:_LONGEST_CELL]
    cell = WriteOnlyCell(sheet)
    cell._style = styles["guarded" if _FORMULA.match(text) else "text"]
    if not text:
        return cell
    # Said outright: the library would make a formula of =…, and an error of #N/A.
    cell._value = text
    cell.data_type = "s"
    return cell


def _styles(sheet: Any) -> dict[str, Any]:
    """The styles of the cells, each made once: to look one up a cell costs more than to write it."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment

    found = {}
    for name in ("text", "guarded", "number"):
        cell: Any = WriteOnlyCell(sheet, "")
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        if name != "number":
            cell.number_format = "@"
        if name == "guarded":
            cell._style.quotePrefix = 1
        found[name] = cell._style
    return found


def _same_bytes(data: bytes) -> bytes:
    """The package without the time at which it was written."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            part = source.read(name)
            if name == "docProps/core.xml":
                stamp = _WRITTEN.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
                part = _DATES.sub(rb"\g<1>" + stamp + rb"\g<2>", part)
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            target.writestr(info, part)
    return out.getvalue()
