"""Runs: quotes and dashes in the Chinese face, missing facts in yellow, escapes, breaks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from drafter.errors import WriteError
from drafter.speech import Speech
from drafter.writers import write_docx
from drafter.writers.docx_body import chinese_marks
from drafter.writers.docx_runs import Ink, runs

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NAMESPACE}}}"
INK = Ink.of(fonts=chinese_marks("仿宋_GB2312"))


def written(text):
    """(text, Chinese face?, yellow?) of every run; a line break is ⏎, a tab ⇥."""
    root = etree.fromstring(f'<w:p xmlns:w="{NAMESPACE}">{runs(text, INK)}</w:p>')
    rows = []
    for run in root:
        fonts = run.find(f"{W}rPr/{W}rFonts")
        chinese = fonts is not None and fonts.get(f"{W}ascii") == "仿宋_GB2312" == fonts.get(f"{W}hAnsi")
        assert fonts is None or fonts.get(f"{W}hint") == "eastAsia"
        yellow = run.find(f"{W}rPr/{W}highlight") is not None
        signs = {f"{W}br": "⏎", f"{W}tab": "⇥"}
        rows.append(
            (
                "".join(signs.get(node.tag, node.text or "") for node in run if node.tag != f"{W}rPr"),
                chinese,
                yellow,
            )
        )
    return rows


@pytest.mark.parametrize("mark", ["“", "”", "‘", "’", "——", "……", "·", "×", "①", "℃", "—"])
def test_chinese_marks_stand_in_the_chinese_face(mark):
    assert written(f"前{mark}后12.5%") == [
        ("前", False, False),
        (mark, True, False),
        ("后12.5%", False, False),
    ]


@pytest.mark.parametrize(
    "text", ["同志们：2026年，GDP增长6.5%", "《中华人民共和国安全生产法》（修订）", "A-B/C"]
)
def test_text_without_such_marks_is_one_run(text):
    assert written(text) == [(text, False, False)]


def test_a_missing_fact_is_yellow_with_its_quotes():
    assert written("前【待补：“时限”】后") == [
        ("前", False, False),
        ("【待补：", False, True),
        ("“", True, True),
        ("时限", False, True),
        ("”", True, True),
        ("】", False, True),
        ("后", False, False),
    ]


def test_an_unclosed_mark_of_a_missing_fact_is_plain_text():
    assert written("前【待补：时限") == [("前【待补：时限", False, False)]


def test_markup_characters_breaks_and_tabs():
    assert written('a<b>&"c\nd\te ') == [('a<b>&"c⏎d⇥e ', False, False)]


@settings(max_examples=60)
@given(st.text(st.sampled_from('全市“”——…·×<>&" \n\tAb1【】待补：。'), max_size=40))
def test_no_character_is_lost(text):
    assert "".join(row[0] for row in written(text)).replace("⏎", "\n").replace("⇥", "\t") == text


def test_a_paragraph_that_nothing_could_read_again_is_refused():
    with pytest.raises(WriteError) as caught:
        write_docx(Speech(opening=("安" * 3_400_000,)))
    (problem,) = caught.value.problems
    assert problem.code == "W002"
    assert "3400000字" in problem.message


def test_three_million_characters_in_many_paragraphs_are_fine():
    data = write_docx(Speech(opening=("安全生产责任重于泰山，" * 100,) * 3000))
    assert data.startswith(b"PK")
