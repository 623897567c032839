"""Lengths of sentences, clauses and paragraphs; distance from a manner."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.measure import Written, read_written
from drafter.measure.lengths import lengths_of
from drafter.measure.style import Manner
from drafter.style import distance, style_of


def test_lengths_are_counted() -> None:
    found = lengths_of(
        Written.of("", "同志们：\n一二三四五六七八九。甲乙丙丁，戊己庚辛壬癸甲乙丙丁。\n" + "长" * 91 + "。")
    )
    assert found.sentences == 3
    assert found.sentence_mean == pytest.approx((10 + 16 + 92) / 3)
    assert found.long == found.very_long == pytest.approx(1 / 3)
    assert found.clause_mean == pytest.approx((9 + 4 + 10 + 91) / 4)
    assert found.long_clauses == 0.25
    assert found.paragraph_most == 92
    assert found.characters == 4 + 26 + 92


def test_a_text_without_a_sentence_has_a_length_only() -> None:
    found = lengths_of(Written.of("", "标题"))
    assert (found.characters, found.sentences, found.sentence_mean) == (2, 0, 0)


def test_leaving_one_out_is_the_manner_of_the_others(speeches: list[Path]) -> None:
    samples = [read_written(path) for path in speeches[:6]]
    manner = Manner(samples)
    others = style_of([sample.text for sample in samples[1:]])
    assert manner.distance(samples[0], without=0) == pytest.approx(distance(others, samples[0].text))
    assert manner.distance(samples[0]) < manner.distance(samples[0], without=0)


def test_a_single_sample_left_out_leaves_nothing_to_compare(speeches: list[Path]) -> None:
    sample = read_written(speeches[0])
    assert Manner([sample]).distance(sample, without=0) == 0
