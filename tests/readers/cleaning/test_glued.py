from __future__ import annotations

import pytest

from tests.readers.cleaning.helpers import paragraphs
from tests.readers.cleaning.test_wrapped import SPEECH as WRAPPED

LONG = (
    "这件事说起来容易，做起来难，难就难在坚持。"
    "要一件一件抓，一天一天盯，抓出成效来。各级领导干部要带头，干给群众看。"
)
ITEMS = [
    "在全区消防工作会议上的讲话",
    "同志们：",
    f"今天这个会很重要。{LONG}下面，我讲两点意见。",
    f"一、形势要看清。{LONG}",
    f"（一）风险在增多。{LONG}",
    f"（二）责任还悬空。{LONG}",
    f"二、措施要过硬。{LONG}",
    f"一要抓排查。{LONG}其中既要看现场，又要看台账：一是看通道；二是看电线；三是看人员。",
    f"二要抓整改。{LONG}",
    f"同志们，责任重于泰山。{LONG}",
]


@pytest.mark.parametrize("gap", ["", "　　", " ", "    "])
def test_a_speech_in_one_paragraph(gap: str) -> None:
    assert paragraphs(gap.join(ITEMS)) == ITEMS


@pytest.mark.parametrize("gap", ["　　", " "])
def test_own_line_headings_come_back_where_gaps_tell(gap: str) -> None:
    assert paragraphs(gap.join(WRAPPED)) == WRAPPED


def test_a_first_point_glued_to_its_heading() -> None:
    points = f"（一）区级要统筹。{LONG}（二）部门要协同。{LONG}"
    glued = f"同志们：今天讲两点。一、把责任压实{points}二、把作风抓实。{LONG * 6}"
    assert paragraphs(glued)[2:5] == [
        "一、把责任压实",
        f"（一）区级要统筹。{LONG}",
        f"（二）部门要协同。{LONG}",
    ]


def test_an_inline_enumeration_stays_in_its_paragraph() -> None:
    inline = "要做到三点：一是思想到位；二是措施到位；三是保障到位。"
    text = f"{LONG * 6}{inline}{LONG}一要早。二要快。三要实。{LONG}"
    assert paragraphs(text) == [text]


def test_a_long_paragraph_among_others_is_no_blob() -> None:
    items = "".join(f"{n}是抓好第{n}件事。{LONG}" for n in "一二三四五六")
    lines = ["同志们：", *[LONG * 3] * 8, f"主要做了六件事。{items}", *[LONG * 3] * 8]
    assert paragraphs("\n".join(lines)) == lines


def test_a_heading_glued_to_the_end_of_the_paragraph_before() -> None:
    assert paragraphs(f"{LONG}二、未来五年的目标任务\n{LONG}") == [LONG, "二、未来五年的目标任务", LONG]
