"""What holds for any text: cleaning twice is cleaning once, and nothing is lost silently."""

from __future__ import annotations

import unicodedata
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.readers import SourceText, clean
from drafter.readers.text import read_text
from drafter.speech import Speech, parse_speech, speech_paragraphs
from tests.readers.cleaning.helpers import cleaned, paragraphs
from tests.speech.strategies import ordinary_speeches

# Everything that a step looks for, to be thrown together at random.
PIECES = [
    "同志们：",
    "同志们:今天开会。",
    "一、提高认识",
    "（一）压实责任",
    "(二) 抓好落实",
    "1. 加强领导",
    "第一，要讲政治。",
    "一要抓早。",
    "一是",
    "二是到位；",
    "\n",
    "\n\n",
    "　　",
    "  ",
    " ",
    "- 3 -",
    "第 2 页 共 9 页",
    "3",
    "目 录",
    "……",
    "...",
    "--",
    "——",
    "“",
    "”",
    '"',
    "(",
    ")",
    "（全文）",
    ",",
    ";",
    ":",
    "?",
    "!",
    "。",
    "，",
    "、",
    "在全市会议上的讲话",
    "安全生产工作十分重要",
    "各级各部门要认真落实会议精神",
    "2026年",
    "12.5%",
    "**重点**",
    "# 标题",
    "> ",
    "| a | b |",
    "[1]",
    "［2］",
    "来源：临江网",
    "版权所有 临江网",
    "下面是小编为大家整理的",
    "未完，全文共4860字",
    "2.5",
    "PM",
    "市长 周明远",
    "政 府 工 作 报 告",
    "\u200b",
    "\ufeff",
    "１２",
    "．",
    "首页 > 新闻",
    "a b",
    "URL http://x.cn/a,b",
    "□",
    "6?3",
    "附件1",
    "谢谢大家！",
    "《安全生产法》第三条第",
    "（一）项规定",
    "长" * 70,
    "短句。" * 30,
    "（下转第二版）",
    "<b>",
    "\t",
]
pastes = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@settings(max_examples=150, deadline=None)
@given(pastes)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = cleaned(text)
    assert clean(read_text(once.text, "稿.txt")).paragraphs == once.paragraphs


@settings(max_examples=150, deadline=None)
@given(pastes)
def test_every_word_is_kept_or_written_down(text: str) -> None:
    source = cleaned(text)
    found = Counter(_words(source.text))
    for run in source.dropped:
        found += Counter(_words(run.text))
    lost = Counter(_words(text)) - found
    assert not lost, lost


def _words(text: str) -> str:
    """Letters and figures; what is left are marks, which cleaning may write otherwise."""
    wide = unicodedata.normalize("NFKC", text.replace("<b>", ""))
    return "".join(char for char in wide if char.isalnum())


@settings(max_examples=60, deadline=None)
@given(ordinary_speeches())
def test_a_well_formed_speech_is_left_alone(speech: Speech) -> None:
    lines = [block.text for block in speech_paragraphs(speech)]
    assert paragraphs("\n".join(lines)) == lines
    assert parse_speech(cleaned("\n".join(lines)).paragraphs) == speech


def test_trusted_paragraphs_are_not_taken_for_a_column() -> None:
    line = "全市上下要牢固树立一盘棋思想，坚持系统观念，统筹推进各项"
    source = SourceText("稿.docx", ("同志们：", "会议开始。", *[line] * 8), trusted=True)
    assert clean(source).paragraphs == clean(clean(source)).paragraphs
    assert len(clean(SourceText("稿.docx", ("同志们：", "一段。\n二段。"), trusted=True)).paragraphs) == 3
