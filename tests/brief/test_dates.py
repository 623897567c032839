import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.brief.dates import parse_date, say_date, say_date_in_words, say_month_day
from drafter.brief.periods import Period, parse_period, say_period, tidy_period, year_before

DAY = dt.date(2026, 3, 8)


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-08",
        "2026-3-8",
        "2026/3/8",
        "2026.03.08",
        "2026年3月8日",
        "2026年03月08日",
        "２０２６年３月８日",
        "二〇二六年三月八日",
    ],
)
def test_one_day_in_many_forms(text):
    assert parse_date(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-02-30",
        "2026-13-01",
        "26-3-8",
        "2026-3/8",
        "3月8日",
        "2026年3-8",
        "明天",
        "二〇二六年十三月一日",
    ],
)
def test_no_day(text):
    with pytest.raises(ValueError, match=r"."):
        parse_date(text)


@given(st.dates(dt.date(1949, 10, 1), dt.date(2100, 1, 1)))
def test_dates_come_back(day):
    assert parse_date(say_date(day)) == day
    assert parse_date(say_date_in_words(day)) == day
    assert parse_date(day.isoformat()) == day


def test_dates_are_said_without_padding():
    assert say_date(DAY) == "2026年3月8日"
    assert say_month_day(DAY) == "3月8日"
    assert say_date_in_words(dt.date(2026, 10, 21)) == "二〇二六年十月二十一日"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2025", "2025年"),
        ("2025年度", "2025年"),
        ("二〇二五年", "2025年"),
        ("2025年全年", "2025年"),
        ("2026年1—2月", "2026年1—2月"),
        ("2026年1月至2月", "2026年1—2月"),
        ("2026年1-2月累计", "2026年1—2月"),
        ("2025年上半年", "2025年上半年"),
        ("2025年1-6月", "2025年上半年"),
        ("2025年第一季度", "2025年一季度"),
        ("2025Q3", "2025年三季度"),
        ("2025年前三季度", "2025年前三季度"),
        ("2025.09", "2025年9月"),
        ("截至2025年底", "2025年"),
        ("2021—2025年", "2021—2025年"),
        ("2024年10月至2025年3月", "2024年10月—2025年3月"),
        ("今年1—2月", "2026年1—2月"),
        ("今年前三季度", "2026年前三季度"),
        ("上半年", "2026年上半年"),
        ("一季度", "2026年一季度"),
        ("去年", "2025年"),
        ("去年同期", "2025年一季度"),
    ],
)
def test_periods(text, said):
    assert say_period(parse_period(text, DAY)) == said


@pytest.mark.parametrize(
    "text", ["", "名称", "2025年13月", "2025年9—3月", "2025年夏天", "去年", "上半年", "1234", "38起"]
)
def test_no_period(text):
    with pytest.raises(ValueError, match=r"."):
        parse_period(text)


def test_relative_to_a_day():
    assert say_period(parse_period("2026年1—2月"), DAY) == "今年1—2月"
    assert say_period(parse_period("2025年"), DAY) == "去年"
    assert say_period(parse_period("2024年"), DAY) == "2024年"


MONTHS = st.tuples(st.integers(1950, 2099), st.integers(1, 12))


@given(MONTHS, MONTHS)
def test_periods_come_back(one, other):
    period = Period(max(one, other), min(one, other))
    assert parse_period(say_period(period)) == period
    assert year_before(period) < period


@pytest.mark.parametrize(
    ("text", "tidy"),
    [
        ("2025", "2025年"),
        ("2025.09", "2025年9月"),
        ("2025年1-9月", "2025年1—9月"),
        ("“十四五”期间", "“十四五”期间"),
    ],
)
def test_the_writers_own_words_stay(text, tidy):
    assert tidy_period(text) == tidy
