"""CSV as Excel and WPS write it, and as a person does."""

from __future__ import annotations

import pytest

from phrasebank.errors import CodedError
from phrasebank.exchange_files.csv_file import read_csv, write_csv
from phrasebank.model import Move, Phrase, Status, Unit
from tests.phrasebank.exchange_files.conftest import held_of, phrase_of

TABLE = "编号,文字,单位,语步,状态\n,守土有责,短语,号召,采用\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings(encoding: str) -> None:
    (row,) = read_csv(TABLE.encode(encoding)).given
    assert row.fields["text"] == "守土有责"
    assert (row.fields["unit"], row.fields["move"]) == (Unit.PHRASE, Move.CLOSING_CALL)
    assert row.fields["status"] is Status.ACCEPTED


@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_separators(separator: str) -> None:
    (row,) = read_csv(TABLE.replace(",", separator).encode()).given
    assert row.line == 2
    assert row.fields["text"] == "守土有责"


def test_a_title_above_and_empty_rows_between() -> None:
    text = "语料库词条表,,\n,,\n文字,单位,语步\n,,\n守土有责,短语,号召\n"
    (row,) = read_csv(text.encode()).given
    assert row.line == 5


def test_a_blank_status_says_nothing_and_a_missing_column_neither() -> None:
    (row,) = read_csv("编号,状态,备注\n00000000000000aa,,看过\n".encode()).given
    assert row.fields == {"note": "看过"}


def test_columns_that_mean_nothing_are_named() -> None:
    read = read_csv("文字,单位,语步,心情\n守土有责,短语,号召,好\n".encode())
    assert [warning.code for warning in read.warnings] == ["I011"]
    assert "心情" in read.warnings[0].message


@pytest.mark.parametrize(
    ("cells", "code", "column"),
    [
        ("守土有责,词,号召", "P010", "单位"),
        ("守土有责,短语,喊话", "P011", "语步"),
        ("守土有{责},短语,号召", "P012", "文字"),
        ("守土有{task:adj},短语,号召", "P013", "文字"),
        ("守土有{task,短语,号召", "P013", "文字"),
        (",短语,号召", "P020", "文字"),
    ],
)
def test_a_bad_cell_is_told_with_row_and_column(cells: str, code: str, column: str) -> None:
    read = read_csv(f"文字,单位,语步\n{cells}\n尽职尽责,短语,号召\n".encode(), file="表.csv")
    (problem,) = read.refused
    assert (problem.code, problem.line, problem.key, problem.file) == (code, 2, column, "表.csv")
    assert len(read.given) == 1


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xff\xfe\x00", "I001"),
        (b"\x81\xff\x00\x01", "I001"),
        ('文字,单位\n"守土,短语\n'.encode(), "I002"),
        (("文字\n" + "守\n" * 200_001).encode(), "I003"),
    ],
)
def test_what_is_no_table_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(CodedError, match=code):
        read_csv(data)


def test_without_headings_nothing_is_read() -> None:
    read = read_csv("守土有责,短语\n".encode())
    assert not read.given
    assert read.refused[0].code == "I010"


@pytest.mark.parametrize("identity", ["1234567890123456", "12345678e1234567"])
def test_an_id_that_looks_like_a_number_is_kept_from_the_spreadsheet(identity: str) -> None:
    phrase = phrase_of("守土有责")
    data = write_csv([held_of(Phrase(identity, phrase.text, phrase.unit, phrase.move))])
    assert f"'{identity}," in data.decode("utf-8-sig")
    assert read_csv(data).given[0].id == identity


def test_zeros_that_a_spreadsheet_dropped_come_back() -> None:
    (row,) = read_csv("编号,备注\n12345678901234,好\n".encode()).given
    assert row.id == "0012345678901234"
