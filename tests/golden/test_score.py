"""The scorer itself: what it counts, and what it must not count."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from tests.golden.score import FIELDS, TEXTS, TRUTH, Ratio, outline, score, total

SPEECH: dict[str, Any] = {
    "title": "在全市植树动员会上的讲话",
    "subtitle": None,
    "speaker": "市长 周明远",
    "date": "2026年3月12日",
    "salutation": "同志们",
    "opening": ["下面，我讲两点意见。"],
    "sections": [
        {
            "marker": "一、",
            "number": 1,
            "heading": "提高认识",
            "run_in": False,
            "paragraphs": ["去年全市植树86万株。"],
            "sections": [
                {
                    "marker": "（一）",
                    "number": 1,
                    "heading": "算清生态账",
                    "run_in": True,
                    "paragraphs": ["青龙河两岸要先绿起来。"],
                    "sections": [],
                }
            ],
        },
        {
            "marker": "二、",
            "number": 2,
            "heading": "抓好落实",
            "run_in": False,
            "paragraphs": [],
            "sections": [],
        },
    ],
    "closing": ["同志们，行动起来吧！"],
    "announced": 2,
    "enumerations": [["一是", "二是"]],
    "anomalies": [{"code": "placeholder", "message": "有待补的内容", "paragraph": 3}],
}


def changed(**fields: Any) -> dict[str, Any]:
    return {**copy.deepcopy(SPEECH), **fields}


def test_outline_lists_units_in_reading_order_with_their_depth() -> None:
    assert outline(SPEECH) == [(1, "一", "提高认识"), (2, "(一)", "算清生态账"), (1, "二", "抓好落实")]


def test_a_speech_agrees_with_itself() -> None:
    result = score(SPEECH, SPEECH)
    assert result.outline == Ratio(3, 3, 3)
    assert result.paragraphs == Ratio(2, 2, 2)
    assert all(result.right.values())
    assert result.why == ()


def test_a_unit_at_the_wrong_depth_is_both_missed_and_too_much() -> None:
    flat = changed()
    inner = flat["sections"][0]["sections"].pop()
    flat["sections"].insert(1, inner)
    result = score(SPEECH, flat)
    assert result.outline == Ratio(2, 3, 3)
    assert result.outline.f1 == pytest.approx(2 / 3)
    assert len(result.why) == 2


def test_an_invented_unit_lowers_f1() -> None:
    more = changed()
    more["sections"].append({**copy.deepcopy(SPEECH["sections"][1]), "marker": "三、"})
    assert score(SPEECH, more).outline.f1 == pytest.approx(6 / 7)


def test_a_repeated_unit_counts_once() -> None:
    twice = changed()
    twice["sections"].append(copy.deepcopy(SPEECH["sections"][1]))
    assert score(SPEECH, twice).outline == Ratio(3, 3, 4)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", None),
        ("subtitle", "在全市植树动员会上"),
        ("speaker", "周明远"),
        ("date", None),
        ("salutation", "各位代表"),
        ("opening", ["下面，我讲两点意见,"]),
        ("closing", ["同志们，", "行动起来吧！"]),
        ("announced", None),
        ("anomalies", []),
        ("enumerations", []),
    ],
)
def test_each_field_can_be_wrong_alone(field: str, value: Any) -> None:
    wrong = [name for name, right in score(SPEECH, changed(**{field: value})).right.items() if not right]
    assert wrong == [field]


def test_white_space_never_counts() -> None:
    loose = changed(title=" 在全市植树动员会上的讲话", speaker="市长　　周明远", date="2026 年 3 月 12 日")
    loose["sections"][0]["paragraphs"] = ["去年全市植树 86 万株。\n"]
    assert score(SPEECH, loose) == score(SPEECH, SPEECH)


def test_width_and_final_punctuation_of_headings_do_not_count() -> None:
    loose = changed()
    loose["sections"][0]["heading"] = "提高认识。"
    loose["sections"][0]["sections"][0]["marker"] = "(一)"
    assert score(SPEECH, loose).outline.f1 == 1.0


def test_punctuation_inside_a_paragraph_counts() -> None:
    comma = changed()
    comma["sections"][0]["paragraphs"] = ["去年，全市植树86万株。"]
    assert score(SPEECH, comma).paragraphs == Ratio(1, 2, 2)


def test_messages_and_places_of_anomalies_are_free() -> None:
    other = changed(anomalies=[{"code": "placeholder", "message": "别的话", "paragraph": None}] * 2)
    assert score(SPEECH, other).right["anomalies"]


def test_totals_sum_units_and_average_fields() -> None:
    sums = total([score(SPEECH, SPEECH), score(SPEECH, changed(sections=[], title=None))])
    assert sums.texts == 2
    assert sums.outline == Ratio(3, 6, 3)
    assert sums.right["title"] == 0.5
    assert sums.right["date"] == 1.0


def test_nothing_wanted_and_nothing_given_is_right() -> None:
    assert Ratio(0, 0, 0).f1 == 1.0
    assert Ratio(0, 0, 2).f1 == 0.0


@pytest.mark.parametrize("path", sorted(TRUTH.glob("*.json")), ids=lambda path: path.stem)
def test_every_truth_has_its_text_and_every_field(path: Path) -> None:
    truth = json.loads(path.read_text(encoding="utf-8"))
    assert sum(path.with_suffix(suffix).exists() for suffix in TEXTS) == 1
    assert set(truth) == {*FIELDS, "sections"}
    assert score(truth, truth).outline.f1 == 1.0
