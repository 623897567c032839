"""What a brief gives is found in a draft, or told as missing."""

from __future__ import annotations

from dataclasses import replace

from drafter.brief import Brief
from drafter.measure import Written
from drafter.measure.facts import said_of


def missing(text: str, brief: Brief) -> set[tuple[str, str]]:
    return {(said.kind, said.name) for said in said_of(Written.of("草稿", text), brief) if not said.found}


def test_a_draft_that_says_it_all(written: Written, brief: Brief) -> None:
    said = said_of(written, brief)
    assert not [one for one in said if not one.found]
    assert {one.kind for one in said} == {"数据", "依据", "前序", "措施", "时限", "原文"}
    places = {one.name: one.paragraph for one in said}
    assert "86家" in written.paragraphs[places["学校食堂"] or 0]
    assert "0.35亿元" in written.paragraphs[places["食品安全投入"] or 0]


def test_a_figure_left_out(draft: str, brief: Brief) -> None:
    assert missing(draft.replace("已有七十一家接入监控，", ""), brief) == {("数据", "接入监控的食堂")}


def test_a_figure_of_another_unit_is_not_said(draft: str, brief: Brief) -> None:
    assert missing(draft.replace("86家", "86名"), brief) == {("数据", "学校食堂")}


def test_a_changed_figure_is_not_said(draft: str, brief: Brief) -> None:
    assert missing(draft.replace("0.35亿元", "0.53亿元"), brief) == {("数据", "食品安全投入")}


def test_words_left_out(draft: str, brief: Brief) -> None:
    cut = (
        draft.replace("孩子碗里的事，没有小事。", "").replace("每餐留样48小时。", "").replace("在9月底前", "")
    )
    assert missing(cut, brief) == {
        ("原文", "孩子碗里的事，没有小事。"),
        ("措施", "每餐留样48小时"),
        ("时限", "9月底前"),
    }


def test_two_facts_with_one_figure_need_two_mentions(draft: str, brief: Brief) -> None:
    twin = replace(brief.facts["学校食堂"], name="校外供餐单位")
    both = replace(brief, facts={**brief.facts, twin.name: twin})
    assert missing(draft, both) == {("数据", "校外供餐单位")}
    assert missing(draft.replace("全区86家学校食堂", "全区86家学校食堂、86家校外供餐单位"), both) == set()
