import datetime as dt
from decimal import Decimal

import pytest

from drafter.brief import FILTERS, Fact, SaidFact

ACCIDENTS = Fact("事故起数", Decimal(38), "38", "起", change=Decimal("-12.5"))
SAID = SaidFact("38起", ACCIDENTS)
WORDS = Fact("牵头单位", None, "市应急管理局")


@pytest.mark.parametrize(
    ("name", "arguments", "said"),
    [
        ("cn", (105,), "一百零五"),
        ("cn", ("12.5",), "十二点五"),
        ("中文数字", (ACCIDENTS,), "三十八"),
        ("cn", (SAID,), "三十八"),
        ("counted", (2, "家"), "两家"),
        ("数目", (12, "项"), "十二项"),
        ("counted", (2,), "二"),
        ("ordinal", (12,), "第十二"),
        ("digits", (2026,), "二〇二六"),
        ("percent", (Decimal("12.50"),), "12.5%"),
        ("percent_words", ("12.5",), "百分之十二点五"),
        ("points", (Decimal("-1.8"),), "1.8个百分点"),
        ("fraction", (5, 15), "三分之一"),
        ("yuan", (120000000,), "1.2亿元"),
        ("yuan", ("1.2亿元",), "1.2亿元"),
        ("yuan", (Fact("投资", Decimal("3.4"), "3.4", "亿元"),), "3.4亿元"),
        ("scaled", (35000, "人"), "3.5万人"),
        ("span", (3, 5, "万元"), "3万元～5万元"),
        ("change", (ACCIDENTS,), "同比下降12.5%"),
        ("同比", (SAID,), "同比下降12.5%"),
        ("change", ("1.8", "个百分点", "覆盖率"), "同比提高1.8个百分点"),
        ("change", (3, "%", "事故起数"), "同比上升3%"),
        ("change", (-3,), "同比下降3%"),
        ("change", ("下降12.5%",), "同比下降12.5%"),
        ("date", ("2026-03-08",), "2026年3月8日"),
        ("date", (dt.date(2026, 3, 8),), "2026年3月8日"),
        ("date_words", ("2026-03-08",), "二〇二六年三月八日"),
        ("month_day", ("2026-03-08",), "3月8日"),
        ("period", ("2026年1-2月",), "2026年1—2月"),
        ("period", ("2026年1-2月", dt.date(2026, 3, 8)), "今年1—2月"),
        ("about", (4983,), "近5000"),
        ("nearly", (4983, 5000), "近5000"),
        ("above", (5001, 5000), "超过5000"),
        ("share", (68, 100), "近七成"),
        ("share", ("3000家", "1.2万家"), "四分之一"),
    ],
)
def test_filters(name, arguments, said):
    assert FILTERS[name](*arguments) == said


@pytest.mark.parametrize(
    ("name", "arguments", "message"),
    [
        ("cn", (WORDS,), "“牵头单位”是文字，不是数"),
        ("cn", ("三十多",), "“三十多”不是一个数"),
        ("cn", (10**17,), "“100000000000000000”太大，写不成中文数字"),
        ("ordinal", ("1.5",), "“1.5”不是正整数"),
        ("fraction", (1, 0), "总数是零，说不出几分之几"),
        ("change", (WORDS,), "数据“牵头单位”没有给出同比"),
        ("change", ("38起",), "“38起”不是同比"),
        ("change", ("38",), "“38”不是同比，请写明单位，如 -12.5%"),
        ("date", ("2026-02-30",), "“2026-02-30”不是日期"),
        ("period", ("某时",), "“某时”不是一个时段"),
        ("share", (1, 0), "总数应当大于零，部分不能小于零"),
    ],
)
def test_what_cannot_be_said_is_told_in_chinese(name, arguments, message):
    with pytest.raises(ValueError, match="^" + message + "$"):
        FILTERS[name](*arguments)


def test_every_filter_has_a_chinese_name():
    chinese = [name for name in FILTERS if not name.isascii()]
    assert len(chinese) * 2 == len(FILTERS)


def test_no_filter_hides_one_of_jinja():
    builtin = {
        "count",
        "length",
        "round",
        "first",
        "last",
        "list",
        "map",
        "max",
        "min",
        "sum",
        "title",
        "default",
        "date",
    }
    assert builtin & set(FILTERS) == {"date"}


def test_a_said_fact_is_its_words():
    assert f"全年{SAID}" == "全年38起"
    assert SAID.fact is ACCIDENTS
