"""What is no readable Word document is called by its name; small sins are forgiven."""

from __future__ import annotations

import pytest

from drafter.errors import ReadError
from drafter.readers.docx import read_docx
from tests.readers.docx_builder import (
    NAMESPACES,
    RawEntry,
    make_docx,
    paragraph,
    parts_of,
    raw_zip,
    root,
    zip_of,
)

SPEECH = paragraph("同志们：") + paragraph("今天开会。")
OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def with_body(part: str) -> bytes:
    return zip_of(parts_of(SPEECH) | {"word/document.xml": part})


@pytest.mark.parametrize(
    ("data", "code", "says"),
    [
        (b"", "R020", "空"),
        (b"just words", "R020", "不是 Word 文件"),
        (b"%PDF-1.7 ...", "R020", "PDF"),
        (b"{\\rtf1\\ansi}", "R020", "RTF"),
        (b"\xef\xbb\xbf<html><body>x</body></html>", "R020", "网页"),
        (OLE + bytes(100) + "WordDocument".encode("utf-16-le"), "R021", "这是旧版 .doc"),
        (OLE + bytes(1000), "R021", "旧版"),
        (OLE + "Workbook".encode("utf-16-le"), "R020", "Excel"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "R022", "密码"),
        (b"PK\x03\x04 and no more", "R023", "损坏"),
        (make_docx(SPEECH)[:-200], "R023", "损坏"),
        (zip_of({"xl/workbook.xml": "<a/>"}), "R020", "Excel"),
        (zip_of({"ppt/presentation.xml": "<a/>"}), "R020", "演示文稿"),
        (zip_of({"mimetype": "", "content.xml": "<a/>"}), "R020", "OpenDocument"),
        (zip_of({"稿.docx": make_docx(SPEECH)}), "R020", "压缩包"),
        (zip_of({"word/styles.xml": "<a/>"}), "R026", "没有正文"),
        (with_body(f"<w:document {NAMESPACES}/>"), "R026", "没有正文"),
        (with_body("<html/>"), "R027", "不是 Word 正文"),
        (with_body(""), "R027", "坏的"),
        (with_body(root("document", "<w:p>")), "R027", "坏的"),
        (with_body(root("document", "\x01")), "R027", "坏的"),
        (with_body("<?xml version='1.0' encoding='nonsense'?><a/>"), "R027", "坏的"),
        (zip_of(parts_of(SPEECH) | {"word/_rels/document.xml.rels": "<Relationships>"}), "R027", "坏的"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named(data: bytes, code: str, says: str) -> None:
    with pytest.raises(ReadError, match=says) as caught:
        read_docx(data, "稿.docx")

    (problem,) = caught.value.problems
    assert problem.code == code
    assert problem.file == "稿.docx"
    assert "\n" not in str(problem)


def test_body_is_found_by_its_relationship_wherever_it_is() -> None:
    parts = parts_of(SPEECH)
    relation = str(parts["_rels/.rels"]).replace("word/document.xml", "/office/text.xml")
    moved = {"_rels/.rels": relation, "office/text.xml": parts["word/document.xml"]}

    assert read_docx(zip_of(moved), "稿.docx").paragraphs == ("同志们：", "今天开会。")


def test_backslashes_and_missing_relationships_are_forgiven() -> None:
    data = zip_of({"word\\document.xml": parts_of(SPEECH)["word/document.xml"]})

    assert read_docx(data, "稿.docx").paragraphs == ("同志们：", "今天开会。")


def test_two_pictures_of_one_name_do_no_harm() -> None:
    entries = [RawEntry.of(*one) for one in parts_of(SPEECH).items()]
    pictures = [RawEntry.of("word/media/image1.png", b"a"), RawEntry.of("word/media/image1.png", b"b")]

    assert read_docx(raw_zip(entries + pictures), "稿.docx").paragraphs == ("同志们：", "今天开会。")
