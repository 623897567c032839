"""Runs, breaks, symbols, formulas and fields of a Word document as text."""

from __future__ import annotations

import pytest

from drafter.readers.docx import read_docx
from drafter.readers.source import SourceText
from tests.readers.docx_builder import field, make_docx, paragraph, run

BASE = "<m:e><m:r><m:t>a</m:t></m:r></m:e>"


def source(body: str, **side: str) -> SourceText:
    return read_docx(make_docx(body, **side), "稿.docx")


def read(body: str, **side: str) -> list[str]:
    return list(source(body, **side).paragraphs)


def dropped(body: str, **side: str) -> list[tuple[str, str, int]]:
    return [(one.reason, one.text, one.line) for one in source(body, **side).dropped]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r>", "甲\n乙"),
        ("<w:r><w:t>甲</w:t><w:cr/><w:t>乙</w:t></w:r>", "甲\n乙"),
        ('<w:r><w:t>甲</w:t><w:br w:type="page"/><w:t>乙</w:t></w:r>', "甲\n乙"),
        ("<w:r><w:t>甲</w:t><w:lastRenderedPageBreak/><w:t>乙</w:t></w:r>", "甲乙"),
        ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>", "甲\t乙"),
        ("<w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>3</w:t></w:r>", "A-3"),
        ("<w:r><w:t>安</w:t><w:softHyphen/><w:t>全</w:t></w:r>", "安全"),
        ("<w:r><w:t>\n   安全\n  </w:t></w:r>", "安全"),
        ('<w:r><w:t xml:space="preserve">Plan B </w:t></w:r><w:r><w:t>ready</w:t></w:r>', "Plan B ready"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t>5</w:t></w:r>', "≥5"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F081"/><w:t>查</w:t></w:r>', "①查"),
        ('<w:r><w:sym w:font="Wingdings 2" w:char="6B"/><w:t>改</w:t></w:r>', "②改"),
        ('<w:r><w:sym w:font="宋体" w:char="2460"/><w:t>查</w:t></w:r>', "①查"),
        ("<w:smartTag><w:smartTag>" + run("东山县") + "</w:smartTag></w:smartTag>", "东山县"),
        ('<w:hyperlink r:id="x">' + run("通报") + "</w:hyperlink>", "通报"),
        ("<w:customXml>" + run("通报") + "</w:customXml>", "通报"),
        ("<w:bdo>" + run("通报") + "</w:bdo>", "通报"),
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + run("周明远") + "</w:sdtContent></w:sdt>", "周明远"),
        (
            "<w:r><w:ruby><w:rubyPr/><w:rt>"
            + run("jiǎng")
            + "</w:rt><w:rubyBase>"
            + run("讲")
            + "</w:rubyBase></w:ruby></w:r>",
            "讲",
        ),
        (run("10") + run("4", '<w:vertAlign w:val="superscript"/>') + run("亩"), "10⁴亩"),
        (run("CO") + run("2", '<w:vertAlign w:val="subscript"/>'), "CO₂"),
        (run("第1") + run("st", '<w:vertAlign w:val="superscript"/>') + run("2"), "第1st2"),
        ("<w:r><w:rPr><w:webHidden/></w:rPr><w:t>甲</w:t></w:r>", "甲"),
        ("<w:proofErr w:type='spellStart'/><w:bookmarkStart w:id='0' w:name='b'/>" + run("甲"), "甲"),
    ],
)
def test_inline_content(content: str, expected: str) -> None:
    assert read(f"<w:p>{content}</w:p>") == [expected]


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("<m:r><m:t>x=5</m:t></m:r>", "x=5"),
        ("<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>3</m:t></m:r></m:den></m:f>", "1/3"),
        ("<m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>3</m:t></m:r></m:sup></m:sSup>", "10³"),
        ("<m:sSup><m:e><m:r><m:t>a</m:t></m:r></m:e><m:sup><m:r><m:t>n</m:t></m:r></m:sup></m:sSup>", "a^n"),
        ("<m:sSub><m:e><m:r><m:t>CO</m:t></m:r></m:e><m:sub><m:r><m:t>2</m:t></m:r></m:sub></m:sSub>", "CO₂"),
        ("<m:rad><m:e><m:r><m:t>2</m:t></m:r></m:e></m:rad>", "√2"),
        (f"<m:d>{BASE}</m:d>", "(a)"),
        (
            f'<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr>{BASE}</m:d>',
            "[a]",
        ),
    ],
)
def test_formulas_keep_their_value(formula: str, expected: str) -> None:
    assert read(f"<w:p><m:oMath>{formula}</m:oMath></w:p>") == [expected]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (run("见") + field(" REF a ", "第二部分") + run("。"), "见第二部分。"),
        (run("见") + field(" PAGE ") + run("。"), "见。"),
        ('<w:fldSimple w:instr=" DATE ">' + run("3月18日") + "</w:fldSimple>", "3月18日"),
        (field(" IF ", run("外") + field(" REF b ", "内")), "外内"),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            + field(" REF c ", "条件")
            + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            + run("结果")
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            "结果",
        ),
        (field(r" eq \o\ac(○,1) ") + run("查隐患"), "①查隐患"),
        (field(r" EQ \o\ac(□,3) ") + run("查隐患"), "3查隐患"),
        (field(r' EQ \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(jiang),讲) ') + run("话"), "讲话"),
        (field(" EQ \\f(1,2) ", "½"), "½"),
        ('<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run("甲"), "甲"),
        ('<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("甲"), "甲"),
    ],
)
def test_fields_give_their_result_and_not_their_code(content: str, expected: str) -> None:
    assert read(f"<w:p>{content}</w:p>") == [expected]


def test_field_that_never_ends_costs_its_paragraph_at_most() -> None:
    body = paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "码") + paragraph("正文。")

    assert read(body) == ["正文。"]


TOC_BEGIN = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>'
)
TOC_RESULT = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
TOC_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def test_contents_made_by_word_stay_out_with_their_heading() -> None:
    body = (
        paragraph("讲话")
        + paragraph("目　录")
        + paragraph(
            TOC_BEGIN + TOC_RESULT + run("一、形势") + "<w:r><w:tab/></w:r>" + field(" PAGEREF a ", "1")
        )
        + paragraph("二、任务")
        + paragraph(TOC_END + run("一、形势"))
    )

    assert read(body) == ["讲话", "一、形势"]
    assert dropped(body) == [
        ("contents", "目　录", 3),
        ("contents", "一、形势\t1", 3),
        ("contents", "二、任务", 4),
    ]


def test_contents_without_an_end_swallow_nothing() -> None:
    body = paragraph(TOC_BEGIN + TOC_RESULT + run("一、形势")) + paragraph("正文。")

    assert read(body) == ["一、形势", "正文。"]


def test_contents_block_stays_out() -> None:
    block = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{paragraph('目录')}{paragraph('一、形势1')}</w:sdtContent></w:sdt>"
    )

    assert read(block + paragraph("一、形势")) == ["一、形势"]
    assert dropped(block) == [("contents", "目录\n一、形势1", 1)]


def test_prompt_of_an_unfilled_control_stays_out() -> None:
    control = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
        f"<w:sdtContent>{run('单击此处输入')}</w:sdtContent></w:sdt>"
    )

    assert read(paragraph("讲话人：", control)) == ["讲话人："]
    assert dropped(paragraph("讲话人：", control)) == [("prompt", "单击此处输入", 1)]
