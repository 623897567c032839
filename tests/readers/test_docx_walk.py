"""Paragraphs, tables, text boxes and what stands beside the body, in reading order."""

from __future__ import annotations

import pytest

from drafter.readers.docx import read_docx
from drafter.readers.source import SourceText
from tests.readers.docx_builder import (
    abstract,
    field,
    level,
    make_docx,
    make_strict_docx,
    num,
    paragraph,
    run,
    style,
)

NUMBERED = abstract(0, level(0, "chineseCounting", "%1、")) + num(1, 0)
DELETED_MARK = "<w:rPr><w:del w:id='1' w:author='a'/></w:rPr>"
BOX = "<w:txbxContent>{}</w:txbxContent>"
SHAPE = (
    "<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>"
    f"{BOX}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
)
OLD_SHAPE = f"<w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict>"


def source(body: str, **side: str) -> SourceText:
    return read_docx(make_docx(body, **side), "稿.docx")


def read(body: str, **side: str) -> list[str]:
    return list(source(body, **side).paragraphs)


def dropped(body: str, **side: str) -> list[tuple[str, str, int]]:
    return [(one.reason, one.text, one.line) for one in source(body, **side).dropped]


def cell(*content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(content)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def test_paragraphs_are_one_each_and_empty_ones_are_left_out() -> None:
    found = source(paragraph("同志们：") + paragraph() + paragraph("  　 ") + paragraph("今天", "开会。"))

    assert found.paragraphs == ("同志们：", "今天开会。")
    assert found.trusted
    assert found.name == "稿.docx"
    assert found.dropped == ()
    assert found.notes == ()


def test_table_cells_come_row_by_row_with_what_is_nested_in_them() -> None:
    nested = f"<w:tbl>{row(cell(paragraph('内一')), cell(paragraph('内二')))}</w:tbl>"
    table = (
        f"<w:tbl><w:tblPr/>{row(cell(paragraph('一')), cell(paragraph('二'), paragraph('二续')))}"
        f"{row(cell(nested, paragraph('三')), cell(paragraph('四')))}</w:tbl>"
    )

    assert read(paragraph("前") + table + paragraph("后")) == [
        "前",
        "一",
        "二",
        "二续",
        "内一",
        "内二",
        "三",
        "四",
        "后",
    ]


def test_rows_and_cells_in_content_controls_come_in() -> None:
    inside = f"<w:sdt><w:sdtContent>{cell(paragraph('甲'))}</w:sdtContent></w:sdt>"
    table = f"<w:tbl><w:sdt><w:sdtContent><w:tr>{inside}</w:tr></w:sdtContent></w:sdt></w:tbl>"

    assert read(table) == ["甲"]


MERGED = '<w:vMerge w:val="restart"/>'


def test_deleted_rows_and_cells_and_merged_cells_stay_out() -> None:
    table = (
        f"<w:tbl>{row(cell(paragraph('删')), properties='<w:del/>')}"
        f"{row(cell(paragraph('合'), properties=MERGED), cell(paragraph('甲')))}"
        f"{row(cell(paragraph('盖'), properties='<w:vMerge/>'), cell(paragraph('乙')))}"
        f"{row(cell(paragraph('去'), properties='<w:cellDel/>'), cell(paragraph('丙')))}</w:tbl>"
    )

    assert read(table) == ["合", "甲", "乙", "丙"]
    assert [one[:2] for one in dropped(table)] == [
        ("deleted", "删"),
        ("merged-cell", "盖"),
        ("deleted", "去"),
    ]


def test_cell_ends_what_runs_on() -> None:
    table = f"<w:tbl>{row(cell(paragraph('甲', properties=DELETED_MARK)), cell(paragraph('乙')))}</w:tbl>"

    assert read(table) == ["甲", "乙"]


def alternates(choice: str, fallback: str, requires: str = "wps") -> str:
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="{requires}">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_text_box_comes_once_and_before_the_text_it_leads() -> None:
    box = alternates(SHAPE.format(paragraph("标题")), OLD_SHAPE.format(paragraph("标题")))

    assert read(paragraph(box, "正文。") + paragraph("后")) == ["标题", "正文。", "后"]


def test_text_box_anchored_behind_text_comes_after_its_paragraph() -> None:
    box = alternates(SHAPE.format(paragraph("旁注") + paragraph("两行")), "")

    assert read(paragraph("正文", box, "不断。") + paragraph("后")) == ["正文不断。", "旁注", "两行", "后"]


def test_fallback_is_read_when_the_choice_is_unknown_or_has_no_text() -> None:
    unknown = alternates(
        "<w:r/>" + SHAPE.format(paragraph("新")), OLD_SHAPE.format(paragraph("旧")), requires="nobody"
    )
    picture = alternates("<w:drawing/>", OLD_SHAPE.format(paragraph("有字")))

    assert read(paragraph(unknown) + paragraph(picture)) == ["旧", "有字"]


def test_old_text_box_and_word_art_come_in() -> None:
    art = '<w:r><w:pict><v:shape><v:textpath string="临江市简报"/></v:shape></w:pict></w:r>'

    assert read(paragraph(art) + paragraph(f"<w:r>{OLD_SHAPE.format(paragraph('框'))}</w:r>")) == [
        "临江市简报",
        "框",
    ]


def test_box_in_hidden_text_stays_out() -> None:
    hidden = f"<w:r><w:rPr><w:vanish/></w:rPr>{OLD_SHAPE.format(paragraph('密'))}</w:r>"

    assert read(paragraph(hidden, "见")) == ["见"]


def test_box_inside_a_field_result_and_numbers_inside_boxes() -> None:
    box = f"<w:r>{OLD_SHAPE.format(paragraph('框', num=1, level=0))}</w:r>"
    body = paragraph("甲", num=1, level=0) + paragraph(field(" REF x ", box), "后")

    assert read(body, numbering=NUMBERED) == ["一、甲", "二、框", "后"]


def test_pictures_charts_and_objects_are_recorded() -> None:
    picture = '<w:drawing><wp:inline><wp:docPr descr="会场照片"/><a:blip/></wp:inline></w:drawing>'
    chart = (
        '<w:drawing><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/></w:drawing>'
    )
    line = "<w:drawing><wp:inline><wps:wsp/></wp:inline></w:drawing>"
    body = paragraph(f"<w:r>{picture}</w:r>") + paragraph(f"<w:r>{chart}{line}<w:object/></w:r>")

    assert read(body) == []
    assert dropped(body) == [("picture", "会场照片", 1), ("picture", "图表", 2), ("object", "嵌入的对象", 2)]


def test_notes_comments_headers_and_footers_stay_out_and_are_recorded() -> None:
    body = paragraph(
        "事故",
        '<w:r><w:footnoteReference w:id="2"/></w:r>',
        "下降",
        '<w:r><w:endnoteReference w:id="3"/></w:r>',
        '<w:commentRangeStart w:id="0"/>',
        "。",
        '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
    )
    section = (
        '<w:sectPr><w:headerReference r:id="r-header1"/><w:footerReference r:id="r-footer1"/></w:sectPr>'
    )
    side = {
        "footnotes": f'<w:footnote w:id="2">{paragraph("含非生产经营性事故。")}</w:footnote>',
        "endnotes": f'<w:endnote w:id="3">{paragraph("据通报。")}</w:endnote>',
        "comments": f'<w:comment w:id="0">{paragraph("请核实")}</w:comment>',
        "header1": paragraph("内部资料"),
        "footer1": paragraph("第1页"),
    }

    assert read(body + section + section, **side) == ["事故下降。"]
    assert dropped(body + section + section, **side) == [
        ("footnote", "含非生产经营性事故。", 1),
        ("endnote", "据通报。", 1),
        ("comment", "请核实", 1),
        ("header", "内部资料", 1),
        ("footer", "第1页", 1),
    ]


def test_headers_of_earlier_sections_are_recorded_too() -> None:
    section = '<w:sectPr><w:headerReference r:id="r-header1"/></w:sectPr>'
    body = paragraph("第一节", properties=section) + paragraph("第二节") + "<w:sectPr/>"

    assert dropped(body, header1=paragraph("内部资料")) == [("header", "内部资料", 1)]


def test_own_footnote_mark_stays_out() -> None:
    mark = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>'

    assert read(paragraph("事故", mark, "下降")) == ["事故下降"]


def test_embedded_document_is_noted_as_unread() -> None:
    found = source(paragraph("甲") + '<w:altChunk r:id="x"/>')

    assert found.paragraphs == ("甲",)
    assert [one.code for one in found.notes] == ["truncated"]


def test_symbols_only_their_face_knows_are_recorded() -> None:
    body = paragraph("甲", '<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>') + paragraph("乙\uf04a丙")
    found = source(body)

    assert found.paragraphs == ("甲", "乙丙")
    assert [(one.reason, one.line) for one in found.dropped] == [("symbol", 1), ("private-use", 2)]
    assert [(one.code, one.paragraph) for one in found.notes] == [("mojibake", 1)]


def test_strict_documents_read_the_same() -> None:
    body = paragraph("甲", num=1, level=0) + paragraph("<m:oMath><m:r><m:t>5</m:t></m:r></m:oMath>")
    side = {"numbering": NUMBERED, "styles": style("Normal", default=True)}

    strict = read_docx(make_strict_docx(body, **side), "稿.docx")

    assert strict.paragraphs == read_docx(make_docx(body, **side), "稿.docx").paragraphs == ("一、甲", "5")


SENTENCE = "各县区各部门要把排查整改责任落实到每一个环节，确保隐患早发现、早整改、早销号。"
PAGE = "　　" + "".join(SENTENCE for _ in range(8))
PAGE_LINES = [PAGE[start : start + 28] for start in range(0, len(PAGE), 28)]


@pytest.mark.parametrize(
    ("body", "trusted"),
    [
        ("".join(paragraph(line) for line in PAGE_LINES), False),
        (paragraph("<w:r><w:br/></w:r>".join(map(run, PAGE_LINES))), False),
        (paragraph(SENTENCE) * 10, True),
        (
            (paragraph("一、进一步提高政治站位，切实增强抓好安全生产工作的责任感") + paragraph(SENTENCE))
            * 10,
            True,
        ),
        (paragraph("压实责任") * 10, True),
    ],
)
def test_lines_cut_by_a_page_are_not_taken_for_paragraphs(body: str, trusted: bool) -> None:
    assert source(body).trusted is trusted


def test_same_bytes_same_text() -> None:
    data = make_docx(paragraph("甲", num=1, level=0) * 3, numbering=NUMBERED)

    assert read_docx(data, "稿.docx") == read_docx(data, "稿.docx")
