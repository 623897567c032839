"""Inline enumerations fall into limbs; joined with their markers they are the text again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phrasebank.units.limbs import limb_spans


def limbs(text: str) -> list[str]:
    return [text[start:end] for start, end in limb_spans(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "做到三条：一是守住路口；二是管住火源；三是备足物资。",
            ["守住路口；", "管住火源；", "备足物资。"],
        ),
        ("首先，把账算清；其次，把人找齐。", ["把账算清；", "把人找齐。"]),
        ("其一，路子要对，其二，步子要稳。", ["路子要对，", "步子要稳。"]),
        ("①查灶台②查线路③查通道。", []),  # ② stands behind no mark: nobody says where ① ends
        ("（一）看台账；（二）看现场。", ["看台账；", "看现场。"]),
    ],
)
def test_limbs_of_a_run(text: str, found: list[str]) -> None:
    assert limbs(text) == found


def test_a_single_first_limb_is_no_run() -> None:
    assert limb_spans("第一，先看人手。") == limb_spans("") == []


def test_two_runs_are_kept_apart() -> None:
    text = "一是查库房；二是查车辆。问题有两个：一是人手不够，二是经验不足。"
    assert limbs(text) == ["查库房；", "查车辆。", "人手不够，", "经验不足。"]


def test_the_last_limb_ends_with_its_clause() -> None:
    assert limbs("一是早布置；二是早检查；此外，还要早总结。")[-1] == "早检查；"


@given(
    st.lists(
        st.text("抓紧办好查清守住路灯水电", min_size=2, max_size=12), min_size=2, max_size=9, unique=True
    )
)
def test_every_limb_that_was_put_in_comes_out(parts: list[str]) -> None:
    text = "；".join(f"{'一二三四五六七八九'[number]}是{part}" for number, part in enumerate(parts)) + "。"
    assert [limb.rstrip("；。") for limb in limbs(text)] == parts
