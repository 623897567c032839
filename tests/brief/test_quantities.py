from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.brief.money import base, scaled, yuan
from drafter.brief.quantities import Quantity, parse_quantity, parse_range, plain, say_quantity, say_range


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("38", "38", ""),
        ("1,234", "1234", ""),
        ("12,345,678.5", "12345678.5", ""),
        ("-12.5%", "-12.5", "%"),
        ("+3.1%", "3.1", "%"),
        ("98.5％", "98.5", "%"),
        ("１２", "12", ""),
        ("38起", "38", "起"),
        ("1.2亿元", "1.2", "亿元"),
        ("1.2亿", "1.2", "亿"),
        ("8万亿元", "8", "万亿元"),
        ("5微克/立方米", "5", "微克/立方米"),
        ("35km2", "35", "km2"),
        (
            "1.2亿元（占比65.3%，比上年同期下降1.8个百分点）",
            "1.2",
            "亿元（占比65.3%，比上年同期下降1.8个百分点）",
        ),
        ("三十八起", "38", "起"),
        ("两家", "2", "家"),
        ("一百零五", "105", ""),
        ("三十亿元", "3000000000", "元"),
        ("负三", "-3", ""),
        ("十二点五", "12.5", ""),
    ],
)
def test_a_figure_with_its_unit(text, value, unit):
    quantity = parse_quantity(text)
    assert (quantity.value, quantity.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "abc",
        "三十多",
        "约40",
        "近百家",
        "30多家",
        "30余家",
        "十余万",
        "3.2万余人",
        "几十",
        "3万元～5万元",
        "10—20家",
        "5-10",
        "1,23",
        "12.5.3",
        "1/3",
        "2026-03",
        "38左右",
        "38.",
        "一般",
        "一流",
        "百强",
        "三农",
        "十佳",
        "#DIV/0!",
        "38 40",
    ],
)
def test_no_exact_figure(text):
    with pytest.raises(ValueError, match=r"."):
        parse_quantity(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("3万元～5万元", "3万元～5万元"),
        ("3～5万元", "3万元～5万元"),
        ("5%-10%", "5%～10%"),
        ("5%—10%", "5%～10%"),
        ("10至20人", "10人～20人"),
        ("三到五人", "三人～五人"),
    ],
)
def test_ranges(text, said):
    assert say_range(*parse_range(text)) == said


@pytest.mark.parametrize("text", ["38起", "5%～3%", "～5", "多～少"])
def test_no_range(text):
    with pytest.raises(ValueError, match=r"."):
        parse_range(text)


NUMBERS = st.decimals(-(10**12), 10**12, places=3)
UNITS = st.sampled_from(["", "起", "亿元", "%", "个百分点", "微克/立方米", "万户"])


@given(NUMBERS, UNITS)
def test_quantities_come_back(number, unit):
    quantity = Quantity(number, unit, f"{number:f}")
    again = parse_quantity(say_quantity(quantity))
    assert (again.value, again.unit) == (quantity.value, quantity.unit)


@given(st.decimals(0, 10**6, places=2), st.decimals(0, 10**6, places=2), UNITS)
def test_ranges_come_back(first, second, unit):
    low, high = (Quantity(end, unit, plain(end)) for end in sorted((first, second)))
    again = parse_range(say_range(low, high))
    assert [(end.value, end.unit) for end in again] == [(low.value, unit), (high.value, unit)]


@given(st.decimals(-(10**15), 10**15, places=2))
def test_amounts_come_back(number):
    assert base(parse_quantity(yuan(number))) == Quantity(number, "元", plain(number))


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("120000000", "1.2亿元"),
        ("35000", "3.5万元"),
        ("9999", "9999元"),
        ("123456789", "123456789元"),
        ("1250000000000", "1.25万亿元"),
        ("-35000", "-3.5万元"),
    ],
)
def test_amounts_are_never_rounded(number, said):
    assert yuan(Decimal(number)) == said


def test_counts_take_scale_words():
    assert scaled(35000, "人") == "3.5万人"


@pytest.mark.parametrize(
    ("number", "text"), [("12.50", "12.5"), ("1E+3", "1000"), ("-0.0", "0"), ("100", "100")]
)
def test_plain(number, text):
    assert plain(Decimal(number)) == text
