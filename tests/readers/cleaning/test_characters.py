from __future__ import annotations

import pytest

from tests.readers.cleaning.helpers import cleaned, paragraphs


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("２０２６年３月，ＧＤＰ增长５．８%。", "2026年3月，GDP增长5.8%。"),
        ("⼀、提高认识", "一、提高认识"),  # the Kangxi radical that PDF files print
        ("全市\u200b一盘\ufeff棋。", "全市一盘棋。"),
        ("坚决\x07守住底线\ue5d2。", "坚决守住底线。"),
        ("①建台账㎡Ⅲ类水。", "①建台账㎡Ⅲ类水。"),  # NFKC would change these
        ("市长\xa0 周明远", "市长 周明远"),
    ],
)
def test_common_forms(dirty: str, clean: str) -> None:
    assert paragraphs(dirty) == [clean]


def test_every_kind_of_line_end() -> None:
    text = "第一行说完。\r\n第二行说完。\r第三行说完。\u2028第四行说完。\x0c第五行说完。\x0b第六行说完。"
    assert len(paragraphs(text)) == 6


def test_noise_is_written_down_with_its_line() -> None:
    (run,) = cleaned("第一段。\n第\u200b二段。").dropped
    assert (run.reason, run.text, run.line) == ("control", "\u200b", 2)
