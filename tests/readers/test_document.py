from __future__ import annotations

from pathlib import Path

import pytest

from drafter.errors import ReadError
from drafter.readers import document, read_bytes, read_source, read_speech

SPEECH = "在全市会议上的讲话\n同志们：\n今天开会。\n一、提高认识\n认识很重要。\n二、抓好落实\n落实更重要。\n"


def refused(data: bytes) -> ReadError:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, "稿件")
    return caught.value


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "R005"),
        (b" \n\t\r\n", "R006"),
        ("　\ufeff\u200b".encode(), "R006"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "R033"),
        (b"%PDF-1.7 ...", "R035"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "R008"),
        (b"\xff\x80\xff" * 300, "R009"),
    ],
)
def test_what_cannot_be_read(data: bytes, code: str) -> None:
    (problem,) = refused(data).problems
    assert problem.code == code
    assert problem.mend
    assert "\n" not in str(problem)


def test_too_large(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(document, "LARGEST", 100)
    assert refused(b"a" * 101).problems[0].code == "R004"
    path = tmp_path / "大.txt"
    path.write_bytes(b"a" * 101)
    with pytest.raises(ReadError, match="R004"):
        read_source(path)


def test_no_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="R001"):
        read_source(tmp_path / "没有.txt")
    with pytest.raises(ReadError, match="R002"):
        read_source(tmp_path)


def test_a_zip_that_is_no_word_document_is_refused() -> None:
    assert refused(b"PK\x03\x04" + b"\0" * 100).problems[0].code.startswith("R02")


def test_the_kind_is_told_by_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "其实是网页.txt"
    path.write_text(f"<html><body><p>{'</p><p>'.join(SPEECH.split())}</p></body></html>", encoding="utf-8")
    assert read_source(path).paragraphs == tuple(SPEECH.split())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_file_to_a_speech(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "稿.txt"
    path.write_text(SPEECH, encoding=encoding)
    speech = read_speech(path)
    assert (speech.title, speech.salutation) == ("在全市会议上的讲话", "同志们")
    assert [section.heading for section in speech.sections] == ["提高认识", "抓好落实"]


def test_notes_of_cleaning_reach_the_speech(tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_text(SPEECH + "（未完，全文共4860字）\n", encoding="utf-8")
    assert "truncated" in {anomaly.code for anomaly in read_speech(path).anomalies}
