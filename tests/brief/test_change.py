from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.brief.change import Change, change_between, parse_change
from drafter.brief.comparison import say_change, say_changes
from drafter.brief.polarity import Polarity, polarity


@pytest.mark.parametrize(
    ("text", "unit", "value", "change_unit"),
    [
        ("-12.5%", "起", "-12.5", "%"),
        ("-12.5", "起", "-12.5", "%"),
        ("+3.1%", "", "3.1", "%"),
        ("－3.1％", "", "-3.1", "%"),
        ("下降12.5%", "起", "-12.5", "%"),
        ("同比下降12.5%", "起", "-12.5", "%"),
        ("比上年同期增长8%", "亿元", "8", "%"),
        ("降幅12.5%", "起", "-12.5", "%"),
        ("增幅3%", "起", "3", "%"),
        ("↓12.5%", "起", "-12.5", "%"),
        ("↑3%", "起", "3", "%"),
        ("12.5%↓", "起", "-12.5", "%"),
        ("持平", "起", "0", "%"),
        ("与去年同期持平", "%", "0", "个百分点"),
        ("1.8", "%", "1.8", "个百分点"),
        ("提高1.8%", "%", "1.8", "个百分点"),
        ("增长3.1个百分点", "%", "3.1", "个百分点"),
        ("下降2个百分点", "起", "-2", "个百分点"),
        ("0.3", "‰", "0.3", "个千分点"),
        ("减少3起", "起", "-3", "起"),
        ("增加2万户", "万户", "2", "万户"),
        ("增长1.2倍", "家", "1.2", "倍"),
    ],
)
def test_read(text, unit, value, change_unit):
    assert parse_change(text, unit) == Change(Decimal(value), change_unit)


@pytest.mark.parametrize(
    "text", ["", "大降", "下降", "下降-3%", "增长+3%", "减少2倍", "增长5人", "abc", "三十多", "—"]
)
def test_refused(text):
    with pytest.raises(ValueError, match=r"."):
        parse_change(text, "起")


@pytest.mark.parametrize(
    ("previous", "now", "unit", "expected"),
    [
        ("40", "35", "起", Change(Decimal("-12.5"), "%")),
        ("38", "33", "起", Change(Decimal("-13.2"), "%")),
        ("97.1", "98.25", "%", Change(Decimal("1.15"), "个百分点")),
        ("10000", "10001", "起", Change(Decimal("0.0"), "%")),
        ("0", "3", "起", None),
        ("-2", "3", "亿元", None),
    ],
)
def test_computed(previous, now, unit, expected):
    assert change_between(Decimal(previous), Decimal(now), unit) == expected


@pytest.mark.parametrize(
    ("value", "unit", "judged", "said"),
    [
        ("-12.5", "%", Polarity.LESS, "同比下降12.5%"),
        ("12.50", "%", Polarity.MORE, "同比增长12.5%"),
        ("12.5", "%", Polarity.LESS, "同比上升12.5%"),
        ("0", "%", Polarity.MORE, "同比持平"),
        ("1.8", "个百分点", Polarity.MORE, "同比提高1.8个百分点"),
        ("1.8", "个百分点", Polarity.LESS, "同比上升1.8个百分点"),
        ("-1.8", "个百分点", Polarity.MORE, "同比下降1.8个百分点"),
        ("-3", "起", Polarity.LESS, "同比减少3起"),
        ("3", "起", Polarity.LESS, "同比增加3起"),
        ("1.2", "倍", Polarity.NEUTRAL, "同比增长1.2倍"),
    ],
)
def test_said(value, unit, judged, said):
    assert say_change(Decimal(value), unit, judged) == said


def test_compared_with_something_else():
    assert say_change(Decimal(-3), against="环比") == "环比下降3%"


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (["-12.5"], "同比下降12.5%"),
        (["-12.5", "-8"], "同比分别下降12.5%和8%"),
        (["-12.5", "-8.3", "-5"], "同比分别下降12.5%、8.3%和5%"),
        (["3", "-2", "0"], "同比分别增长3%、下降2%和持平"),
        (["0", "0"], "同比均持平"),
    ],
)
def test_several_said_together(values, said):
    assert say_changes([Change(Decimal(value)) for value in values]) == said


@given(st.decimals(-500, 500, places=1), st.sampled_from(["%", "个百分点", "起"]), st.sampled_from(Polarity))
def test_what_is_said_is_read_again(value, unit, judged):
    figure_unit = "%" if unit == "个百分点" else "起"
    again = parse_change(say_change(value, unit, judged), figure_unit)
    assert again.value == value
    assert again.unit == unit or value == 0


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("事故起数", Polarity.LESS),
        ("死亡人数", Polarity.LESS),
        ("信访总量", Polarity.LESS),
        ("PM2.5平均浓度", Polarity.LESS),
        ("失业率", Polarity.LESS),
        ("贫困人口", Polarity.LESS),
        ("财政赤字", Polarity.LESS),
        ("规模以上工业增加值", Polarity.MORE),
        ("隐患整改率", Polarity.MORE),
        ("案件办结率", Polarity.MORE),
        ("群众满意度", Polarity.MORE),
        ("城镇新增就业", Polarity.MORE),
        ("新增债务", Polarity.LESS),
        ("排查隐患", Polarity.NEUTRAL),
        ("查处违法案件", Polarity.NEUTRAL),
        ("平均气温", Polarity.NEUTRAL),
    ],
)
def test_polarity(name, expected):
    assert polarity(name) is expected


def test_users_extend_polarity():
    assert polarity("平均气温", {"气温": Polarity.LESS}) is Polarity.LESS


@pytest.mark.parametrize(
    ("judged", "change", "good"),
    [
        (Polarity.LESS, -1, True),
        (Polarity.LESS, 1, False),
        (Polarity.MORE, 1, True),
        (Polarity.MORE, -1, False),
        (Polarity.MORE, 0, None),
        (Polarity.NEUTRAL, 1, None),
    ],
)
def test_good_news(judged, change, good):
    assert judged.is_good(change) is good
