"""Markers are printed in contract 3's form and read back from it, whatever words follow."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.speech import Family, Marker, marker_text, read_marker
from drafter.speech.numerals import chinese_numeral, circled, circled_number, read_chinese_numeral

COUNTED = [
    Marker(Family.CHAPTER, 1),
    Marker(Family.BRACKET, 1),
    Marker(Family.ARABIC, 1),
    Marker(Family.ARABIC_BRACKET, 1),
    Marker(Family.CIRCLED, 1),
    Marker(Family.ORDINAL, 1),
    Marker(Family.ORDINAL, 1, noun="个方面"),
    Marker(Family.ORDINAL, 1, noun="部分"),
    Marker(Family.YAO, 1),
    Marker(Family.SHI, 1),
    Marker(Family.ONE_VERB, 1, verb="抓"),
    Marker(Family.FIRST, 1),
    Marker(Family.QI, 1),
]


@pytest.mark.parametrize(
    ("marker", "text"),
    list(
        zip(
            COUNTED,
            [
                "一、",
                "（一）",
                "1.",
                "（1）",
                "①",
                "第一，",
                "第一个方面，",
                "第一部分　",
                "一要",
                "一是",
                "一抓",
                "首先，",
                "其一，",
            ],
            strict=True,
        )
    ),
)
def test_contract_form(marker: Marker, text: str) -> None:
    assert marker_text(marker) == text


@given(
    st.sampled_from([marker for marker in COUNTED if marker.family is not Family.FIRST]),
    st.integers(1, 50),
    st.sampled_from(["提高政治站位", "加强领导。各级要动。", "2026年工作回顾", "“稳”字当头", "项目建设"]),
)
def test_a_printed_marker_is_read_back(marker: Marker, number: int, words: str) -> None:
    numbered = Marker(marker.family, number, marker.verb, marker.noun)
    assert read_marker(marker_text(numbered) + words) == (numbered, words)


@pytest.mark.parametrize(
    ("number", "word"), [(1, "首先，"), (2, "其次，"), (3, "再次，"), (4, "最后，"), (5, "最后，")]
)
def test_first_and_next(number: int, word: str) -> None:
    assert marker_text(Marker(Family.FIRST, number)) == word


def test_a_word_out_of_its_usual_place_is_kept() -> None:
    assert marker_text(Marker(Family.FIRST, 3, noun="最后")) == "最后，"
    assert read_marker("再者，要加强领导") == (Marker(Family.FIRST, 3, noun="再者"), "要加强领导")


def test_dash_items_carry_no_number() -> None:
    assert read_marker("——产业结构优化") == (Marker(Family.DASH, None), "产业结构优化")
    assert marker_text(Marker(Family.DASH, None)) == "——"


@pytest.mark.parametrize(
    "marker",
    [
        Marker(Family.CHAPTER, None),
        Marker(Family.CHAPTER, 100),
        Marker(Family.CIRCLED, 51),
        Marker(Family.YAO, 0),
    ],
)
def test_what_cannot_be_printed(marker: Marker) -> None:
    with pytest.raises(ValueError, match=r"."):
        marker_text(marker)


@given(st.integers(1, 99))
def test_chinese_numerals(number: int) -> None:
    assert read_chinese_numeral(chinese_numeral(number)) == number


def test_spoken_forms_of_ten() -> None:
    assert read_chinese_numeral("一十二") == 12
    assert read_chinese_numeral("百") is None


@given(st.integers(1, 50))
def test_circled_digits(number: int) -> None:
    assert circled_number(circled(number)) == number


def test_what_is_no_circled_digit() -> None:
    assert circled_number("") is None
    assert circled_number("一") is None


@given(st.text(alphabet="一二十第首先其（）()1.、，要是看①—提高 　", max_size=12))
def test_reading_never_fails_and_loses_no_words(line: str) -> None:
    read = read_marker(line)
    if read is not None:
        assert line.rstrip().endswith(read[1])


@pytest.mark.parametrize(
    "line",
    [
        "（一）至（三）项所列情形",
        "（一）项规定",
        "10、20年前",
        "3、4月份",
        "一是一，二是二",
        "第一、第二产业",
        "第一要务是发展",
        "第一批项目",
        "一要素",
        "一看就懂",
        "十分感谢",
        "",
    ],
)
def test_what_leads_no_unit(line: str) -> None:
    assert read_marker(line) is None
