"""Figures in digits and in Chinese numerals lie on one scale."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.brief.numerals import to_chinese
from drafter.measure.numbers import numbers_of


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1.2万户", 12000, "户"),
        ("一万二千户", 12000, "户"),
        ("3500万元", 35_000_000, "元"),
        ("0.35亿元", 35_000_000, "元"),
        ("百分之十二点五", Decimal("12.5"), "%"),
        ("12.5％", Decimal("12.5"), "%"),
        ("1,234起", 1234, "起"),
        ("1.8个百分点", Decimal("1.8"), "个百分点"),
        ("28节课", 28, "节"),
        ("三分之一", Decimal("0.333333"), "之"),
    ],
)
def test_a_figure_with_its_unit(text: str, value: Decimal, unit: str) -> None:
    (number,) = numbers_of(text)
    assert (number.value, number.unit) == (value, unit)


def test_where_figures_stand() -> None:
    text = "全区86家食堂，已有七十一家接入。"
    assert [number.text for number in numbers_of(text)] == ["86家", "七十一家"]
    assert [text[number.start : number.end] for number in numbers_of(text)] == ["86家", "七十一家"]


@given(st.integers(min_value=1, max_value=10**9))
def test_both_ways_to_write_a_number_mean_the_same(number: int) -> None:
    (digits,) = numbers_of(f"{number}户")
    (words,) = numbers_of(f"{to_chinese(number)}户")
    assert (digits.value, digits.unit) == (words.value, words.unit)


@given(st.text(alphabet="零一二两三百千万亿点分之0123456789.,%成第年月", max_size=30))
def test_any_row_of_numerals_is_read_or_left(text: str) -> None:
    found = list(numbers_of(text))
    assert all(text[number.start : number.end] == number.text for number in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
