"""Texts that differ are told apart by what differs; texts of one hand are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.measure import masked, read_written, tell_apart
from drafter.measure.invented import spans_of


def texts(speeches: list[Path]) -> list[tuple[str, str]]:
    samples = [read_written(path) for path in speeches]
    return [(sample.name, masked(sample, spans_of(sample))) for sample in samples]


def test_a_tic_gives_drafts_away(speeches: list[Path]) -> None:
    samples = texts(speeches[:24])
    drafts = [(name, text.replace("。", "，有关情况就是这样。")) for name, text in samples[::2]]
    found = tell_apart(drafts, samples[1::2])
    assert found.auc > 0.95
    assert found.accuracy > 0.9
    assert any(one.text in "，有关情况就是这样。" for one in found.more[:3])
    assert (found.drafts, found.samples) == (12, 12)
    assert all(one.weight > 0 for one in found.more)
    assert all(one.weight < 0 for one in found.less)


def test_samples_are_not_told_from_samples(speeches: list[Path]) -> None:
    samples = texts(speeches[:40])
    assert tell_apart(samples[::2], samples[1::2]).auc < 0.75


def test_the_same_every_time(speeches: list[Path]) -> None:
    samples = texts(speeches[:12])
    assert tell_apart(samples[::2], samples[1::2]) == tell_apart(samples[::2], samples[1::2])


def test_names_and_figures_do_not_count(speeches: list[Path]) -> None:
    (_, text), *_ = texts(speeches[:1])
    assert not any(sign.isdecimal() for sign in text)
    assert "□" in text


def test_one_group_a_side_is_too_few() -> None:
    with pytest.raises(ValueError, match="two groups"):
        tell_apart([("甲", "一句话。"), ("甲", "又一句。")], [("乙", "话。"), ("丙", "话。")])
