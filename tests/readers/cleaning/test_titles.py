from __future__ import annotations

import pytest

from tests.readers.cleaning.helpers import paragraphs, reasons

BODY = (
    "同志们：\n这次会议很重要，大家要认真听、认真记、认真落实，回去以后抓紧传达，确保件件有着落、事事有回音。"
)


@pytest.mark.parametrize(
    "addition", ["（全文）", "(全文)", "（通用3篇）", "（精选五篇）", "【最新版】", "(2026年合集3篇)"]
)
def test_additions_go(addition: str) -> None:
    title = "在全区信访工作会议上的讲话"
    assert paragraphs(f"{title}{addition}\n{title}\n{BODY}")[0] == title
    assert paragraphs(f"{title}{addition}\n{title}\n{BODY}")[1] == "同志们："
    assert reasons(f"{title}{addition}\n{BODY}") == {"title-addition"}


def test_of_two_forms_the_one_next_to_the_speech_stays() -> None:
    text = f"全区信访工作推进会议上讲话\n\n在全区信访工作推进会议上的讲话\n{BODY}"
    assert paragraphs(text)[:2] == ["在全区信访工作推进会议上的讲话", "同志们："]


def test_a_title_over_two_lines_is_no_repetition() -> None:
    text = f"把根扎深\n把路走实\n{BODY}"
    assert paragraphs(text)[:3] == ["把根扎深", "把路走实", "同志们："]


def test_an_occasion_below_a_title_stays() -> None:
    text = f"守住群众的心\n——在全区信访工作会议上的讲话\n（2026年3月9日）\n{BODY}"
    assert paragraphs(text)[:3] == ["守住群众的心", "——在全区信访工作会议上的讲话", "（2026年3月9日）"]


def test_a_title_twice_on_one_line() -> None:
    assert (
        paragraphs(f"在全区信访工作会议上的讲话在全区信访工作会议上的讲话\n{BODY}")[0]
        == "在全区信访工作会议上的讲话"
    )
