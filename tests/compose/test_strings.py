"""Strings of the brief that use its data."""

from __future__ import annotations

import pytest

from drafter.brief import Part, Point
from drafter.compose.strings import render_brief
from drafter.errors import BriefError
from tests.compose.examples import brief, fact

FACTS = {
    made.name: made
    for made in (
        fact("关闭企业", "12", "家"),
        fact("PM2.5浓度", "32", "微克/立方米"),
        fact("整改率", "98.5%"),
    )
}


def _rendered(words: str) -> tuple[str, dict[str, tuple[str, ...]]]:
    rendered, used = render_brief(brief(Part("认识", verbatim=(words,)), facts=FACTS))
    return rendered.parts[0].verbatim[0], used


@pytest.mark.parametrize(
    ("words", "expected", "names"),
    [
        ("全年关闭{{ 关闭企业 }}。", "全年关闭12家。", ("关闭企业",)),
        ("浓度{{PM2.5浓度}}。", "浓度32微克/立方米。", ("PM2.5浓度",)),
        ('浓度{{ 数据["PM2.5浓度"] }}。', "浓度32微克/立方米。", ("PM2.5浓度",)),
        ("{{ 关闭企业 }}和{{ 整改率 }}", "12家和98.5%", ("关闭企业", "整改率")),
        ("{{ '一' }}\n二", "一二", ()),
    ],
)
def test_a_figure_is_put_in_and_remembered(words: str, expected: str, names: tuple[str, ...]) -> None:
    text, used = _rendered(words)
    assert text == expected
    assert used == {expected: names}


@pytest.mark.parametrize("words", ["百分之50%的话", "{ 关闭企业 }", "${x} %s {0}", "}} 倒着 "])
def test_other_braces_stay_as_they_are(words: str) -> None:
    text, used = _rendered(words)
    assert text == words
    assert used == {}


def test_what_a_figure_prints_is_not_rendered_again() -> None:
    tricky = {"说明": fact("说明", "12", "家（{{ 关闭企业 }}）")}
    rendered, _ = render_brief(brief(Part("认识", verbatim=("{{ 说明 }}",)), facts={**FACTS, **tricky}))
    assert rendered.parts[0].verbatim == ("12家（{{ 关闭企业 }}）",)


def test_strings_everywhere_in_the_brief_are_rendered() -> None:
    words = "关{{ 关闭企业 }}"
    point = Point(words, heading=words, measures=(words,), duty=(words,), deadline=words, verbatim=(words,))
    given = brief(Part(words, points=(point,)), facts=FACTS, closing=words, prior=(words,), title=words)
    rendered, _ = render_brief(given)
    assert "{{" not in str(rendered)
    assert str(rendered).count("关12家") == 10


@pytest.mark.parametrize(
    "words",
    [
        "{{ 没有这项 }}",
        "{{ 关闭企业.__class__ }}",
        "{{ 关闭企业 | 没有这个过滤器 }}",
        "{{ 关闭企业",
        "{{ 关闭企业 + 1 }}",
        "{{ 1 / 0 }}",
        "{{ '啊' * 99999999999 }}",
        "{% for x in 1 %}",
        "{% import 'x' as y %}",
        "{{ cycler.__init__.__globals__ }}",
    ],
)
def test_every_string_that_cannot_be_rendered_is_told_at_once(words: str) -> None:
    given = brief(Part("认识", verbatim=(words, "好的{{ 关闭企业 }}")), facts=FACTS, closing="{{ 也没有 }}")
    with pytest.raises(BriefError) as caught:
        render_brief(given)
    assert [problem.code for problem in caught.value.problems] == ["B090", "B090"]
    for problem, key in zip(caught.value.problems, (words, "{{ 也没有 }}"), strict=True):
        assert problem.file == "brief.yaml"
        assert problem.key == key[:30]
        assert "\n" not in str(problem)
        assert "模板" not in problem.message
