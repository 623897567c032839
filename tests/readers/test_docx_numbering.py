"""Automatic numbering becomes the marker text that Word prints."""

from __future__ import annotations

import pytest

from drafter.readers.docx import read_docx
from drafter.readers.docx.numerals import format_number
from tests.readers.docx_builder import (
    abstract,
    level,
    make_docx,
    num,
    numbered_by,
    paragraph,
    restart,
    style,
)

SPEECH_LEVELS = (
    level(0, "chineseCounting", "%1、"),
    level(1, "chineseCountingThousand", "（%2）"),
    level(2, "decimal", "%3."),
    level(3, "decimal", "（%4）"),
)


def read(body: str, **side: str) -> list[str]:
    return list(read_docx(make_docx(body, **side), "稿.docx").paragraphs)


def markers(levels: list[int], numbering: str, *, num_id: int = 1) -> list[str]:
    body = "".join(paragraph("#", num=num_id, level=one) for one in levels)
    return [text.removesuffix("#") for text in read(body, numbering=numbering)]


def test_levels_count_and_restart_below_a_higher_one() -> None:
    numbering = abstract(0, *SPEECH_LEVELS) + num(1, 0)

    found = markers([0, 1, 1, 2, 2, 1, 0, 1, 2, 3, 3], numbering)

    assert found == [
        "一、",
        "（一）",
        "（二）",
        "1. ",
        "2. ",
        "（三）",
        "二、",
        "（一）",
        "1. ",
        "（1）",
        "（2）",
    ]


def test_plain_paragraphs_between_do_not_stop_the_count() -> None:
    body = (
        paragraph("抓排查", num=1, level=0)
        + paragraph("要把隐患找出来。")
        + paragraph("抓整改", num=1, level=0)
    )

    assert read(body, numbering=abstract(0, *SPEECH_LEVELS) + num(1, 0)) == [
        "一、抓排查",
        "要把隐患找出来。",
        "二、抓整改",
    ]


@pytest.mark.parametrize(
    ("number_format", "expected"),
    [
        (
            "chineseCounting",
            {1: "一", 10: "十", 11: "十一", 20: "二十", 21: "二十一", 99: "九十九", 101: "一〇一"},
        ),
        ("taiwaneseCounting", {10: "十", 12: "十二", 100: "一〇〇"}),
        (
            "chineseCountingThousand",
            {
                10: "十",
                19: "十九",
                20: "二十",
                100: "一百",
                101: "一百零一",
                110: "一百一十",
                111: "一百一十一",
                1001: "一千零一",
                1010: "一千零一十",
                2020: "二千零二十",
                10000: "一万",
                10203: "一万零二百零三",
                12000: "一万二千",
                20010: "二万零一十",
            },
        ),
        ("taiwaneseCountingThousand", {105: "一百零五"}),
        ("chineseLegalSimplified", {1: "壹", 10: "壹拾", 12: "壹拾贰", 105: "壹佰零伍"}),
        ("ideographLegalTraditional", {2: "貳", 16: "壹拾陸"}),
        ("ideographDigital", {1: "一", 10: "一〇", 105: "一〇五"}),
        ("taiwaneseDigital", {20: "二〇"}),
        (
            "japaneseCounting",
            {
                3: "三",
                10: "十",
                12: "十二",
                20: "二十",
                100: "百",
                111: "百十一",
                1001: "千一",
                12345: "一万二千三百四十五",
            },
        ),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
        ("ideographZodiac", {1: "子", 12: "亥", 13: "13"}),
        ("ideographZodiacTraditional", {1: "甲子", 13: "丙子", 61: "甲子"}),
        ("ideographEnclosedCircle", {1: "㊀", 10: "㊉", 11: "11"}),
        ("decimal", {7: "7", 0: "0"}),
        ("decimalZero", {7: "07", 12: "12"}),
        ("decimalFullWidth", {12: "１２"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "㉑", 35: "㉟", 36: "㊱", 50: "㊿", 51: "51"}),
        ("decimalEnclosedCircleChinese", {9: "⑨"}),
        ("decimalEnclosedParen", {3: "（3）", 21: "（21）"}),
        ("decimalEnclosedFullstop", {3: "3."}),
        ("numberInDash", {2: "- 2 -"}),
        ("upperRoman", {4: "IV", 9: "IX", 49: "XLIX", 1994: "MCMXCIV", 2_000_000_000: "2000000000"}),
        ("lowerRoman", {8: "viii"}),
        ("upperLetter", {1: "A", 26: "Z", 27: "AA", 53: "AAA"}),
        ("lowerLetter", {28: "bb"}),
        ("none", {5: ""}),
        ("aFormatOfTheFuture", {5: "5"}),
    ],
)
def test_number_formats(number_format: str, expected: dict[int, str]) -> None:
    assert {number: format_number(number, number_format) for number in expected} == expected


def test_counts_go_on_beyond_a_hundred() -> None:
    numbering = abstract(0, level(0, "chineseCountingThousand", "第%1条")) + num(1, 0)

    found = markers([0] * 123, numbering)

    assert found[9] == "第十条 "
    assert found[122] == "第一百二十三条 "


@pytest.mark.parametrize(
    ("text", "more", "expected"),
    [
        ("第%1，", "", "第一，#"),
        ("第%1章", "", "第一章 #"),
        ("第%1章", '<w:suff w:val="nothing"/>', "第一章#"),
        ("第%1章 ", '<w:suff w:val="nothing"/>', "第一章 #"),
        ("%1是", '<w:suff w:val="nothing"/>', "一是#"),
        ("%1、", '<w:suff w:val="space"/>', "一、#"),
        ("", "", "#"),
    ],
)
def test_marker_text_and_what_follows_it(text: str, more: str, expected: str) -> None:
    numbering = abstract(0, level(0, "chineseCounting", text, more=more)) + num(1, 0)

    assert read(paragraph("#", num=1, level=0), numbering=numbering) == [expected]


def test_arabic_marker_stays_apart_from_a_figure() -> None:
    numbering = abstract(0, level(0, "decimal", "%1.")) + num(1, 0)

    assert read(paragraph("5亿元投向民生", num=1, level=0), numbering=numbering) == ["1. 5亿元投向民生"]


def test_legal_levels_print_every_count_in_digits() -> None:
    numbering = abstract(
        0, level(0, "chineseCounting", "%1、"), level(1, "decimal", "%1.%2", more="<w:isLgl/>")
    ) + num(1, 0)

    assert markers([0, 0, 1], numbering) == ["一、", "二、", "2.1 "]


def test_legal_levels_keep_their_leading_zero_and_skip_bullets() -> None:
    numbering = abstract(
        0,
        level(0, "chineseCounting", "%1、"),
        level(1, "decimalZero", "%1.%2", more="<w:isLgl/>"),
        level(2, "bullet", "·"),
        level(3, "decimal", "%1.%2.%3%4", more="<w:isLgl/>"),
    ) + num(1, 0)

    assert markers([0, 1, 2, 3], numbering) == ["一、", "1.01 ", "", "1.01.1 "]


def test_level_without_a_higher_one_shows_where_that_starts() -> None:
    numbering = abstract(0, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2")) + num(1, 0)

    assert markers([1, 1, 0], numbering) == ["1.1 ", "1.2 ", "1. "]


@pytest.mark.parametrize(
    ("restart_at", "expected"),
    [
        (None, ["（一）", "1. ", "（二）", "1. ", "一、", "（一）", "1. "]),
        (0, ["（一）", "1. ", "（二）", "2. ", "一、", "（一）", "3. "]),
        (1, ["（一）", "1. ", "（二）", "2. ", "一、", "（一）", "1. "]),
    ],
)
def test_restart_rule_of_a_level(restart_at: int | None, expected: list[str]) -> None:
    more = "" if restart_at is None else f'<w:lvlRestart w:val="{restart_at}"/>'
    numbering = abstract(0, *SPEECH_LEVELS[:2], level(2, "decimal", "%3.", more=more)) + num(1, 0)

    assert markers([1, 2, 1, 2, 0, 1, 2], numbering) == expected


def test_lists_of_one_definition_share_their_count() -> None:
    numbering = abstract(0, *SPEECH_LEVELS) + num(1, 0) + num(2, 0)
    body = paragraph("甲", num=1, level=0) + paragraph("乙", num=2, level=0) + paragraph("丙", num=1, level=0)

    assert read(body, numbering=numbering) == ["一、甲", "二、乙", "三、丙"]


def test_start_override_begins_anew_once() -> None:
    numbering = abstract(0, *SPEECH_LEVELS) + num(1, 0) + num(2, 0, restart(0))
    body = "".join(paragraph("#", num=one, level=0) for one in (1, 1, 2, 2, 1))

    assert read(body, numbering=numbering) == ["一、#", "二、#", "一、#", "二、#", "三、#"]


def test_start_override_of_a_lower_level_holds_under_each_higher_one() -> None:
    numbering = abstract(0, *SPEECH_LEVELS) + num(1, 0, restart(1, 3))

    assert markers([0, 1, 1, 0, 1], numbering) == ["一、", "（三）", "（四）", "二、", "（三）"]


def test_override_replaces_a_level() -> None:
    replaced = f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "%1、")}</w:lvlOverride>'
    numbering = abstract(0, *SPEECH_LEVELS) + num(1, 0) + num(2, 0, replaced)
    body = paragraph("甲", num=1, level=0) + paragraph("乙", num=2, level=0)

    assert read(body, numbering=numbering) == ["一、甲", "2、乙"]


def test_start_of_a_level_and_none_given() -> None:
    assert markers([0], abstract(0, level(0, "decimal", "%1.", start=5)) + num(1, 0)) == ["5. "]
    assert markers([0], abstract(0, level(0, "decimal", "%1.", start=None)) + num(1, 0)) == ["0. "]


def test_style_numbering_through_what_it_is_based_on() -> None:
    styles = (
        style("Normal", default=True)
        + style("Heading1", based_on="Normal", paragraph=numbered_by(7))
        + style("Heading2", based_on="Normal", paragraph=numbered_by(7, 1))
        + style("Office2", based_on="Heading2")
    )
    levels = (
        level(0, "japaneseCounting", "%1、", more='<w:pStyle w:val="Heading1"/>'),
        level(1, "japaneseCounting", "（%2）", more='<w:pStyle w:val="Heading2"/>'),
    )
    body = (
        paragraph("提高认识", style="Heading1")
        + paragraph("看形势", style="Heading2")
        + paragraph("看任务", style="Office2")
        + paragraph("正文。")
        + paragraph("压实责任", style="Heading1")
    )

    assert read(body, styles=styles, numbering=abstract(0, *levels) + num(7, 0)) == [
        "一、提高认识",
        "（一）看形势",
        "（二）看任务",
        "正文。",
        "二、压实责任",
    ]


def test_style_level_is_the_one_that_names_the_style() -> None:
    """17.9.3: in a style ``w:ilvl`` is ignored when a level names the style."""
    styles = style("Point", paragraph=numbered_by(1, 0))
    levels = (
        level(0, "decimal", "%1."),
        level(1, "chineseCounting", "（%2）", more='<w:pStyle w:val="Point"/>'),
    )

    assert read(
        paragraph("查隐患", style="Point"), styles=styles, numbering=abstract(0, *levels) + num(1, 0)
    ) == ["（一）查隐患"]


def test_style_that_gives_only_a_level_takes_the_list_of_its_base() -> None:
    styles = style("A", paragraph=numbered_by(1)) + style("B", based_on="A", paragraph=numbered_by(None, 1))

    assert read(
        paragraph("查隐患", style="B"), styles=styles, numbering=abstract(0, *SPEECH_LEVELS) + num(1, 0)
    ) == ["（一）查隐患"]


def test_default_paragraph_style_numbers_too() -> None:
    styles = style("Normal", default=True, paragraph=numbered_by(1))

    assert read(
        paragraph("甲") + paragraph("乙"), styles=styles, numbering=abstract(0, *SPEECH_LEVELS) + num(1, 0)
    ) == [
        "一、甲",
        "二、乙",
    ]


def test_number_zero_takes_the_number_of_the_style_away() -> None:
    styles = style("Heading1", paragraph=numbered_by(1)) + style(
        "Bare", based_on="Heading1", paragraph=numbered_by(0)
    )
    body = (
        paragraph("甲", style="Heading1", num=0)
        + paragraph("乙", style="Bare")
        + paragraph("丙", style="Heading1")
    )

    assert read(body, styles=styles, numbering=abstract(0, *SPEECH_LEVELS) + num(1, 0)) == [
        "甲",
        "乙",
        "一、丙",
    ]


def test_numbering_style_is_followed_to_its_list() -> None:
    styles = style("Speech", kind="numbering", paragraph=numbered_by(1))
    numbering = (
        abstract(0, *SPEECH_LEVELS, more='<w:styleLink w:val="Speech"/>')
        + abstract(5, more='<w:numStyleLink w:val="Speech"/>')
        + num(1, 0)
        + num(2, 5)
    )
    body = paragraph("甲", num=2, level=0) + paragraph("乙", num=2, level=1) + paragraph("丙", num=1, level=0)

    assert read(body, styles=styles, numbering=numbering) == ["一、甲", "（一）乙", "二、丙"]


def test_numbering_style_is_followed_through_the_style_sheet() -> None:
    styles = style("Speech", kind="numbering", paragraph=numbered_by(1))
    numbering = (
        abstract(0, *SPEECH_LEVELS)
        + abstract(5, more='<w:numStyleLink w:val="Speech"/>')
        + num(1, 0)
        + num(2, 5)
    )

    assert read(paragraph("甲", num=2, level=0), styles=styles, numbering=numbering) == ["一、甲"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", "#"), ("·", "#"), ("l", "#"), ("—", "——#"), ("——", "——#"), ("-", "#"), ("注：", "注：#")],
)
def test_bullets_give_no_marker_but_a_dash_is_one(text: str, expected: str) -> None:
    numbering = abstract(0, level(0, "bullet", text)) + num(1, 0)

    assert read(paragraph("#", num=1, level=0), numbering=numbering) == [expected]


def test_format_none_prints_the_words_alone() -> None:
    numbering = abstract(0, level(0, "none", "附件%1：")) + num(1, 0)

    assert read(paragraph("名单", num=1, level=0), numbering=numbering) == ["附件：名单"]


def test_hidden_marker_stays_hidden() -> None:
    numbering = abstract(0, level(0, "decimal", "%1.", more="<w:rPr><w:vanish/></w:rPr>")) + num(1, 0)

    assert read(paragraph("甲", num=1, level=0), numbering=numbering) == ["甲"]


def test_custom_zero_padded_format() -> None:
    choice = (
        '<mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    )
    numbering = abstract(
        0, f'<w:lvl w:ilvl="0"><w:start w:val="1"/>{choice}<w:lvlText w:val="%1"/></w:lvl>'
    ) + num(1, 0)

    assert markers([0, 0], numbering) == ["001 ", "002 "]


def test_an_empty_numbered_paragraph_counts_and_is_recorded() -> None:
    body = paragraph("甲", num=1, level=0) + paragraph(num=1, level=0) + paragraph("丙", num=1, level=0)
    data = make_docx(body, numbering=abstract(0, *SPEECH_LEVELS) + num(1, 0))

    source = read_docx(data, "稿.docx")

    assert source.paragraphs == ("一、甲", "三、丙")
    assert [(one.reason, one.text, one.line) for one in source.dropped] == [("empty-number", "二、", 2)]


@pytest.mark.parametrize(
    "numbering",
    [
        "",
        num(1, 99),
        num(1, 0),
        abstract(0, more='<w:numStyleLink w:val="Loop"/>') + num(1, 0),
        abstract(0, level(0, "decimal", "", start=99999999999999)) + num(1, 0),
    ],
)
def test_numbering_that_leads_nowhere_gives_no_marker(numbering: str) -> None:
    styles = style("Loop", based_on="Pool", paragraph=numbered_by(1)) + style("Pool", based_on="Loop")

    assert read(paragraph("甲", num=1, level=0), styles=styles, numbering=numbering) == ["甲"]


def test_style_chain_that_bites_its_tail() -> None:
    styles = style("A", based_on="B") + style("B", based_on="A", paragraph=numbered_by(1))

    assert read(
        paragraph("甲", style="A"), styles=styles, numbering=abstract(0, *SPEECH_LEVELS) + num(1, 0)
    ) == ["一、甲"]
