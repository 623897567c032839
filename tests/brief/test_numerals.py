from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.brief.numerals import (
    LARGEST,
    from_chinese,
    from_digits,
    from_ordinal,
    from_percent_words,
    ordinal,
    to_chinese,
    to_digits,
    to_percent_words,
)

WRITTEN = {
    "零": 0,
    "十": 10,
    "十二": 12,
    "二十": 20,
    "一百零五": 105,
    "一百一十二": 112,
    "一千零五": 1005,
    "一万零五十": 10050,
    "十万零一十二": 100012,
    "二万三千": 23000,
    "一亿零三": 100000003,
    "一万二千三百四十五亿": 1234500000000,
    "一万亿零一": 10**12 + 1,
    "一亿亿": LARGEST,
    "负三百": -300,
    "十二点五零": Decimal("12.50"),
    "负零点三": Decimal("-0.3"),
    "三分之一": Fraction(1, 3),
    "负五分之二": Fraction(-2, 5),
}


@pytest.mark.parametrize(("text", "number"), WRITTEN.items())
def test_written_and_read(text, number):
    assert to_chinese(number) == text
    assert from_chinese(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("两万三千", 23000),
        ("一千二", 1200),
        ("一百二", 120),
        ("一百零二", 102),
        ("一万五", 15000),
        ("一百十二", 112),
        ("二〇二六", 2026),
        ("壹佰贰拾叁", 123),
        ("兩萬", 20000),
        ("百分之十二", Fraction(12, 100)),
        ("千分之三", Fraction(3, 1000)),
        ("一又三分之一", Fraction(4, 3)),
    ],
)
def test_also_read(text, number):
    assert from_chinese(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        "一般",
        "百",
        "十百",
        "一一百",
        "一百零",
        "零十",
        "零零",
        "一万千",
        "一点",
        "点五",
        "一亿一亿",
        "abc",
        "12",
        "零分之一",
    ],
)
def test_refused(text):
    with pytest.raises(ValueError, match=r"."):
        from_chinese(text)


@given(st.integers(-LARGEST, LARGEST))
def test_integers_come_back(number):
    assert from_chinese(to_chinese(number)) == number


@given(st.decimals(-(10**9), 10**9, places=4))
def test_decimals_come_back(number):
    assert from_chinese(to_chinese(number)) == number


@given(st.fractions(-1000, 1000, max_denominator=999))
def test_fractions_come_back(number):
    assert from_chinese(to_chinese(number)) == number


@given(st.decimals(-1000, 1000, places=2))
def test_percentages_come_back(number):
    assert from_percent_words(to_percent_words(number)) == number


@given(st.integers(0, 10**8))
def test_ordinals_come_back(number):
    assert from_ordinal(ordinal(number)) == number


@given(st.integers(0, 9999))
def test_digits_come_back(number):
    assert from_digits(to_digits(number)) == number


def test_ordinals():
    assert ordinal(12) == "第十二"
    assert from_ordinal("第12") == 12
    with pytest.raises(ValueError, match="ordinal"):
        from_ordinal("十二")


def test_year_is_said_digit_by_digit():
    assert to_digits(2026) == "二〇二六"


@pytest.mark.parametrize("number", [LARGEST + 1, Decimal("NaN"), Decimal("Infinity")])
def test_what_has_no_chinese_form(number):
    with pytest.raises(ValueError, match=r"large|finite"):
        to_chinese(number)
