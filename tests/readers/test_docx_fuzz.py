"""Whatever the bytes or the order of elements: a text or one of our errors, nothing else."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.errors import ReadError
from drafter.readers.docx import read_docx
from drafter.readers.source import SourceText
from tests.readers.docx_builder import abstract, level, make_docx, num, paragraph, style

SAMPLE = make_docx(
    paragraph("同志们：") + paragraph("甲", num=1, level=0, style="A"),
    numbering=abstract(0, level(0, "chineseCounting", "%1、")) + num(1, 0),
    styles=style("A"),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(SAMPLE) - 1), st.integers(0, 255)), min_size=1, max_size=4))
def test_damaged_bytes_never_raise_anything_else(damage: list[tuple[int, int]]) -> None:
    data = bytearray(SAMPLE)
    for where, value in damage:
        data[where] = value

    try:
        found = read_docx(bytes(data), "稿.docx")
    except ReadError:
        return
    assert isinstance(found, SourceText)


@settings(max_examples=100, deadline=None)
@given(st.recursive(
    st.sampled_from([
        "<w:t>甲</w:t>", "<w:br/>", "<w:fldChar/>", "<w:instrText>TOC</w:instrText>", "<w:sym/>", "<w:pPr/>",
        '<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="separate"/>',
        '<w:fldChar w:fldCharType="end"/>', "<m:f/>",
        "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>',
        "<w:footnoteReference/>", "<w:sectPr><w:headerReference/></w:sectPr>", '<v:textpath string="乙"/>',
    ]),
    lambda inner: st.tuples(
        st.sampled_from([
            "p", "r", "tbl", "tr", "tc", "sdt", "sdtContent", "ins", "del", "txbxContent",
            "ruby", "fldSimple", "drawing",
        ]),
        st.lists(inner, max_size=4),
    ).map(lambda made: f"<w:{made[0]}>{''.join(made[1])}</w:{made[0]}>"),
    max_leaves=20,
))  # fmt: skip
def test_any_order_of_elements_is_read(body: str) -> None:
    numbering = abstract(0, level(0, "chineseCounting", "%1、")) + num(1, 0)

    found = read_docx(make_docx(body, numbering=numbering), "稿.docx")

    assert all(text.strip() == text and text for text in found.paragraphs)
