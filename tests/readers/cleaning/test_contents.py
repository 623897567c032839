from __future__ import annotations

import pytest

from tests.readers.cleaning.helpers import paragraphs, reasons

HEADINGS = ["一、认清形势", "（一）看清差距", "（二）看到机遇", "二、明确任务", "三、加强领导"]
BODY = "这一段是正文，讲清楚为什么要做、做到什么程度、由谁来做，话不多，但是每一句都要落到具体的人和事上去。"
SPEECH = [
    "在全县教育工作会议上的讲话",
    "同志们：",
    BODY,
    *[line for head in HEADINGS for line in (head, BODY)],
]


@pytest.mark.parametrize(
    "entries",
    [
        ["目　录", *[f"{head}……………………{page}" for page, head in enumerate(HEADINGS, 1)]],
        ["目录", *HEADINGS],
        ["【目录】", *[f"{head}\t{page}" for page, head in enumerate(HEADINGS, 1)]],
        [f"{head} .......... {page}" for page, head in enumerate(HEADINGS, 1)],
        HEADINGS,
    ],
)
def test_before_the_body(entries: list[str]) -> None:
    text = "\n".join([SPEECH[0], *entries, *SPEECH[1:]])
    assert paragraphs(text) == SPEECH
    assert reasons(text) == {"contents"}


def test_contents_directly_above_the_first_heading() -> None:
    text = "\n".join([SPEECH[0], "目录", *HEADINGS, *SPEECH[3:]])
    assert paragraphs(text) == [SPEECH[0], *SPEECH[3:]]


def test_headings_that_happen_to_recur_are_no_contents() -> None:
    lines = [
        "同志们：",
        BODY,
        "一、教育",
        "（一）成绩",
        BODY,
        "（二）问题",
        BODY,
        "二、卫生",
        "（一）成绩",
        BODY,
        "（二）问题",
        BODY,
    ]
    assert paragraphs("\n".join(lines)) == lines
