"""A planted copy is found; a formula that all samples hold, and the words of the brief, are none."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from drafter.measure import Written, read_written
from drafter.measure.copying import RUN, Index

COPIED = "山火不认职务，只认风向和干柴，等看见烟再跑就来不及了"
FORMULA = "在全面建设更加美好家园的新征程上迈出坚实步伐"
SAMPLES = [
    Written.of(name, f"讲话\n同志们：\n{own}。{FORMULA}，这是第{name}篇自己的话。\n")
    for name, own in [
        ("甲", f"话说回来，{COPIED}"),
        ("乙", "河长的腿勤一点，水就清一点"),
        ("丙", "把账算清楚，把人用起来"),
    ]
]


def draft(words: str) -> Written:
    return Written.of(
        "草稿", f"在会上的讲话\n同志们：\n今天开这个会。{words}，大家都要记住。\n散会以后马上去做。\n"
    )


def test_nothing_copied() -> None:
    found = Index(SAMPLES).copied(draft("各人做好各人的事"))
    assert (found.shares, found.longest, found.largest) == ((), "", 0.0)


def test_a_planted_copy() -> None:
    written = draft(COPIED)
    found = Index(SAMPLES).copied(written)
    assert found.longest == COPIED
    assert found.source == "甲"
    assert found.shares == (("甲", len(COPIED) / written.length),)


def test_a_formula_counts_for_shares_but_is_no_longest_copy() -> None:
    found = Index(SAMPLES).copied(draft(FORMULA))
    assert found.longest == ""
    assert [name for name, _ in found.shares] == ["丙", "乙", "甲"] or len(found.shares) == 3
    assert found.largest > 0.2


def test_the_writers_own_words_are_no_copy() -> None:
    assert Index(SAMPLES).copied(draft(COPIED), own=(f"前面{COPIED}后面",)).shares == ()


def test_a_sample_is_measured_without_itself() -> None:
    index = Index(SAMPLES)
    assert index.copied(SAMPLES[0]).largest > 0.7
    assert COPIED not in index.copied(SAMPLES[0], without=0).longest


def test_our_samples_do_not_copy_each_other(speeches: list[Path]) -> None:
    samples = [read_written(path) for path in speeches]
    index = Index(samples)
    for number, sample in enumerate(samples):
        assert index.copied(sample, without=number).largest < 0.2, sample.name


@given(st.integers(min_value=1, max_value=len(COPIED)), st.integers(min_value=0, max_value=len(COPIED)))
def test_only_runs_of_thirteen_count(size: int, start: int) -> None:
    piece = COPIED[start : start + size]
    found = Index(SAMPLES).copied(Written("草稿", (f"甲乙{piece}丙丁",), SAMPLES[0].speech))
    assert found.longest == (piece if len(piece) >= RUN else "")
