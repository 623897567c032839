"""Files that are not what they say, or mean harm: one clear line each, at little cost."""

from __future__ import annotations

import json
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.errors import ReadError
from drafter.readers.docx import archive, markup, read_docx
from tests.readers.docx_builder import (
    NAMESPACES,
    RawEntry,
    abstract,
    deflate,
    deflated_zeros,
    level,
    make_docx,
    num,
    paragraph,
    parts_of,
    raw_zip,
    run,
    style,
    zip_of,
)

SPEECH = paragraph("同志们：") + paragraph("今天开会。")


def refused(data: bytes) -> str:
    """The code the file is refused with; the message is one line that names the file."""
    with pytest.raises(ReadError) as caught:
        read_docx(data, "稿.docx")
    (problem,) = caught.value.problems
    assert problem.file == "稿.docx"
    assert "\n" not in str(problem)
    return problem.code


def with_part(part: str, content: str | bytes) -> bytes:
    return zip_of(parts_of(SPEECH) | {part: content})


def with_raw(entry: RawEntry) -> bytes:
    """A document one of whose parts is replaced by a raw entry."""
    return raw_zip([*(one for one in raw_parts() if one.name != entry.name), entry])


def body_entry(packed: bytes, size: int, **more: int) -> RawEntry:
    return RawEntry("word/document.xml", packed, size, **more)


def document(inside: str, before: str = "") -> str:
    body = f"<w:document {NAMESPACES}><w:body>{inside}</w:body></w:document>"
    return f"<?xml version='1.0' encoding='UTF-8'?>{before}{body}"


def with_document(
    inside: str, before: str = "", *, encoding: str = "UTF-8", method: int = zipfile.ZIP_DEFLATED
) -> bytes:
    """A document with this body and these declarations before its root."""
    text = document(inside, before).replace("UTF-8", encoding)
    return zip_of(parts_of(SPEECH) | {"word/document.xml": text.encode(encoding)}, method=method)


def raw_parts(**side: str) -> list[RawEntry]:
    return [RawEntry.of(*one) for one in parts_of(SPEECH, **side).items()]


BILLION_LAUGHS = (
    "<!DOCTYPE lol [<!ENTITY a '哈哈哈哈哈哈哈哈哈哈'>"
    + "".join(
        f"<!ENTITY {name} '{f'&{before};' * 10}'>"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)
NESTED = 100_000


def nested(depth: int, tag: str = "w:sdt") -> str:
    return f"<{tag}>" * depth + paragraph("深处") + f"</{tag}>" * depth


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "bomb": (lambda: with_raw(body_entry(deflated_zeros(1024), 1 << 30)), "R024"),
    "bomb within the size": (lambda: with_raw(body_entry(deflated_zeros(60), 60 << 20)), "R024"),
    "bomb in the styles": (
        lambda: raw_zip(
            [one for one in raw_parts(styles="") if one.name != "word/styles.xml"]
            + [RawEntry("word/styles.xml", deflated_zeros(1024), 1 << 30)]
        ),
        "R024",
    ),
    "header says less": (lambda: with_raw(body_entry(deflated_zeros(1024), 100)), "R023"),
    "header says less and is packed more": (
        lambda: with_raw(body_entry(deflated_zeros(1024), 60 << 20, packed_size=1 << 20)),
        "R023",
    ),
    "header says packed size beyond the end": (
        lambda: with_raw(body_entry(deflate(b"<a/>"), 4, packed_size=1 << 30)),
        "R023",
    ),
    "wrong checksum": (lambda: with_raw(body_entry(deflate(b"<a/>"), 4, crc=1)), "R023"),
    "bzip2": (lambda: zip_of(parts_of(SPEECH), method=zipfile.ZIP_BZIP2), "R023"),
    "lzma": (lambda: zip_of(parts_of(SPEECH), method=zipfile.ZIP_LZMA), "R023"),
    "encrypted entry": (lambda: with_raw(body_entry(deflate(b"<a/>"), 4, flags=1)), "R022"),
    "two bodies": (lambda: raw_zip([*raw_parts(), RawEntry.of("Word/Document.xml", "")]), "R025"),
    "hundred thousand entries": (lambda: raw_zip(raw_parts()) + b"PK\x01\x02" * 100_000, "R025"),
    "billion laughs": (lambda: with_document(paragraph("<w:r><w:t>&i;</w:t></w:r>"), BILLION_LAUGHS), "R028"),
    "external entity": (
        lambda: with_document(
            paragraph("<w:r><w:t>&x;</w:t></w:r>"), "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>"
        ),
        "R028",
    ),
    "external subset": (lambda: with_document(SPEECH, "<!DOCTYPE d SYSTEM 'http://x/d.dtd'>"), "R028"),
    "doctype in UTF-16": (lambda: with_document(SPEECH, "<!DOCTYPE d>", encoding="UTF-16"), "R028"),
    "doctype in UTF-7": (lambda: with_document(SPEECH, "<!DOCTYPE d>", encoding="UTF-7"), "R028"),
    "doctype in the numbering": (
        lambda: zip_of(parts_of(SPEECH, numbering="") | {"word/numbering.xml": "<!DOCTYPE d><d/>"}),
        "R028",
    ),
    "doctype in the relations": (lambda: with_part("_rels/.rels", "<!DOCTYPE d><d/>"), "R028"),
    "deep nesting": (lambda: with_document(nested(NESTED)), "R029"),
    "deep nesting never closed": (
        lambda: with_part("word/document.xml", f"<w:document {NAMESPACES}>" + "<w:p>" * NESTED),
        "R029",
    ),
    "one endless text": (
        lambda: with_document(paragraph("长" * 4_000_000), method=zipfile.ZIP_STORED),
        "R029",
    ),
    "millions of elements": (
        lambda: with_document("<w:p/>" * (markup.MAX_MARKS + 1), method=zipfile.ZIP_STORED),
        "R029",
    ),
    "millions of attributes": (
        lambda: with_document("<w:p a='' b='' c=''/>" * 1_000_000, method=zipfile.ZIP_STORED),
        "R029",
    ),
}  # fmt: skip

_MEASURE = """
import json, resource, sys, time
from pathlib import Path
from drafter.errors import ReadError
from drafter.readers.docx import read_docx
data = Path(sys.argv[1]).read_bytes()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
start = time.process_time()
try:
    read_docx(data, "x.docx")
    code = ""
except ReadError as error:
    code = error.problems[0].code
used = time.process_time() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps([code, used, (peak - before) / 1024]))
"""


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_file_is_refused_in_one_line(case: str) -> None:
    build, code = HOSTILE[case]

    assert refused(build()) == code


@pytest.mark.parametrize(
    "case",
    ["bomb", "header says less and is packed more", "billion laughs", "deep nesting", "millions of elements"],
)
def test_hostile_file_costs_little_time_and_memory(case: str, tmp_path: Path) -> None:
    build, code = HOSTILE[case]
    (tmp_path / "x.docx").write_bytes(build())

    ran = subprocess.run(
        [sys.executable, "-c", _MEASURE, str(tmp_path / "x.docx")], capture_output=True, check=True, text=True
    )

    found, seconds, mebibytes = json.loads(ran.stdout)
    assert found == code
    assert seconds < 2
    assert mebibytes < 300


BLANK_RUNNING_ON = paragraph(" ", properties="<w:rPr><w:del/></w:rPr>")
FIELD_BEGINS = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
RESULT_BEGINS = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
BOX_BEGINS, BOX_ENDS = "<w:r><w:pict><w:txbxContent><w:p>", "</w:p></w:txbxContent></w:pict></w:r>"
LABORIOUS = {
    "fields that only begin": paragraph(FIELD_BEGINS * 30_000),
    "results within results": paragraph((FIELD_BEGINS + RESULT_BEGINS + run("甲")) * 30_000),
    "an endless field code": paragraph(
        FIELD_BEGINS, "<w:r><w:instrText>TOC TOC</w:instrText></w:r>" * 30_000
    ),
    "hidden runs": paragraph(run("密文密文密文", "<w:vanish/>") * 30_000),
    "blank paragraphs that run on": BLANK_RUNNING_ON * 30_000,
    "boxes in boxes": paragraph(BOX_BEGINS * 60 + BOX_ENDS * 60),
}


@pytest.mark.parametrize("case", LABORIOUS)
def test_work_grows_no_faster_than_the_file(case: str) -> None:
    data = make_docx(LABORIOUS[case])
    start = time.process_time()

    read_docx(data, "稿.docx")

    assert time.process_time() - start < 5


def test_long_chain_of_styles() -> None:
    chain = "".join(style(f"S{index}", based_on=f"S{index + 1}") for index in range(20_000))
    body = "".join(paragraph("甲", style=f"S{index}") for index in range(0, 20_000, 10))

    assert len(read_docx(make_docx(body, styles=chain), "稿.docx").paragraphs) == 2_000


def test_bomb_is_as_small_as_it_claims() -> None:
    assert len(HOSTILE["bomb"][0]()) < 8 << 20


def test_total_of_all_parts_is_capped(monkeypatch: pytest.MonkeyPatch) -> None:
    data = make_docx(SPEECH, styles=style("A") * 200, numbering="")
    assert read_docx(data, "稿.docx").paragraphs == ("同志们：", "今天开会。")

    monkeypatch.setattr(archive, "MAX_TOTAL_BYTES", 10_000)

    assert refused(data) == "R024"


def test_marks_are_counted_before_parsing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markup, "MAX_MARKS", 10)

    assert refused(make_docx(SPEECH)) == "R029"


def test_bomb_in_a_picture_does_no_harm() -> None:
    data = raw_zip([*raw_parts(), RawEntry("word/media/image1.bmp", deflated_zeros(300), 300 << 20)])

    assert read_docx(data, "稿.docx").paragraphs == ("同志们：", "今天开会。")


def test_nesting_that_word_can_write_is_read() -> None:
    assert read_docx(with_document(nested(200, "w:ins")), "稿.docx").paragraphs == ("深处",)


def test_equal_paragraphs_are_no_bomb() -> None:
    data = make_docx(paragraph("同一句话。") * 20_000)

    assert len(read_docx(data, "稿.docx").paragraphs) == 20_000


def test_huge_numbers_and_texts_in_the_numbering_stay_small() -> None:
    numbering = abstract(0, level(0, "upperRoman", "%1" * 1_000_000, start=2_000_000_000)) + num(1, 0)

    (text,) = read_docx(make_docx(paragraph("甲", num=1, level=0), numbering=numbering), "稿.docx").paragraphs

    assert len(text) < 5_000
