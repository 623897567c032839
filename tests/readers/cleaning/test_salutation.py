from __future__ import annotations

import pytest

from drafter.readers.cleaning.salutation import part_salutation
from tests.readers.cleaning.helpers import after


@pytest.mark.parametrize(
    ("glued", "parts"),
    [
        ("同志们：今天我们开会。", ["同志们：", "今天我们开会。"]),
        ("各位代表:现在我报告工作。", ["各位代表:", "现在我报告工作。"]),
        ("老师们、同学们：大家好！", ["老师们、同学们：", "大家好！"]),
        (
            "在全区消防工作会议上的讲话同志们：今天开会。",
            ["在全区消防工作会议上的讲话", "同志们：", "今天开会。"],
        ),
        (
            "在全区消防工作会议上的讲话（2026年3月18日）区长 秦若川各位领导、同志们：今天开会。",
            [
                "在全区消防工作会议上的讲话",
                "（2026年3月18日）",
                "区长 秦若川",
                "各位领导、同志们：",
                "今天开会。",
            ],
        ),
    ],
)
def test_parted(glued: str, parts: list[str]) -> None:
    assert after(part_salutation, glued) == parts


@pytest.mark.parametrize(
    "line", ["会议要求：同志们要带头。", "参加会议的有：各位县长。", "同志们，今天我们开会：主题是安全。"]
)
def test_left_alone(line: str) -> None:
    assert after(part_salutation, line) == [line]


def test_a_second_address_stays_in_its_paragraph() -> None:
    lines = ["各位代表：", "现在报告工作。", "各位代表：让我们一起努力！"]
    assert after(part_salutation, "\n".join(lines)) == lines
