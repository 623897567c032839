"""Documents as other programs write them: python-docx and LibreOffice."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import docx
import pytest

from drafter.readers.docx import read_docx
from tests.readers.docx_builder import abstract, level, make_docx, num, paragraph, restart, style

needs_soffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


def saved(document: docx.document.Document) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def converted(source: Path, to: str) -> Path:
    """What LibreOffice makes of a file, with a profile of its own."""
    folder = source.parent
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", to]
    subprocess.run(
        [*command, "--outdir", str(folder), str(source)], check=True, capture_output=True, timeout=120
    )
    return source.with_suffix("." + to.partition(":")[0])


def test_python_docx_document() -> None:
    document = docx.Document()
    document.core_properties.title = "属性里的标题"
    document.add_heading("在全市安全生产工作会议上的讲话", level=0)
    document.add_paragraph("同志们：")
    document.add_paragraph("压实责任", style="List Number")
    document.add_paragraph("排查隐患", style="List Number")
    document.add_paragraph("一个圆点", style="List Bullet")
    noted = document.add_paragraph("正文。")
    document.add_comment(noted.runs, text="请核实", author="校对")
    table = document.add_table(rows=2, cols=2)
    for index, cell in enumerate(table._cells):
        cell.text = f"格{index}"
    document.sections[0].header.paragraphs[0].text = "内部资料"

    found = read_docx(saved(document), "稿.docx")

    assert found.paragraphs == (
        "在全市安全生产工作会议上的讲话",
        "同志们：",
        "1. 压实责任",
        "2. 排查隐患",
        "一个圆点",
        "正文。",
        "格0",
        "格1",
        "格2",
        "格3",
    )
    assert [(one.reason, one.text) for one in found.dropped] == [
        ("comment", "请核实"),
        ("header", "内部资料"),
    ]


WEB_PAGE = """<html><head><meta charset="utf-8"><title>属性里的标题</title></head><body>
<h1>在全市防汛工作会议上的讲话</h1><p>同志们：</p>
<ol><li>查堤防<ol type="a"><li>看水位</li><li>看险段</li></ol></li><li>备物资</li></ol>
<p>请大家<br>抓好落实。</p><table><tr><td>东山县</td><td>西河区</td></tr></table></body></html>"""


@pytest.mark.soffice
@needs_soffice
def test_libreoffice_document(tmp_path: Path) -> None:
    page = tmp_path / "稿.html"
    page.write_text(WEB_PAGE, encoding="utf-8")

    made = converted(page, "docx:MS Word 2007 XML")

    assert read_docx(made.read_bytes(), "稿.docx").paragraphs == (
        "在全市防汛工作会议上的讲话",
        "同志们：",
        "1. 查堤防",
        "a. 看水位",
        "b. 看险段",
        "2. 备物资",
        "请大家\n抓好落实。",
        "东山县",
        "西河区",
    )


@pytest.mark.soffice
@needs_soffice
def test_numbers_are_those_libreoffice_prints(tmp_path: Path) -> None:
    numbering = (
        abstract(
            0,
            level(0, "chineseCounting", "%1、", more='<w:pStyle w:val="Point"/>'),
            level(1, "chineseCountingThousand", "（%2）"),
            level(2, "decimal", "%3."),
            level(3, "decimalEnclosedCircle", "%4"),
        )
        + num(1, 0)
        + num(2, 0)
        + num(3, 0, restart(0))
        + abstract(4, level(0, "chineseLegalSimplified", "第%1条"))
        + num(4, 4)
    )
    order = [(1, 0), (1, 1), (1, 2), (1, 2), (1, 1), (1, 2), (1, 3), (2, 0), (2, 1), (3, 0), (3, 0), (1, 0)]
    body = "".join(paragraph("甲", num=one, level=index) for one, index in order)
    body += paragraph("乙", style="Point") + "".join(paragraph("丙", num=4, level=0) for _ in range(21))
    styles = style("Normal", default=True) + style(
        "Point", based_on="Normal", paragraph='<w:numPr><w:numId w:val="1"/></w:numPr>'
    )
    made = tmp_path / "稿.docx"
    made.write_bytes(make_docx(body, numbering=numbering, styles=styles))

    printed = converted(made, "txt:Text (encoded):UTF8").read_text("utf-8-sig").split("\n")

    found = read_docx(made.read_bytes(), "稿.docx").paragraphs
    assert ["".join(text.split()) for text in found] == [
        "".join(line.split()) for line in printed if line.strip()
    ]
