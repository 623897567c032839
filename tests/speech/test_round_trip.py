"""``parse_speech(speech_text(s)) == s`` for every speech the notation can hold."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.speech import (
    Family,
    Marker,
    Section,
    Speech,
    as_json,
    from_json,
    parse_speech,
    speech_paragraphs,
    speech_text,
)
from drafter.speech.layout import lay_out, read_layout
from drafter.speech.notation import unprintable
from tests.speech.strategies import LETTERS, SENTENCES, ordinary_speeches, speeches


@given(speeches())
@settings(max_examples=120, deadline=None)
def test_text_is_read_back_as_the_same_speech(speech: Speech) -> None:
    assert unprintable(speech) == ()
    assert parse_speech(speech_text(speech)) == speech


@given(speeches())
@settings(max_examples=40, deadline=None)
def test_the_laid_out_form_is_read_back_as_the_same_speech(speech: Speech) -> None:
    assert read_layout(lay_out(speech)) == speech


@given(speeches())
@settings(max_examples=30, deadline=None)
def test_json_is_read_back_as_the_same_speech(speech: Speech) -> None:
    read = from_json(as_json(speech))
    assert read == speech


LINES = st.one_of(
    st.sampled_from(SENTENCES),
    st.text(LETTERS, max_size=20),
    st.tuples(
        st.sampled_from(
            [
                "一、",
                "（一）",
                "1.",
                "①",
                "第一，",
                "一要",
                "二、",
                "（二）",
                "2.",
                "二要",
                "首先，",
                "其次，",
            ]
        ),
        st.sampled_from(SENTENCES),
    ).map("".join),
)


@given(st.lists(LINES, max_size=14).map("\n".join))
@settings(max_examples=120, deadline=None)
def test_no_word_of_any_text_is_lost(text: str) -> None:
    """Whatever is read, every Chinese word of it is printed again, in the body in the same order."""
    printed = "\n".join(block.text for block in speech_paragraphs(parse_speech(text)))
    assert sorted(_words(printed)) == sorted(_words(text))


def _words(text: str) -> str:
    return "".join(
        character
        for character in text
        if character in "临江市安全生产责任要是看抓一二三第其首先最后同志们让我们谢"
    )


@pytest.mark.parametrize(
    "text", ["", "\n", "　　\n\n", "同志们：", "一、", "在大会上的讲话", "\n\n\n一、\n\n"]
)
def test_next_to_nothing_is_a_speech_too(text: str) -> None:
    speech = parse_speech(text)
    assert parse_speech(speech_text(speech)) == speech


@given(ordinary_speeches())
@settings(max_examples=80, deadline=None)
def test_ordinary_speeches_need_no_layout(speech: Speech) -> None:
    """One count a level, in any order of families, and a farewell that sounds like one."""
    plain = "\n".join(block.text for block in speech_paragraphs(speech))
    assert parse_speech(plain) == speech


def test_real_speeches_print_plainly() -> None:
    speech = parse_speech(
        "在全市大会上的讲话\n同志们：\n今天讲两点。\n一、提高认识\n要学。\n二、抓好落实\n要干。\n谢谢大家！"
    )
    assert "\n\n" not in speech_text(speech)


def test_what_words_do_not_tell_the_layout_tells() -> None:
    chapter = Section(Marker(Family.CHAPTER, 1), "摸清底数", paragraphs=("逐户登记。",))
    speech = Speech(
        sections=(Section(Marker(Family.CIRCLED, 1), "起步", sections=(chapter,)),), closing=("就这样办。",)
    )
    assert speech_text(speech) == "\n\n①起步\n　　一、摸清底数\n　　　　逐户登记。\n\n就这样办。"
    assert parse_speech(speech_text(speech)) == speech


@pytest.mark.parametrize(
    ("speech", "reason"),
    [
        (Speech(title="——在大会上的讲话"), "会被读成副标题"),
        (Speech(salutation="今年的目标"), "不像称谓"),
        (Speech(opening=("同志们：",)), "会被读成称谓"),
        (Speech(opening=("一、提高认识",)), "会被读成带序号的一点"),
        (Speech(opening=("两行\n文字",)), "不是一行"),
        (Speech(opening=(" 空格",)), "首尾空格"),
        (Speech(closing=("谢谢大家！",)), "不另有结尾"),
        (Speech(sections=(Section(Marker(Family.CHAPTER, 1), "提高认识。抓好落实"),)), "不是这一点的标题"),
        (Speech(sections=(Section(Marker(Family.CHAPTER, None), "提高认识"),)), "印不出来"),
        (Speech(sections=(Section(Marker(Family.CHAPTER, 1), "二、三产业"),)), "不会被读成"),
    ],
)
def test_what_text_cannot_hold_is_said(speech: Speech, reason: str) -> None:
    assert any(reason in problem for problem in unprintable(speech))


def test_what_was_found_out_takes_no_part_in_comparison() -> None:
    speech = parse_speech("同志们：\n下面，我讲三点意见。\n一、提高认识\n要学。")
    assert speech.anomalies
    assert replace(speech, anomalies=(), announced=None) == speech
