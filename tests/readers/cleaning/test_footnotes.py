from __future__ import annotations

from tests.readers.cleaning.helpers import paragraphs, reasons

NOTES = ["注释", "［1］四大产业：旅游业等。", "［2］三张清单：正面清单等。"]


def test_marks_with_a_list_go() -> None:
    text = "\n".join(["四大产业［1］占比过半，三张清单［2］落地见效，另有规定［9］。", *NOTES])
    assert paragraphs(text) == ["四大产业占比过半，三张清单落地见效，另有规定［9］。", *NOTES]
    assert reasons(text) == {"footnote-mark"}


def test_marks_without_a_list_stay() -> None:
    text = "四大产业［1］占比过半。"
    assert paragraphs(text) == [text]
