"""Long titles break where a reader would pause, into a trapezium or a diamond."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.writers.title_lines import balance, width_of

ROOM = 20.3


@pytest.mark.parametrize(
    "lines",
    [
        "在全市安全生产工作会议上的讲话",
        "在市委理论学习中心组学习会上的讲话",
        "在全市领导干部安全生产|专题培训班上的专题辅导讲座",
        "在2026年全市安全生产工作会议暨|第一季度防范重大安全风险调度会上的讲话",
        "在临江市优化营商环境暨|民营经济高质量发展大会上的讲话",
        "在临江市第三届人民代表大会|第五次会议闭幕会上的讲话",
        "坚定信心 真抓实干|奋力谱写临江市高质量发展新篇章",
        "在全市深入学习贯彻|《中华人民共和国安全生产法》暨|“安全生产月”活动启动仪式上的讲话",
        "在西河区创建全国文明城市和|国家卫生城市工作总结表彰大会|暨新一轮创建工作动员大会上的讲话",
    ],
)
def test_titles(lines):
    wanted = tuple(lines.split("|"))
    joint = " " if " " in lines else ""
    assert balance(joint.join(wanted), ROOM) == wanted


@pytest.mark.parametrize("room", [12.0, 14.5, 18.0, 20.3])
@pytest.mark.parametrize(
    "whole",
    [
        "营商环境",
        "安全生产",
        "《临江市安全生产条例》",
        "“一把手”",
        "2026年3月18日",
        "98.5%",
        "第十二次",
        "GDP",
        "周明远",
    ],
)
def test_what_belongs_together_stays_together(whole, room):
    title = f"在全市深入推进{whole}重点工作暨年度目标任务完成情况调度推进会议上的讲话"
    assert any(whole in line for line in balance(title, room))


_PIECES = [
    "在",
    "全市",
    "安全生产",
    "临江市",
    "周明远",
    "2026年",
    "工作",
    "会议",
    "暨",
    "推进",
    "《条例》",
    "“回头看”",
    "（试行）",
    "，",
    " ",
    "上的讲话",
    "A",
    "甲乙丙",
]


@settings(max_examples=120, deadline=None)
@given(
    st.lists(st.sampled_from(_PIECES), min_size=1, max_size=30).map("".join),
    st.sampled_from([8.0, 14.0, 20.3]),
)
def test_whatever_the_title_its_words_stay_and_every_line_fits(title, room):
    lines = balance(title, room)
    assert "".join("".join(lines).split()) == "".join(title.split())
    assert all(width_of(line) <= room for line in lines)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(_PIECES[:10]), min_size=8, max_size=24).map("".join))
def test_no_line_is_one_character_and_none_begins_with_a_tail(title):
    lines = balance(title, ROOM)
    if len(lines) > 1:
        assert width_of(lines[-1]) >= 2
    assert not any(line.startswith(("，", "》", "”", "上的讲话")) for line in lines[1:])
    assert not any(line.endswith("在") for line in lines[:-1])


def test_an_empty_title_has_no_lines():
    assert balance(" \n ", ROOM) == ()


def test_a_title_of_a_page_is_filled_quickly():
    lines = balance("在2026年全市安全生产工作会议上的讲话" * 300, ROOM)
    assert all(width_of(line) <= ROOM for line in lines)
