import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.brief.references import broken_template, named_facts, quote_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("没有数据的一句话", ()),
        ("全年关闭{{ 关闭企业 }}", ("关闭企业",)),
        ("{{关闭企业}}、{{ 事故起数 }}和{{ 关闭企业 }}", ("关闭企业", "事故起数")),
        ("{{ 关闭企业 | cn }}家", ("关闭企业",)),
        ("{{ 接入学校 | share(学校总数) }}", ("接入学校", "学校总数")),
        ("{{ 投资 | scaled(unit='万元') }}", ("投资",)),
        ("{{ 事故起数.change }}", ("事故起数",)),
        ("{{ '字面' if 甲 else 乙 }}", ("甲", "乙")),
        ('{{ 数据["PM2.5浓度"] }}', ("PM2.5浓度",)),
        ("{{ 数据.关闭企业 }}", ("关闭企业",)),
    ],
)
def test_names_in_a_sentence(text, names):
    assert named_facts(text) == names


def test_a_name_that_is_no_identifier_is_known_whole():
    assert named_facts("{{ PM2.5浓度 }}", {"PM2.5浓度"}) == ("PM2.5浓度",)
    assert named_facts("{{ 12345热线 | cn }}", {"12345热线"}) == ("12345热线",)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("浓度{{ PM2.5浓度 }}", '浓度{{ 数据["PM2.5浓度"] }}'),
        ("{{ PM2.5浓度 | about }}", '{{ 数据["PM2.5浓度"] | about }}'),
        ("{{ 关闭企业 }}", "{{ 关闭企业 }}"),
        ("{{ 没给过 }}", "{{ 没给过 }}"),
    ],
)
def test_names_are_quoted_for_the_template(text, quoted):
    assert quote_names(text, {"PM2.5浓度", "关闭企业"}) == quoted


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("全年{{ 甲 }}", ""),
        ("全年{{ 甲", "“{{ }}”没有配对"),
        ("全年甲 }}", "“{{ }}”没有配对"),
        ("全年{{ }}", "“{{ }}”里没有写数据名"),
        ("{% if x %}", "提纲里只能用“{{ 数据名 }}”，不能用“{% %}”“{# #}”"),
    ],
)
def test_broken_templates(text, wrong):
    assert broken_template(text) == wrong


@given(st.text(alphabet="{}%# 甲乙.|()'\"=_1", max_size=40))
def test_any_text_can_be_looked_through(text):
    assert isinstance(broken_template(text), str)
    assert all(named_facts(text))
