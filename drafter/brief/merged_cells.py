"""Merged cells of a sheet: what stands in the first one holds for those below it.

openpyxl's reading mode, which keeps a large sheet out of the memory, says nothing of merged cells;
so they are read from the sheet's own XML (ECMA-376 part 1, 18.3.1.54).
"""

from __future__ import annotations

import posixpath
import re

from drafter.safexml import parse_part
from drafter.safezip import BoundedZip, open_bounded

__all__ = ["fill_merged"]

_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)"')


def fill_merged(rows: list[list[str]], data: bytes, sheet: str) -> None:
    """Write the text of each upright merged block into the cells of its first column.

    Across nothing is written: a title over the whole table must not look like a row of heads.

    Arguments:
        rows: the sheet's cells as text, changed in place.
        data: the workbook's bytes.
        sheet: the sheet's name.
    """
    package = open_bounded(data)
    part = _part_of(package, sheet)
    if part not in package:
        return
    for match in _MERGED.finditer(package.read(part)):
        column, first, last = _column(match[1]), int(match[2]) - 1, int(match[4]) - 1
        if first >= len(rows) or column >= len(rows[first]):
            continue
        for row in rows[first + 1 : last + 1]:
            if column < len(row) and not row[column]:
                row[column] = rows[first][column]


def _part_of(package: BoundedZip, sheet: str) -> str:
    workbook = parse_part(package.read("xl/workbook.xml"), "xl/workbook.xml")
    relation = next(
        (item.get(_RELATION) for item in workbook.iter(f"{_SHEET}sheet") if item.get("name") == sheet), None
    )
    links = parse_part(package.read("xl/_rels/workbook.xml.rels"), "xl/_rels/workbook.xml.rels")
    target = next((item.get("Target") for item in links if item.get("Id") == relation), None)
    return posixpath.normpath(posixpath.join("/xl", str(target))).lstrip("/")


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1
