from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from phrasebank.counting.near import BANDS, Variant, is_near, keys_of, settle
from phrasebank.model import phrase_id

LONG = "各{level}要把防汛责任压到每一座山塘水库的巡查员身上，雨前排查到位、雨中值守到位、雨后复盘到位"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (LONG, LONG.replace("压到", "落到")),
        (LONG, LONG.replace("要把", "都要把")),
        ("全{level}新建{number}座水库，总投资{number2}", "全{level}新建{number2}座水库，总投资{money}"),
    ],
)
def test_near(one: str, other: str) -> None:
    assert is_near(one, other)
    assert is_near(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "值班值守期间带班领导必须在岗在位，不得擅自离开辖区",
            "值班值守期间带班领导不必在岗在位，不得擅自离开辖区",
        ),
        (
            "汛期山塘水库的警戒水位明显上升，各巡查点要加密频次",
            "汛期山塘水库的警戒水位明显下降，各巡查点要加密频次",
        ),
        ("这项工作要确保在汛期到来之前全面完成并通过验收", "这项工作力争在汛期到来之前全面完成并通过验收"),
        ("全县山塘水库的除险加固要抓好三件事情", "全县山塘水库的除险加固要抓好五件事情"),
        ("把{place}的茶园一片一片管起来", "把{topic}的茶园一片一片管起来"),
        ("抓好落实", "抓好落细"),
        (LONG, LONG + "，每一次巡查都要留下记录、拍下照片、签上名字"),
    ],
)
def test_not_near(one: str, other: str) -> None:
    assert not is_near(one, other)


def test_near_texts_share_a_key_and_others_hardly_ever() -> None:
    words = [f"{first}{second}" for first in "抓管查修建护治调补联" for second in "山水田林路渠桥塘窑圃"]
    shuffled = random.Random(5)
    texts = ["".join(shuffled.sample(words, 20)) for _ in range(200)]
    changed = [text[:18] + "新" + text[18:] for text in texts]
    keys = keys_of([*texts, *changed], ["sentence"] * 400)
    same = (keys[:200] == keys[200:]).any(axis=1)
    others = (keys[:200] == np.roll(keys[200:], 1, axis=0)).any(axis=1)
    assert same.mean() > 0.9
    assert others.mean() < 0.02


def test_keys_do_not_hang_on_the_company() -> None:
    other = "办好家门口的食堂，好事要办到心坎上"
    alone = keys_of([LONG], ["lead"])
    together = keys_of([other, LONG, "短", LONG], ["sentence", "lead", "lead", "sentence"])
    assert (together[1] == alone[0]).all()
    assert (together[2] == 0).all()
    assert not (together[3] == alone[0]).any()
    assert keys_of([], []).shape == (0, BANDS)


def variants(texts: list[str], counts: list[int], staying: int = -1) -> list[Variant]:
    return [
        Variant(number, phrase_id(text), text, number == staying, count, 0.5)
        for number, (text, count) in enumerate(zip(texts, counts, strict=True))
    ]


def keyed(found: list[Variant]) -> dict[int, list[int]]:
    keys = keys_of([variant.text for variant in found], ["sentence"] * len(found)).tolist()
    return {variant.number: own for variant, own in zip(found, keys, strict=True)}


NEAR = [
    LONG,
    LONG.replace("压到", "落到"),
    LONG.replace("要把", "都要把"),
    "把账算到户里，茶园提质不能等，让群众少跑腿",
]


def test_the_most_frequent_stays() -> None:
    found = variants(NEAR, [2, 5, 1, 1])
    assert settle(found, keyed(found)) == {0: 1, 2: 1}


def test_what_a_person_decided_on_stays_however_rare() -> None:
    found = variants(NEAR, [9, 5, 1, 1], staying=2)
    assert settle(found, keyed(found)) == {0: 2, 1: 2}


@given(st.permutations(range(4)), st.lists(st.integers(1, 3), min_size=4, max_size=4))
def test_the_order_makes_no_difference(order: list[int], counts: list[int]) -> None:
    found = variants(NEAR, counts)
    assert settle([found[place] for place in order], keyed(found)) == settle(found, keyed(found))
