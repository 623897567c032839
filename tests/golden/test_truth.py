"""The parser against the golden truths: the thresholds of issue A, held over the whole open set."""

from __future__ import annotations

import pytest

from tests.golden.score import TRUTH, Totals, score_folder, total

OUTLINE_F1 = 0.97
FIELD_SHARE = 0.95
"""Both from issue A: outline F1; title, salutation, opening and closing each."""


@pytest.fixture(scope="module")
def totals() -> Totals:
    return total(score_folder(TRUTH).values())


def test_every_text_is_read(totals: Totals) -> None:
    assert totals.texts == len(list(TRUTH.glob("*.json"))) >= 22


def test_the_outline_is_found(totals: Totals) -> None:
    assert totals.outline.f1 >= OUTLINE_F1


@pytest.mark.parametrize(
    "field", ["title", "subtitle", "speaker", "date", "salutation", "opening", "closing"]
)
def test_the_parts_round_the_outline_are_right(totals: Totals, field: str) -> None:
    assert totals.right[field] >= FIELD_SHARE


@pytest.mark.parametrize("field", ["announced", "anomalies"])
def test_what_is_said_about_the_structure_is_right(totals: Totals, field: str) -> None:
    assert totals.right[field] >= FIELD_SHARE


def test_paragraphs_come_through_whole(totals: Totals) -> None:
    assert totals.paragraphs.recall >= FIELD_SHARE
