from __future__ import annotations

from drafter.readers.cleaning.front_matter import drop_front_matter
from tests.readers.cleaning.helpers import after, reasons


def test_settings_go() -> None:
    text = "---\ntitle: 讲话\ntags:\n  - 安全\n---\n同志们：\n今天开会。"
    assert after(drop_front_matter, text) == ["同志们：", "今天开会。"]
    assert reasons(text) == {"front-matter"}


def test_text_between_two_rules_stays() -> None:
    text = "---\n同志们，今天我们开会。\n---\n下面讲三点。"
    assert after(drop_front_matter, text) == text.split("\n")


def test_a_block_that_never_closes_stays() -> None:
    text = "---\ntitle: 讲话"
    assert after(drop_front_matter, text) == text.split("\n")


def test_its_title_counts_when_the_speech_has_none() -> None:
    settings = "---\nsource: https://example.com/a\ntitle: 临江市政府工作报告（2026年1月8日 周明远）\n---\n"
    assert after(drop_front_matter, settings + "各位代表：")[0] == "临江市政府工作报告"
    assert after(drop_front_matter, settings + "**政府工作报告**\n各位代表：")[0] == "**政府工作报告**"
