"""What a draft lacks of its brief's make-up is told."""

from __future__ import annotations

from drafter.brief import Brief
from drafter.measure import Written
from drafter.measure.structure import lacks_of


def lacking(text: str, brief: Brief, numbered: str = "parts", length: int | None = None) -> list[str]:
    written = Written.of("草稿", text)
    return [lack.what for lack in lacks_of(written, brief, numbered=numbered, length=length)]


def test_a_draft_that_has_it_all(draft: str, brief: Brief) -> None:
    assert lacking(draft, brief) == ["篇幅"]  # a short draft for a test
    assert lacking(draft, brief, length=Written.of("", draft).length) == []


def test_a_part_or_a_point_left_out(draft: str, brief: Brief) -> None:
    head, _, tail = draft.partition("二、")
    assert "部分" in lacking(head + tail.partition("\n")[2], brief)
    without_point = draft.replace("（二）看到差距\n", "")
    assert "要点" in lacking(without_point, brief)
    assert "要点" not in lacking(without_point, brief, numbered="nothing")


def test_front_and_end(draft: str, brief: Brief) -> None:
    assert "称谓" in lacking(draft.replace("同志们：\n", ""), brief)
    assert "结尾" in lacking(draft[: draft.index("同志们，让我们")], brief)


def test_slips_of_the_text_itself(draft: str, brief: Brief) -> None:
    assert "预告" in lacking(draft.replace("两点意见", "三点意见"), brief)
    assert "编号" in lacking(draft.replace("（二）看到差距", "（三）看到差距"), brief)
    assert "待补" in lacking(draft.replace("86家", "【待补：食堂数】家"), brief)


def test_a_length_far_from_what_was_asked(draft: str, brief: Brief) -> None:
    size = Written.of("", draft).length
    assert "篇幅" in lacking(draft, brief, length=size * 2)
    assert "篇幅" not in lacking(draft, brief, length=round(size * 1.05))


def test_a_fixed_heading_is_missed(draft: str, brief: Brief) -> None:
    from dataclasses import replace

    parts = (replace(brief.parts[0], heading="擦亮眼睛，认清形势"), *brief.parts[1:])
    lacks = lacks_of(Written.of("", draft), replace(brief, parts=parts, length=None))
    assert [lack.message for lack in lacks] == ["写定的标题“擦亮眼睛，认清形势”不在稿子里"]
