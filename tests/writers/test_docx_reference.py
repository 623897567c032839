"""--reference-doc: the office's styles, page, headers and footers, our words; hostile files refused."""

from __future__ import annotations

import functools
import io
import zipfile

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.errors import WriteError
from drafter.speech import Speech
from drafter.speech.blocks import speech_paragraphs
from drafter.writers import write_docx

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def saved(document):
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def office():
    """A reference as an office keeps it: own faces, margins, header, footer, old text, a comment."""
    document = Document()
    styles = document.styles
    normal = styles["Normal"]
    normal.font.size = Pt(15)
    normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "宋体")
    heading = styles["Heading 1"]
    heading.font.size = Pt(20)
    own = styles.add_style("公文正文", WD_STYLE_TYPE.PARAGRAPH)
    own.paragraph_format.first_line_indent = Pt(30)
    own.font.size = Pt(15)
    own.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "华文仿宋")
    section = document.sections[0]
    section.left_margin = Cm(3.1)
    section.header.paragraphs[0].text = "临江市人民政府办公室"
    section.footer.paragraphs[0].text = "内部资料"
    paragraph = document.add_paragraph("去年的旧文字")
    document.add_comment(paragraph.runs, text="旧批注", author="张三")
    document.core_properties.author = "旧作者"
    return document


def changed(data, edits):
    """A copy of a package with parts replaced (bytes), added, or taken out (None)."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        parts = {name: old.read(name) for name in old.namelist()} | edits
        for name, part in parts.items():
            if part is not None:
                new.writestr(name, part)
    return stream.getvalue()


def everything(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"".join(archive.read(name) for name in archive.namelist()).decode("utf-8", "replace")


def test_styles_page_header_and_footer_are_the_office_s(speech):
    document = Document(io.BytesIO(write_docx(speech, reference=saved(office()))))
    names = [paragraph.style.name for paragraph in document.paragraphs]
    assert names[:8] == [
        *("Title", "Subtitle", "讲话日期", "讲话人", "Salutation", "公文正文"),
        *("Heading 1", "Heading 2"),
    ]
    assert document.styles["Heading 1"].font.size == Pt(20)
    assert document.styles["公文正文"].font.size == Pt(15)
    section = document.sections[0]
    assert section.left_margin.cm == pytest.approx(3.1, abs=0.01)
    assert section.header.paragraphs[0].text == "临江市人民政府办公室"
    assert section.footer.paragraphs[0].text == "内部资料"


def test_our_words_are_in_and_the_old_ones_out(speech):
    data = write_docx(speech, reference=saved(office()))
    text = "".join("".join(paragraph.text.split()) for paragraph in Document(io.BytesIO(data)).paragraphs)
    assert text == "".join("".join(block.text.split()) for block in speech_paragraphs(speech))
    for old in ("旧文字", "旧批注", "旧作者", "张三"):
        assert old not in everything(data)
    assert Document(io.BytesIO(data)).core_properties.title == speech.title


def test_quotes_stand_in_the_face_that_the_office_s_style_comes_to(speech):
    document = Document(io.BytesIO(write_docx(speech, reference=saved(office()))))
    (body,) = [each for each in document.paragraphs if each.text.startswith("各乡镇") and each.text][:1]
    assert body.style.name == "公文正文"
    (quote, *_) = [run for run in body.runs if run.text == "“"]
    assert quote._element.rPr.rFonts.get(qn("w:ascii")) == "华文仿宋"


def test_missing_styles_are_added_from_ours(speech):
    document = Document(io.BytesIO(write_docx(speech, reference=saved(office()))))
    date = document.styles["讲话日期"]
    assert date.font.size == Pt(16)
    assert date.element.rPr.rFonts.get(qn("w:eastAsia")) == "楷体_GB2312"
    assert document.styles["段首句"].type == WD_STYLE_TYPE.CHARACTER
    assert document.styles["Salutation"].base_style.name == "公文正文"


def test_a_normal_without_indent_gets_one_by_a_style_of_its_own(speech):
    reference = office()
    for name in ("公文正文", "Body Text", "Body Text Char"):
        element = reference.styles[name].element
        element.getparent().remove(element)
    document = Document(io.BytesIO(write_docx(speech, reference=saved(reference))))
    body = document.styles["讲话正文"]
    assert body.base_style.name == "Normal"
    assert body.paragraph_format.first_line_indent == Pt(30)
    assert "讲话正文" in [paragraph.style.name for paragraph in document.paragraphs]


def test_a_heading_that_numbers_itself_does_not_print_its_number_twice(speech):
    reference = office()
    properties = reference.styles["Heading 1"].element.get_or_add_pPr()
    numbered = parse_xml(f'<w:numPr xmlns:w="{W}"><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    properties.insert_element_before(numbered, "w:spacing", "w:ind", "w:jc", "w:outlineLvl")
    document = Document(io.BytesIO(write_docx(speech, reference=saved(reference))))
    headings = [each for each in document.paragraphs if each.style.name == "Heading 1"]
    assert [each._element.pPr.numPr.numId.val for each in headings] == [0, 0, 0]
    others = [each for each in document.paragraphs if each.style.name == "Heading 2"]
    assert all(each._element.pPr.numPr is None for each in others)


def test_headers_of_an_earlier_section_are_inherited(speech):
    reference = office()
    reference.add_section()
    document = Document(io.BytesIO(write_docx(speech, reference=saved(reference))))
    assert len(document.sections) == 1
    assert document.sections[0].header.paragraphs[0].text == "临江市人民政府办公室"


def test_what_points_outside_or_locks_the_file_stays_behind(speech):
    reference = saved(office())
    with zipfile.ZipFile(io.BytesIO(reference)) as archive:
        stored = archive.read("word/settings.xml").decode()
    locked = stored.replace(
        "</w:settings>",
        f'<w:attachedTemplate xmlns:r="{R}" r:id="rId1"/>'
        '<w:documentProtection w:edit="readOnly" w:enforcement="1"/></w:settings>',
    )
    relation = (
        f'<Relationships xmlns="{RELATIONSHIPS}"><Relationship Id="rId1" Type="{R}/attachedTemplate" '
        'Target="http://example.invalid/x.dotm" TargetMode="External"/></Relationships>'
    )
    data = changed(
        reference,
        {
            "word/settings.xml": locked.encode(),
            "word/_rels/settings.xml.rels": relation.encode(),
            "word/vbaProject.bin": b"macro",
        },
    )
    written = write_docx(speech, reference=data)
    text = everything(written)
    assert "example.invalid" not in text
    assert "documentProtection" not in text
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert not {"word/vbaProject.bin", "word/comments.xml"} & set(archive.namelist())


def test_a_template_of_our_own_gives_our_own_look(speech):
    own = write_docx(speech)
    again = write_docx(speech, reference=own)
    assert everything(again).count("仿宋_GB2312") >= everything(own).count("仿宋_GB2312")
    names = [paragraph.style.name for paragraph in Document(io.BytesIO(again)).paragraphs]
    assert names == [paragraph.style.name for paragraph in Document(io.BytesIO(own)).paragraphs]
    assert write_docx(speech, reference=again) == again


def test_a_reference_without_styles_or_section_gets_ours(speech):
    body = "<w:body><w:p><w:r><w:t>旧</w:t></w:r></w:p></w:body>"
    document = f'<w:document xmlns:w="{W}">{body}</w:document>'.encode()
    relations = f'<Relationships xmlns="{RELATIONSHIPS}"/>'.encode()
    bare = changed(
        write_docx(speech), {"word/document.xml": document, "word/_rels/document.xml.rels": relations}
    )
    written = Document(io.BytesIO(write_docx(speech, reference=bare)))
    assert written.paragraphs[0].style.name == "Title"
    assert written.sections[0].left_margin.mm == pytest.approx(28, abs=0.1)


def test_a_header_reference_to_something_else_is_left_out(speech):
    own = write_docx(speech)
    with zipfile.ZipFile(io.BytesIO(own)) as archive:
        document = archive.read("word/document.xml").decode()
    wrong = document.replace('w:type="default" r:id="rId5"', 'w:type="default" r:id="rId1"')
    written = Document(
        io.BytesIO(write_docx(speech, reference=changed(own, {"word/document.xml": wrong.encode()})))
    )
    assert written.sections[0].footer.is_linked_to_previous
    assert not written.sections[0].even_page_footer.is_linked_to_previous


_BOMB = b"<w:document>" + b" " * (80 * 1024 * 1024)
_DOCTYPE = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>'


@pytest.mark.parametrize(
    ("edits", "said"),
    [
        pytest.param({"word/document.xml": _BOMB}, "超过上限", id="bomb"),
        pytest.param({"word/styles.xml": _DOCTYPE + b"<x>&a;</x>"}, "DOCTYPE", id="entities"),
        pytest.param({"word/document.xml": b"<w:document"}, "不是完好的 XML", id="cut"),
        pytest.param({"word/document.xml": b"<x/>"}, "没有 Word 正文", id="other-root"),
        pytest.param({"word/styles.xml": b"<x/>"}, "不是它该有的内容", id="no-styles"),
        pytest.param({"_rels/.rels": None}, "没有 Word 正文", id="no-relations"),
        pytest.param({"[Content_Types].xml": None}, "Content_Types", id="no-types"),
        pytest.param({"word/footer1.xml": b"<w:ftr"}, "footer1.xml", id="broken-footer"),
        pytest.param({"word/document.xml": b"<a>" * 5000 + b"</a>" * 5000}, "XML", id="deep"),
    ],
)
def test_a_hostile_reference_is_one_clear_line(edits, said, speech):
    data = changed(write_docx(speech), edits)
    with pytest.raises(WriteError) as caught:
        write_docx(speech, reference=data)
    (problem,) = caught.value.problems
    assert problem.code == "W010"
    assert said in problem.message
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "不是完整的压缩包"),
        (b"hello", "不是完整的压缩包"),
        (b"PK\x03\x04" + b"\x00" * 200, "不是完整的压缩包"),
        (b"\xd0\xcf\x11\xe0" + b"\x00" * 600, ".doc"),
    ],
)
def test_what_is_no_docx_is_refused(data, said, speech):
    with pytest.raises(WriteError) as caught:
        write_docx(speech, reference=data)
    assert said in str(caught.value)


def test_the_strict_dialect_is_refused_with_a_mend(speech):
    with zipfile.ZipFile(io.BytesIO(write_docx(speech))) as archive:
        relations = archive.read("_rels/.rels")
    strict = relations.replace(
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument",
    )
    with pytest.raises(WriteError, match="W011"):
        write_docx(speech, reference=changed(write_docx(speech), {"_rels/.rels": strict}))


@pytest.mark.parametrize("value", ["1e999", "NaN", "99999999999999999999", "二", "-5"])
def test_absurd_measures_count_as_not_given(value, speech):
    own = write_docx(speech)
    with zipfile.ZipFile(io.BytesIO(own)) as archive:
        styles = archive.read("word/styles.xml").decode()
        document = archive.read("word/document.xml").decode()
    edits = {
        "word/styles.xml": styles.replace('w:sz w:val="44"', f'w:sz w:val="{value}"').encode(),
        "word/document.xml": document.replace('w:left="1588"', f'w:left="{value}"').encode(),
    }
    assert write_docx(speech, reference=changed(own, edits)).startswith(b"PK")


def test_styles_based_on_each_other_do_not_hang(speech):
    own = write_docx(speech)
    with zipfile.ZipFile(io.BytesIO(own)) as archive:
        styles = archive.read("word/styles.xml").decode()
    circle = styles.replace(
        '<w:name w:val="Normal"/>', '<w:name w:val="Normal"/><w:basedOn w:val="BodyText"/>'
    )
    assert write_docx(speech, reference=changed(own, {"word/styles.xml": circle.encode()})).startswith(b"PK")


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, 10**6),
    st.binary(min_size=1, max_size=6),
    st.sampled_from(["whole", "document", "styles", "rels"]),
)
def test_damage_anywhere_is_taken_or_refused_but_never_a_crash(at, damage, where):
    own = _own()
    names = {
        "document": "word/document.xml",
        "styles": "word/styles.xml",
        "rels": "word/_rels/document.xml.rels",
    }
    if where == "whole":
        at %= len(own)
        data = own[:at] + damage + own[at + len(damage) :]
    else:
        with zipfile.ZipFile(io.BytesIO(own)) as archive:
            part = archive.read(names[where])
        at %= len(part)
        data = changed(own, {names[where]: part[:at] + damage + part[at + len(damage) :]})
    refused, written = (), b""
    try:
        written = write_docx(Speech(opening=("新文字",)), reference=data)
    except WriteError as error:
        refused = [problem.code for problem in error.problems]
    if refused:
        assert refused in (["W010"], ["W011"])
    else:
        assert "新文字" in "".join(paragraph.text for paragraph in Document(io.BytesIO(written)).paragraphs)


@functools.cache
def _own():
    return write_docx(Speech(title="讲话", opening=("旧文字",)))
