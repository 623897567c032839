"""The one flattening that writers and traces walk."""

from __future__ import annotations

from hypothesis import given, settings

from drafter.speech import Block, Part, Role, Speech, parse_speech, speech_paragraphs
from tests.speech.strategies import speeches

TEXT = """凝心聚力
——在全市大会上的讲话
（2026年3月18日）
市长　周明远
同志们：
今天讲一点。
一、提高认识
要学。
（一）学理论。读原著。
要记笔记。
谢谢大家！"""


def test_every_paragraph_with_its_role() -> None:
    front, opening, body, closing = Part.FRONT, Part.OPENING, Part.SECTIONS, Part.CLOSING
    assert speech_paragraphs(parse_speech(TEXT)) == [
        Block(Role.TITLE, "凝心聚力", part=front),
        Block(Role.SUBTITLE, "——在全市大会上的讲话", part=front),
        Block(Role.DATE, "（2026年3月18日）", part=front),
        Block(Role.SPEAKER, "市长 周明远", part=front),
        Block(Role.SALUTATION, "同志们：", part=front),
        Block(Role.BODY, "今天讲一点。", part=opening),
        Block(Role.HEADING, "一、提高认识", 1, marker="一、", part=body),
        Block(Role.BODY, "要学。", part=body),
        Block(Role.RUN_IN, "（一）学理论。读原著。", 2, "（一）学理论。", "（一）", part=body),
        Block(Role.BODY, "要记笔记。", part=body),
        Block(Role.BODY, "谢谢大家！", part=closing),
    ]


@given(speeches())
@settings(max_examples=30, deadline=None)
def test_lead_and_marker_begin_the_text(speech: Speech) -> None:
    for block in speech_paragraphs(speech):
        assert block.text.startswith(block.lead)
        assert block.lead + block.rest == block.text
        assert block.text.startswith(block.marker)
        assert bool(block.level) == (block.role in {Role.HEADING, Role.RUN_IN})
