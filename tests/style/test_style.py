"""A manner in figures: what it is near to, what it is far from, what is to its taste."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.style import distance, features_of, style_of, taste

PLAIN = "路要一条一条修。\n钱花到哪里，账就公开到哪里。\n这件事不难，难的是天天做。\n"
STRICT = (
    "必须坚决落实各项制度；必须切实加强全面监督，进一步强化责任。\n"
    "严禁弄虚作假，严禁失职渎职，一律从严追究。\n"
)
SPEECHES = sorted((Path(__file__).parents[2] / "samples" / "speeches").glob("*.txt"))


def test_a_text_is_nearest_to_itself() -> None:
    for text in (PLAIN, STRICT):
        assert distance(style_of([text]), text) == 0
    assert distance(style_of([PLAIN]), STRICT) > 0


def test_the_halves_of_a_speech_are_nearer_to_each_other_than_to_other_speeches() -> None:
    halves = []
    for path in SPEECHES[:12]:
        lines = path.read_text("utf-8").split("\n")
        halves.append(("\n".join(lines[::2]), "\n".join(lines[1::2])))
    nearest = 0
    for number, (one, _) in enumerate(halves):
        style = style_of([one])
        found = [distance(style, other) for _, other in halves]
        nearest += found.index(min(found)) == number
    assert nearest >= len(halves) // 2


def test_lengths_and_rates_are_what_they_say() -> None:
    found = features_of("一、把路修好\n要把路修好。路要修！\n")
    assert found["句长"] == 5
    assert found["标题长"] == len("一、把路修好")
    assert found["要"] == pytest.approx(2 / 17 * 1000)
    assert found["短句"] == 1


def test_a_manner_needs_a_text() -> None:
    with pytest.raises(ValueError, match="text"):
        style_of([])


def test_taste_prefers_words_of_the_manner_and_stays_in_bounds() -> None:
    judged = taste(style_of([STRICT]))
    assert judged("必须坚决追究，切实负责") > judged("路修好了，大家走着也踏实")
    assert judged("山高水长") == 0
    for text in ("必须" * 30, "了" * 30, "", "严禁坚决切实必须"):
        assert -1.2 <= judged(text) <= 1.2
