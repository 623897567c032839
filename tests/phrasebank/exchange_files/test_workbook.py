"""Workbooks: what Excel shows of ours, and what we make of those that others send."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import openpyxl
import pytest

from phrasebank.errors import CodedError
from phrasebank.exchange_files.workbook import read_xlsx
from phrasebank.exchange_files.xlsx_file import write_xlsx
from phrasebank.model import Status
from phrasebank.store import Held
from tests.phrasebank.exchange_files.conftest import held_of, phrase_of


def saved(book: Any) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def of_rows(*rows: tuple[object, ...]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    return saved(book)


def package(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def test_what_the_curator_sees(helds: tuple[Held, ...]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(helds)))
    assert book.sheetnames == ["词条", "说明"]
    sheet = book["词条"]
    titles = [cell.value for cell in sheet[1]]
    assert titles[:2] == ["编号", "文字"]
    assert titles[-1] == "版本"
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == f"A1:{sheet.cell(1, len(titles)).column_letter}{len(helds) + 1}"
    assert sheet.column_dimensions[sheet.cell(1, len(titles)).column_letter].hidden
    assert not sheet.column_dimensions["B"].hidden
    assert sheet["B2"].alignment.wrap_text
    assert "出处" not in titles


def test_drop_downs_offer_every_code(helds: tuple[Held, ...]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(helds)))
    sheet, offered = book["词条"], {}
    for choice in sheet.data_validations.dataValidation:
        column = str(choice.sqref).partition(":")[0].rstrip("0123456789")
        _, _, cells = str(choice.formula1).partition("!")
        cells = cells.replace("$", "")
        offered[sheet[f"{column}1"].value] = [row[0].value for row in book["说明"][cells]]
    assert offered["状态"] == [
        "待审 candidate",
        "采用 accepted",
        "不用 rejected",
        "禁用 forbidden",
        "停用 obsolete",
    ]
    assert len(offered["单位"]) == 11
    assert len(offered["语步"]) == 24
    assert "要点·措施 point.measure" in offered["语步"]


def test_no_text_becomes_a_formula() -> None:
    texts = ("=1+1是等于二", "+号", "-号", "@号", "#N/A")
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx([held_of(phrase_of(text)) for text in texts])))
    for row in book["词条"].iter_rows(min_row=2):
        assert all(cell.data_type != "f" for cell in row)
        assert row[1].data_type == "s"
        assert row[1].quotePrefix or row[1].value == "#N/A"


def test_formulas_count_as_the_values_they_were_saved_with() -> None:
    data = of_rows(("文字", "单位", "语步", "备注"), ("守土有责", "短语", "号召", '=HYPERLINK("http://x")'))
    (row,) = read_xlsx(data).given
    assert row.fields["note"] == ""


def test_numbers_merged_and_empty_rows() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["词条表"])
    sheet.merge_cells("A1:D1")
    sheet.append([])
    sheet.append(["编号", "文字", "备注", "得分"])
    sheet.append([12345678901234, "守土有责", 3.0, 0.5])
    sheet.append([None, None, None, None])
    sheet.append([None, "尽职尽责", None, None])
    sheet.merge_cells("C4:C6")
    first, second = read_xlsx(saved(book)).given
    assert (first.id, first.fields["note"], first.extras["score"]) == ("0012345678901234", "3", 0.5)
    assert (second.line, second.id, second.fields["note"]) == (6, "", "")


def test_the_first_visible_sheet_or_the_one_of_that_name() -> None:
    book = openpyxl.Workbook()
    book.create_sheet("词条").append(["文字"])
    book["词条"].append(["守土有责"])
    first = book.active
    assert first is not None
    first.append(["文字"])
    first.append(["别的表"])
    assert read_xlsx(saved(book)).given[0].fields["text"] == "守土有责"
    book["词条"].sheet_state = "hidden"
    assert read_xlsx(saved(book)).given[0].fields["text"] == "别的表"


def test_a_false_extent_is_not_believed() -> None:
    data = of_rows(("文字", "状态"), ("守土有责", "采用"))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name.endswith("sheet1.xml"):
                part = part.replace(b'<dimension ref="A1:B2"', b'<dimension ref="A1:XFD1048576"')
                assert b"XFD1048576" in part
            target.writestr(name, part)
    (row,) = read_xlsx(out.getvalue()).given
    assert row.fields["status"] is Status.ACCEPTED


def test_a_cell_a_million_rows_down_is_too_many_rows() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = "文字"
    sheet["A1048576"] = "守土有责"
    with pytest.raises(CodedError, match="I003"):
        read_xlsx(saved(book))


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "不是完整的工作簿"),
        (b"PK\x03\x04broken", "不是完整的工作簿"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "xls"),
        (package(**{"word/document.xml": b"<a/>"}), "不是 Excel"),
        (package(**{"xl/workbook.xml": b"<a/>"}), "损坏"),
        (package(**{"xl/workbook.xml": b"<a/>", "xl/b.xml": bytes(64 * 2**20)}), "太大"),
        (package(**{"xl/workbook.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "DOCTYPE"),
        (package(**{"xl/workbook.xml": b"<a/>", **{f"xl/{n}": b"" for n in range(2001)}}), "太多"),
    ],
    ids=["empty", "torn", "xls", "word", "hollow", "bomb", "entities", "parts"],
)
def test_hostile_and_broken_packages_are_refused(data: bytes, told: str) -> None:
    with pytest.raises(CodedError, match=told) as refused:
        read_xlsx(data, file="坏.xlsx")
    assert refused.value.problems[0].code == "I004"
