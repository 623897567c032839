"""The figures of a report one by one, and where the samples' own lie (each against the others)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from drafter.measure.repetition import PRESSING
from drafter.measure.report import Report, Samples, measure

__all__ = ["FIGURES", "Figure", "Norm", "norms_of"]

_LOW, _HIGH = 0.1, 0.9


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a report.

    Arguments:
        key: its name in JSON.
        group, label: as the table shows it.
        value: takes it from a report; None where that report has none.
        percent: whether it is a share, shown in percent.
        digits: decimals shown.
    """

    key: str
    group: str
    label: str
    value: Callable[[Report], float | None]
    percent: bool = False
    digits: int = 0

    def shown(self, value: float | None) -> str:
        """The figure as the table prints it."""
        if value is None:
            return "—"
        if self.percent:
            return f"{value * 100:.{self.digits or 1}f}%"
        return f"{value:.{self.digits}f}"


@dataclass(frozen=True, slots=True)
class Norm:
    """Where the samples' figures lie.

    Arguments:
        low, middle, high: 10th percentile, median, 90th percentile.
    """

    low: float
    middle: float
    high: float


def _pressing(word: str) -> Callable[[Report], float]:
    return lambda report: dict(report.repetition.pressing)[word]


def _largest(report: Report) -> float | None:
    return None if report.copied is None else report.copied.largest


def _longest(report: Report) -> float | None:
    return None if report.copied is None else len(report.copied.longest)


FIGURES: tuple[Figure, ...] = (
    Figure("repeated_sentences", "重复", "说了两遍的句子（句）", lambda one: len(one.repetition.sentences)),
    Figure("echo", "重复", "八字以上回声（每千字的字数）", lambda one: one.repetition.echo_rate, digits=1),
    Figure("repeated_sixes", "重复", "重复的六字串", lambda one: one.repetition.sixes, percent=True),
    Figure("alike_openings", "重复", "邻句开头相同", lambda one: one.repetition.openings, percent=True),
    *(
        Figure(f"per_sentence_{number}", "重复", f"每句“{word}”", _pressing(word), digits=2)
        for number, word in enumerate(PRESSING)
    ),
    Figure("largest_share", "抄样稿", "一篇样稿占全文最多", _largest, percent=True),
    Figure("longest_copy", "抄样稿", "套话之外最长一段（字）", _longest),
    Figure("characters", "长短", "全文（字）", lambda one: one.lengths.characters),
    Figure("sentence_mean", "长短", "句长平均（字）", lambda one: one.lengths.sentence_mean, digits=1),
    Figure("sentence_spread", "长短", "句长标准差", lambda one: one.lengths.sentence_spread, digits=1),
    Figure("long_sentences", "长短", "60字以上的句子", lambda one: one.lengths.long, percent=True),
    Figure("very_long_sentences", "长短", "90字以上的句子", lambda one: one.lengths.very_long, percent=True),
    Figure("clause_mean", "长短", "分句长平均（字）", lambda one: one.lengths.clause_mean, digits=1),
    Figure("long_clauses", "长短", "28字以上的分句", lambda one: one.lengths.long_clauses, percent=True),
    Figure("paragraph_mean", "长短", "段长平均（字）", lambda one: one.lengths.paragraph_mean),
    Figure("paragraph_most", "长短", "最长一段（字）", lambda one: one.lengths.paragraph_most),
    Figure("distance", "风格", "与样稿的风格距离", lambda one: one.distance, digits=2),
)
"""Every figure that a person's speech has as well as a draft, in the order of the table."""


def norms_of(samples: Samples) -> Mapping[str, Norm]:
    """Where each figure lies over the samples, every sample measured against the others.

    Arguments:
        samples: two at least; of fewer nothing can be said.

    Returns:
        key of each figure → where it lies.
    """
    if len(samples.samples) < 2:
        return {}
    reports = [
        measure(sample, samples=samples, without=number) for number, sample in enumerate(samples.samples)
    ]
    found: dict[str, Norm] = {}
    for figure in FIGURES:
        values = sorted(value for report in reports if (value := figure.value(report)) is not None)
        if values:
            found[figure.key] = Norm(_at(values, _LOW), median(values), _at(values, _HIGH))
    return found


def _at(values: Sequence[float], share: float) -> float:
    """The percentile, between neighbours by their distance."""
    place = share * (len(values) - 1)
    below = int(place)
    above = min(below + 1, len(values) - 1)
    return values[below] + (values[above] - values[below]) * (place - below)
