import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.brief.approximations import about, above, nearly, share_words, times_words


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [
        (7, 10, "七成"),
        (1, 2, "一半"),
        (1, 3, "三分之一"),
        (2, 3, "三分之二"),
        (3, 4, "四分之三"),
        (68, 100, "近七成"),
        (66, 100, "近三分之二"),
        (55, 100, "过半"),
        (72, 100, "超过七成"),
        (95, 100, "超过九成"),
        (86, 86, "全部"),
        (3, 100, ""),
        (0, 100, ""),
        (11, 10, ""),
    ],
)
def test_shares(part, whole, words):
    assert share_words(part, whole) == words


_VALUES = {f"{digit}成": index / 10 for index, digit in enumerate("一二三四五六七八九", 1)} | {
    "一半": 1 / 2, "过半": 1 / 2, "三分之一": 1 / 3, "三分之二": 2 / 3, "四分之一": 1 / 4, "四分之三": 3 / 4,
    "全部": 1,
}  # fmt: skip


@given(st.integers(0, 1000), st.integers(1, 1000))
def test_share_words_are_true(part, whole):
    words = share_words(part, whole)
    share = part / whole
    value = _VALUES.get(words.removeprefix("近").removeprefix("超过"))
    if words.startswith("近"):
        assert value - 0.021 < share < value
    elif words.startswith("超过") or words == "过半":
        assert share > value
    elif words:
        assert share == pytest.approx(value)
    else:
        assert share < 0.1 or share > 1


@pytest.mark.parametrize(("part", "whole"), [(1, 0), (-1, 10)])
def test_no_share(part, whole):
    with pytest.raises(ValueError, match="share"):
        share_words(part, whole)


@given(st.decimals("0.01", 10**9, places=2), st.integers(1, 4))
def test_rounding_words_are_true(value, digits):
    words = about(value, digits)
    number = Decimal(re.sub(r"[^\d.]", "", words))
    if words.startswith("近"):
        assert number > value
    elif words.startswith("超过"):
        assert number < value
    else:
        assert number == value


def test_rounding_words():
    assert about(4983) == "近5000"
    assert about(5120) == "超过5100"
    assert about(5100) == "5100"
    assert about(0) == "0"
    assert nearly(4983, 5000) == "近5000"
    assert nearly(5001, 5000) == "5001"
    assert nearly(4000, 5000) == "4000"
    assert above(5001, 5000) == "超过5000"
    assert above(5000, 5000) == "5000"


@pytest.mark.parametrize(
    ("previous", "now", "words"),
    [
        (10, 20, "翻一番"),
        (10, 40, "翻两番"),
        (10, 30, "增长两倍"),
        (10, 5, "下降一半"),
        (10, 21, "翻一番多"),
        (10, 19, ""),
        (0, 5, ""),
    ],
)
def test_times(previous, now, words):
    assert times_words(previous, now) == words
