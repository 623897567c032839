"""The agenda as the chair announces it."""

from __future__ import annotations

import pytest

from drafter.brief.model import AgendaItem
from drafter.compose.agenda import announced_items


@pytest.mark.parametrize(
    ("item", "who", "announced"),
    [
        ("通报上半年全区信访工作情况", "贺明同志", "通报情况"),
        ("就征地补偿积案的化解作表态发言", "郭守正同志", "作表态发言"),
        ("讲话", "区委书记冯致远同志", "区委书记冯致远同志讲话"),
        ("颁发先进集体奖牌", "区领导", "颁发先进集体奖牌"),
        ("通报情况", "贺明同志", "通报情况"),
    ],
)
def test_an_item_is_announced_shortly(item: str, who: str, announced: str) -> None:
    assert announced_items([AgendaItem(item, who), AgendaItem("表决有关事项", "")])[0] == announced


def test_items_that_would_sound_alike_are_announced_in_full() -> None:
    items = [AgendaItem("介绍镇里的做法", "甲镇"), AgendaItem("介绍村里的做法", "乙村")]
    assert announced_items(items) == ["甲镇介绍镇里的做法", "乙村介绍村里的做法"]
