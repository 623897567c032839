"""Which paragraph is which after editing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafter.revise.alignment import align

DRAFTED = [
    "同志们：",
    "今天开会，主要任务是部署防汛。",
    "一要把值班抓紧。电话要有人接。",
    "二要把物资备足。沙袋要够。",
    "散会。",
]
LINES = st.lists(st.text("防汛值班物资电话沙袋。，", min_size=1, max_size=12), max_size=12)


@given(LINES)
def test_what_nobody_touched_is_itself(lines: list[str]) -> None:
    found = align(lines, lines)
    assert [lines[found[place]] for place in range(len(lines))] == lines


@given(LINES, LINES)
def test_paragraphs_keep_their_order_and_are_used_once(drafted: list[str], present: list[str]) -> None:
    found = align(drafted, present)
    order = [found[place] for place in sorted(found)]
    assert order == sorted(set(order))
    assert all(0 <= new < len(present) and 0 <= old < len(drafted) for new, old in found.items())


def test_an_added_paragraph_is_nobody_elses() -> None:
    present = [*DRAFTED[:2], "我再插一句，请大家把手机调到静音。", *DRAFTED[2:]]
    assert align(DRAFTED, present) == {0: 0, 1: 1, 3: 2, 4: 3, 5: 4}


def test_a_deleted_paragraph_leaves_the_others_theirs() -> None:
    assert align(DRAFTED, [*DRAFTED[:2], *DRAFTED[3:]]) == {0: 0, 1: 1, 2: 3, 3: 4}


def test_an_edited_paragraph_is_still_itself() -> None:
    present = [*DRAFTED]
    present[2] = "一要把值班抓紧。电话铃响三声之内要有人接。"
    assert align(DRAFTED, present) == {place: place for place in range(5)}
