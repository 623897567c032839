from __future__ import annotations

import pytest

from tests.readers.cleaning.helpers import cleaned


@pytest.mark.parametrize(
    "damaged",
    [
        "吉林“6?3”火灾教训深刻。",
        "“五?一”期间要值守。",
        "全市\ufffd\ufffd工作。",
        "全市□□工作。",
        "安全???工作。",
        "锟斤拷工作。",
    ],
)
def test_damaged_characters_are_noted_and_stay(damaged: str) -> None:
    source = cleaned(f"同志们：\n{damaged}")
    assert source.paragraphs[1] == damaged
    assert [(note.code, note.paragraph) for note in source.notes] == [("mojibake", 1)]


@pytest.mark.parametrize("fine", ["□ 已完成", "这样行吗？", "8:30？不行。", "a?b 是网址的一部分。"])
def test_what_is_no_damage(fine: str) -> None:
    assert cleaned(fine).notes == ()


def test_a_last_sentence_that_breaks_off() -> None:
    (note,) = cleaned("同志们：\n要把各项安全生产规章制度...").notes
    assert (note.code, note.paragraph) == ("truncated", 1)
