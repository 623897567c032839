"""The package part by part: styles, outline levels, page set-up, settings, footers."""

from __future__ import annotations

import io
import zipfile

import pytest

from drafter.writers import GB, READING, write_docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def attributes(element):
    return {name.removeprefix(W): value for name, value in element.attrib.items()}


def style(styles, style_id):
    (found,) = [each for each in styles.iter(f"{W}style") if each.get(f"{W}styleId") == style_id]
    return found


def used(document):
    """(style id, text) of every paragraph; a line break is |."""
    rows = []
    for paragraph in document.iter(f"{W}p"):
        pieces = [
            "|" if node.tag == f"{W}br" else node.text or "" for node in paragraph.iter(f"{W}t", f"{W}br")
        ]
        rows.append((paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val"), "".join(pieces)))
    return rows


def test_each_paragraph_has_its_named_style(speech, parts_of):
    rows = used(parts_of(write_docx(speech))["word/document.xml"])
    assert [(style_id, text[:9]) for style_id, text in rows[:12]] == [
        ("Title", "在全市安全生产工作"),
        ("Subtitle", "——2026年工作"),
        ("SpeechDate", "（2026年3月1"),
        ("SpeechSpeaker", "市委副书记、市长 "),
        ("Salutation", "同志们："),
        ("BodyText", "今天我们召开全市安"),
        ("Heading1", "一、提高政治站位，"),
        ("Heading2", "（一）织密“横向到"),
        ("BodyText", "各乡镇、各部门要切"),
        ("Heading3", "1.抓排查"),
        ("BodyText", "各乡镇、各部门要切"),
        ("Heading4", "（1）查重点企业"),
    ]
    assert ("BodyText", "①查台账") in rows


def test_every_used_style_is_defined(speech, parts_of):
    parts = parts_of(write_docx(speech))
    defined = {each.get(f"{W}styleId") for each in parts["word/styles.xml"].iter(f"{W}style")}
    document = parts["word/document.xml"]
    wanted = {each.get(f"{W}val") for each in document.iter(f"{W}pStyle", f"{W}rStyle")}
    assert wanted <= defined
    assert {"LeadSentence"} < wanted


def test_headings_stand_in_the_navigation_pane_and_leads_do_not(speech, parts_of):
    parts = parts_of(write_docx(speech))
    levels = {
        each.get(f"{W}styleId"): each.find(f"{W}pPr/{W}outlineLvl").get(f"{W}val")
        for each in parts["word/styles.xml"].iter(f"{W}style")
        if each.find(f"{W}pPr/{W}outlineLvl") is not None
    }
    assert levels == {"Heading1": "0", "Heading2": "1", "Heading3": "2", "Heading4": "3"}
    assert not list(parts["word/document.xml"].iter(f"{W}outlineLvl", f"{W}keepNext"))


def test_a_run_in_lead_is_a_character_style_of_its_own_paragraph(speech, parts_of):
    document = parts_of(write_docx(speech))["word/document.xml"]
    (point,) = [each for each in document.iter(f"{W}p") if "".join(each.itertext()).startswith("一要")]
    assert point.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "BodyText"
    lead = [run for run in point.iter(f"{W}r") if run.find(f"{W}rPr/{W}rStyle") is not None]
    assert "".join("".join(run.itertext()) for run in lead) == "一要压实第1类企业的主体责任。"


@pytest.mark.parametrize("profile", [GB, READING], ids=lambda profile: profile.name)
def test_no_theme_font_wins_over_a_named_one(profile, speech, parts_of):
    for name, root in parts_of(write_docx(speech, profile=profile)).items():
        themed = [key for each in root.iter() for key in each.attrib if "Theme" in key and "Color" not in key]
        assert themed == [], name


def test_faces_and_sizes_are_those_of_the_standard(speech, parts_of):
    styles = parts_of(write_docx(speech))["word/styles.xml"]
    look = {
        style_id: (
            style(styles, style_id).find(f"{W}rPr/{W}rFonts").get(f"{W}eastAsia"),
            style(styles, style_id).find(f"{W}rPr/{W}sz").get(f"{W}val"),
        )
        for style_id in (
            "Title",
            "SpeechDate",
            "SpeechSpeaker",
            "Salutation",
            "BodyText",
            "Footer",
            "Heading1",
            "Heading2",
            "Heading3",
            "Heading4",
        )
    }
    assert look == {
        "Title": ("方正小标宋简体", "44"),
        "SpeechDate": ("楷体_GB2312", "32"),
        "SpeechSpeaker": ("楷体_GB2312", "32"),
        "Salutation": ("仿宋_GB2312", "32"),
        "BodyText": ("仿宋_GB2312", "32"),
        "Heading1": ("黑体", "32"),
        "Heading2": ("楷体_GB2312", "32"),
        "Heading3": ("仿宋_GB2312", "32"),
        "Heading4": ("仿宋_GB2312", "32"),
        "Footer": ("宋体", "28"),
    }
    assert not list(styles.iter(f"{W}b")), "the standard sets nothing bold"


def test_page_and_grid(speech, parts_of):
    section = parts_of(write_docx(speech))["word/document.xml"].find(f"{W}body/{W}sectPr")
    assert attributes(section.find(f"{W}pgSz")) == {"w": "11906", "h": "16838"}
    assert attributes(section.find(f"{W}pgMar")) == {
        "top": "2098",
        "right": "1474",
        "bottom": "1984",
        "left": "1588",
        "header": "851",
        "footer": "1400",
        "gutter": "0",
    }
    assert attributes(section.find(f"{W}docGrid")) == {"type": "lines", "linePitch": "579"}


def test_body_is_indented_by_two_characters_for_word_and_for_libreoffice(speech, parts_of):
    styles = parts_of(write_docx(speech))["word/styles.xml"]
    assert attributes(style(styles, "BodyText").find(f"{W}pPr/{W}ind")) == {
        "firstLineChars": "200",
        "firstLine": "632",
    }
    normal = style(styles, "Normal").find(f"{W}pPr")
    assert attributes(normal.find(f"{W}spacing"))["line"] == "579"
    assert attributes(normal.find(f"{W}widowControl")) == {"val": "0"}
    assert not list(styles.iter(f"{W}overflowPunct")), "LibreOffice imports it inverted"
    salutation = style(styles, "Salutation").find(f"{W}pPr")
    assert attributes(salutation.find(f"{W}ind"))["firstLine"] == "0"
    assert attributes(salutation.find(f"{W}jc")) == {"val": "left"}


def test_settings(speech, parts_of):
    settings = parts_of(write_docx(speech))["word/settings.xml"]
    assert settings.find(f"{W}evenAndOddHeaders") is not None
    assert attributes(settings.find(f"{W}characterSpacingControl")) == {"val": "doNotCompress"}
    assert attributes(settings.find(f"{W}themeFontLang"))["eastAsia"] == "zh-CN"
    modes = [attributes(each) for each in settings.iter(f"{W}compatSetting")]
    assert {
        "name": "compatibilityMode",
        "uri": "http://schemas.microsoft.com/office/word",
        "val": "15",
    } in modes


def test_odd_pages_number_right_and_even_pages_left(speech, parts_of):
    parts = parts_of(write_docx(speech))
    for part, side, indent in (
        ("word/footer1.xml", "right", "rightChars"),
        ("word/footer2.xml", "left", "leftChars"),
    ):
        properties = parts[part].find(f"{W}p/{W}pPr")
        assert attributes(properties.find(f"{W}jc")) == {"val": side}
        assert attributes(properties.find(f"{W}ind")) == {indent: "100", side: "280"}
        texts = [each.text for each in parts[part].iter(f"{W}t")]
        assert (texts[0], texts[-1]) == ("— ", " —")
        assert [each.text for each in parts[part].iter(f"{W}instrText")] == [" PAGE "]
    references = parts["word/document.xml"].findall(f"{W}body/{W}sectPr/{W}footerReference")
    assert [each.get(f"{W}type") for each in references] == ["default", "even"]


def test_one_line_stays_empty_below_the_heading_block(speech, parts_of):
    document = parts_of(write_docx(speech))["word/document.xml"]
    spaced = [each for each in document.iter(f"{W}p") if each.find(f"{W}pPr/{W}spacing") is not None]
    assert ["".join(each.itertext()) for each in spaced] == ["市委副书记、市长 周明远"]
    assert attributes(spaced[0].find(f"{W}pPr/{W}spacing")) == {"after": "579"}


def test_reading_profile(speech, parts_of):
    parts = parts_of(write_docx(speech, profile=READING))
    styles = parts["word/styles.xml"]
    body = style(styles, "BodyText")
    assert body.find(f"{W}rPr/{W}sz").get(f"{W}val") == "36"
    assert body.find(f"{W}rPr/{W}b") is not None
    assert style(styles, "Title").find(f"{W}rPr/{W}sz").get(f"{W}val") == "48"
    assert style(styles, "Normal").find(f"{W}pPr/{W}spacing").get(f"{W}line") == "660"
    leads = [
        run for run in parts["word/document.xml"].iter(f"{W}r") if run.find(f"{W}rPr/{W}rStyle") is not None
    ]
    assert leads
    assert all(run.find(f"{W}rPr/{W}b").get(f"{W}val") == "0" for run in leads)


def test_the_same_speech_gives_the_same_bytes(speech):
    assert write_docx(speech) == write_docx(speech)
    with zipfile.ZipFile(io.BytesIO(write_docx(speech))) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist() == sorted(archive.namelist(), key=lambda name: (name[0] != "[", name))
