"""Tracked changes settled and hidden text left out."""

from __future__ import annotations

import pytest

from drafter.readers.docx import read_docx
from drafter.readers.source import SourceText
from tests.readers.docx_builder import abstract, level, make_docx, num, numbered_by, paragraph, run, style

NUMBERED = abstract(0, level(0, "chineseCounting", "%1、")) + num(1, 0)
DELETED_MARK = "<w:rPr><w:del w:id='1' w:author='a'/></w:rPr>"


def source(body: str, **side: str) -> SourceText:
    return read_docx(make_docx(body, **side), "稿.docx")


def read(body: str, **side: str) -> list[str]:
    return list(source(body, **side).paragraphs)


def dropped(body: str, **side: str) -> list[tuple[str, str, int]]:
    return [(one.reason, one.text, one.line) for one in source(body, **side).dropped]


def test_insertions_come_in_and_deletions_stay_out() -> None:
    deletion = "<w:del w:id='2'><w:r><w:delText>三</w:delText></w:r></w:del>"
    body = paragraph("讲", deletion, f"<w:ins w:id='1'>{run('四')}</w:ins>", "点意见")

    assert read(body) == ["讲四点意见"]
    assert dropped(body) == [("deleted", "三", 1)]


def test_text_inserted_and_deleted_again_stays_out() -> None:
    body = paragraph(
        "甲", "<w:ins w:id='1'><w:del w:id='2'><w:r><w:delText>乙</w:delText></w:r></w:del></w:ins>"
    )

    assert read(body) == ["甲"]


def test_moved_text_comes_once_where_it_went() -> None:
    body = paragraph(f"<w:moveFrom w:id='1'>{run('甲')}</w:moveFrom>", "乙") + paragraph(
        f"<w:moveTo w:id='2'>{run('甲')}</w:moveTo>"
    )

    assert read(body) == ["乙", "甲"]


def test_deleted_paragraph_mark_joins_with_the_next() -> None:
    body = paragraph("抓安全", num=1, level=0, properties=DELETED_MARK) + paragraph(
        "就是抓发展。", num=1, level=0
    )
    body += paragraph("下一条", num=1, level=0)

    assert read(body, numbering=NUMBERED) == ["一、抓安全就是抓发展。", "二、下一条"]


def test_wholly_deleted_paragraph_leaves_no_number() -> None:
    gone = "<w:del w:id='2'><w:r><w:delText>旧条</w:delText></w:r></w:del>"
    body = paragraph("甲", num=1, level=0) + paragraph(gone, num=1, level=0, properties=DELETED_MARK)
    body += paragraph("乙", num=1, level=0) + paragraph("正文")

    assert read(body, numbering=NUMBERED) == ["一、甲", "二、乙", "正文"]


def test_deleted_paragraph_before_a_table_leaves_no_number() -> None:
    gone = "<w:del w:id='2'><w:r><w:delText>旧条</w:delText></w:r></w:del>"
    body = paragraph(gone, num=1, level=0, properties=DELETED_MARK)
    body += f"<w:tbl><w:tr><w:tc>{paragraph('表')}</w:tc></w:tr></w:tbl>" + paragraph("乙", num=1, level=0)

    assert read(body, numbering=NUMBERED) == ["表", "一、乙"]


def test_old_properties_of_a_change_do_not_count() -> None:
    change = f'<w:pPrChange w:id="1"><w:pPr>{numbered_by(1, 0)}</w:pPr></w:pPrChange>'

    assert read(paragraph("甲", properties=change), numbering=NUMBERED) == ["甲"]


@pytest.mark.parametrize(
    ("properties", "hidden"),
    [
        ("<w:vanish/>", True),
        ('<w:vanish w:val="1"/>', True),
        ('<w:vanish w:val="false"/>', False),
        ('<w:rStyle w:val="Secret"/>', True),
        ('<w:rStyle w:val="Deeper"/>', True),
        ('<w:rStyle w:val="Shown"/>', False),
        ('<w:rStyle w:val="Secret"/><w:vanish w:val="0"/>', False),
    ],
)
def test_hidden_runs_stay_out(properties: str, hidden: bool) -> None:
    styles = (
        style("Secret", kind="character", run="<w:vanish/>")
        + style("Deeper", kind="character", based_on="Secret")
        + style("Shown", kind="character", based_on="Secret", run='<w:vanish w:val="0"/>')
    )
    body = paragraph("甲", run("密", properties), "乙")

    assert read(body, styles=styles) == (["甲乙"] if hidden else ["甲密乙"])
    assert dropped(body, styles=styles) == ([("hidden", "密", 1)] if hidden else [])


def test_two_styles_that_hide_undo_each_other() -> None:
    """17.7.3: vanish is a toggle property."""
    styles = style("P", run="<w:vanish/>") + style("C", kind="character", run="<w:vanish/>")
    body = paragraph(run("密"), run("见", '<w:rStyle w:val="C"/>'), style="P") + paragraph("后")

    assert read(body, styles=styles) == ["见后"]


def test_hidden_default_hides_all_but_what_says_no() -> None:
    defaults = "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>"

    assert read(paragraph("密", run("见", '<w:vanish w:val="0"/>')), styles=defaults) == ["见"]


def test_hidden_numbered_paragraph_does_not_count() -> None:
    mark = "<w:rPr><w:vanish/></w:rPr>"
    body = paragraph("甲", num=1, level=0) + paragraph(
        run("密", "<w:vanish/>"), num=1, level=0, properties=mark
    )
    body += paragraph("乙", num=1, level=0)

    assert read(body, numbering=NUMBERED) == ["一、甲", "二、乙"]


def test_style_separator_makes_a_run_in_heading() -> None:
    separator = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"
    body = (
        paragraph("加强领导。", num=1, level=0, properties=separator)
        + paragraph("各级都要上手。")
        + paragraph("后")
    )

    assert read(body, numbering=NUMBERED) == ["一、加强领导。各级都要上手。", "后"]


def test_dropped_capital_belongs_to_the_paragraph_after_it() -> None:
    body = paragraph("安", properties='<w:framePr w:dropCap="drop" w:lines="2"/>') + paragraph("全是底线。")

    assert read(body) == ["安全是底线。"]
