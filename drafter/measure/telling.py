"""Can drafts be told from samples? A classifier of character n-grams, tried on documents it has not seen.

What it goes by is the list of what to mend. Names, figures and places are masked first, so that it must
go by how things are said. The classifier is logistic regression over n-grams of one to three characters
(square roots of their counts, weighed by how few documents hold them); all drafts of one brief are tried
together by a classifier that saw none of them. The n-grams that give drafts away come by log-odds with
a prior from all documents (Monroe, Colaresi, Quinn, "Fightin' Words", Political Analysis 16(4), 2008).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from drafter.measure.written import Written
from phrasebank.masking import Span

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["Giveaway", "Telling", "masked", "tell_apart"]

_SIZES = (1, 2, 3)
_GIVEN_AWAY = (2, 3, 4, 5, 6)
_LEAST_HOLDERS = 3
_MOST_FEATURES = 20_000
_FOLDS = 5
_STEPS, _RIDGE = 300, 1e-2
_PRIOR = 0.1
"""How much of what both sides say together is taken to be known of either beforehand."""
_MASK = "□"
_DIGITS = re.compile(r"\d[\d.,]*")


@dataclass(frozen=True, slots=True)
class Giveaway:
    """An n-gram that drafts use more than samples do, or less.

    Arguments:
        text: the characters; □ stands for a name or a figure.
        drafts, samples: occurrences a 10,000 characters.
        holders: share of the groups of drafts that hold it.
        weight: z-score of the log-odds; above 0 it gives drafts away.
    """

    text: str
    drafts: float
    samples: float
    holders: float
    weight: float


@dataclass(frozen=True, slots=True)
class Telling:
    """How well drafts can be told.

    Arguments:
        accuracy: share of documents told right, drafts and samples weighing alike; 0.5 is guessing.
        auc: probability that a draft looks more like a draft than a sample does; 0.5 is guessing.
        drafts, samples: how many documents.
        more, less: the n-grams that drafts use too much, and those that they lack, strongest first.
    """

    accuracy: float
    auc: float
    drafts: int
    samples: int
    more: tuple[Giveaway, ...]
    less: tuple[Giveaway, ...]


def masked(written: Written, spans: Sequence[Sequence[Span]]) -> str:
    """A text with □ for every name and figure, one paragraph a line.

    Arguments:
        written: the text.
        spans: masked spans of its paragraphs.
    """
    lines = []
    for paragraph, own in zip(written.paragraphs, spans, strict=True):
        position, pieces = 0, []
        for span in own:
            pieces += [paragraph[position : span.start], _MASK]
            position = span.end
        lines.append(_DIGITS.sub(_MASK, "".join((*pieces, paragraph[position:]))))
    return "\n".join(lines)


def tell_apart(
    drafts: Sequence[tuple[str, str]], samples: Sequence[tuple[str, str]], *, most: int = 30
) -> Telling:
    """Try to tell drafts from samples.

    Arguments:
        drafts: (group, masked text); all of a group (drafts of one brief) are tried together.
        samples: the same of the samples.
        most: how many n-grams to list either way.

    Raises:
        ValueError: fewer than two groups on one side.
    """
    if len({group for group, _ in drafts}) < 2 or len({group for group, _ in samples}) < 2:
        raise ValueError("two groups a side are needed to try one by the other")
    import numpy as np

    texts = [text for _, text in (*drafts, *samples)]
    groups = [("d", group) for group, _ in drafts] + [("s", group) for group, _ in samples]
    truth = np.array([1.0] * len(drafts) + [0.0] * len(samples))
    matrix = _matrix(texts, groups)
    scores = np.zeros(len(texts))
    folds = _folds(groups)
    for fold in range(max(folds) + 1):
        out = np.array([number == fold for number in folds])
        scores[out] = _scores(matrix[~out], truth[~out], matrix[out])
    right = (scores > 0) == (truth > 0)
    accuracy = float((right[truth > 0].mean() + right[truth == 0].mean()) / 2)
    more, less = _giveaways(drafts, samples, most)
    return Telling(accuracy, _auc(scores, truth), len(drafts), len(samples), more, less)


def _folds(groups: Sequence[tuple[str, str]]) -> list[int]:
    """The fold of each document: whole groups, those of either side spread evenly."""
    numbers: dict[tuple[str, str], int] = {}
    sides: Counter[str] = Counter()
    fewest = min(Counter(side for side, _ in set(groups)).values())
    for group in groups:
        if group not in numbers:
            numbers[group] = sides[group[0]] % min(_FOLDS, fewest)
            sides[group[0]] += 1
    return [numbers[group] for group in groups]


def _grams(text: str, sizes: Sequence[int]) -> Counter[str]:
    found: Counter[str] = Counter()
    for line in text.split("\n"):
        for size in sizes:
            found.update(line[at : at + size] for at in range(len(line) - size + 1))
    return found


def _matrix(texts: Sequence[str], groups: Sequence[tuple[str, str]]) -> NDArray[Any]:
    """Documents × n-grams, rows of length one."""
    import numpy as np

    counts = [_grams(text, _SIZES) for text in texts]
    holders: dict[str, set[tuple[str, str]]] = {}
    for group, count in zip(groups, counts, strict=True):
        for gram in count:
            holders.setdefault(gram, set()).add(group)
    ranked = sorted(
        (gram for gram, held in holders.items() if len(held) >= _LEAST_HOLDERS),
        key=lambda gram: (-len(holders[gram]), gram),
    )[:_MOST_FEATURES]
    column = {gram: number for number, gram in enumerate(ranked)}
    total = len(set(groups))
    matrix: NDArray[Any] = np.zeros((len(texts), len(ranked)), dtype=np.float32)
    for row, count in enumerate(counts):
        for gram, times in count.items():
            if (at := column.get(gram)) is not None:
                matrix[row, at] = math.sqrt(times) * math.log(1 + total / len(holders[gram]))
    norms = np.linalg.norm(matrix, axis=1, keepdims=True)
    norms[norms == 0] = 1
    scaled: NDArray[Any] = matrix / norms
    return scaled


def _scores(train: NDArray[Any], truth: NDArray[Any], tried: NDArray[Any]) -> NDArray[Any]:
    """Logistic regression by its kernel, both classes weighing alike; above 0 is a draft."""
    import numpy as np

    centre = train.mean(axis=0)
    kernel = (train - centre) @ (train - centre).T
    weights = np.where(truth > 0, 0.5 / truth.sum(), 0.5 / (1 - truth).sum())
    alphas, bias = np.zeros(len(truth)), 0.0
    step = 1.0 / (np.linalg.eigvalsh(kernel)[-1] * weights.max() / 4 + _RIDGE)
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-(kernel @ alphas + bias)))
        gap = weights * (chance - truth)
        alphas -= step * (gap + _RIDGE * alphas * weights.max())
        bias -= gap.sum()
    scored: NDArray[Any] = (tried - centre) @ (train - centre).T @ alphas + bias
    return scored


def _auc(scores: NDArray[Any], truth: NDArray[Any]) -> float:
    drafts, samples = scores[truth > 0], scores[truth == 0]
    above = (drafts[:, None] > samples[None, :]).mean()
    level = (drafts[:, None] == samples[None, :]).mean()
    return float(above + level / 2)


def _giveaways(
    drafts: Sequence[tuple[str, str]], samples: Sequence[tuple[str, str]], most: int
) -> tuple[tuple[Giveaway, ...], tuple[Giveaway, ...]]:
    ours, holders, groups = _rates(drafts)
    theirs, their_holders, their_groups = _rates(samples)
    ours_total, theirs_total = sum(ours.values()), sum(theirs.values())
    size = sum(len(text) for _, text in drafts) / max(1, len(drafts)) * groups
    their_size = sum(len(text) for _, text in samples) / max(1, len(samples)) * their_groups
    found: list[Giveaway] = []
    for gram in ours.keys() | theirs.keys():
        here, there = ours.get(gram, 0.0), theirs.get(gram, 0.0)
        held = max(len(holders.get(gram, ())), len(their_holders.get(gram, ())))
        if held < _LEAST_HOLDERS or gram.count(_MASK) * 2 > len(gram):
            continue
        prior, all_prior = _PRIOR * (here + there), _PRIOR * (ours_total + theirs_total)
        first, second = here + prior, there + prior
        odds = math.log(first / (ours_total + all_prior - first)) - math.log(
            second / (theirs_total + all_prior - second)
        )
        weight = odds / math.sqrt(1 / first + 1 / second)
        found.append(
            Giveaway(
                gram,
                10_000 * here / max(1, size),
                10_000 * there / max(1, their_size),
                len(holders.get(gram, ())) / max(1, groups),
                weight,
            )
        )
    strongest = sorted(found, key=lambda one: (-abs(one.weight), -len(one.text), one.text))
    more = _unlike([one for one in strongest if one.weight > 0], most)
    less = _unlike([one for one in strongest if one.weight < 0], most)
    return more, less


def _rates(
    texts: Sequence[tuple[str, str]],
) -> tuple[Mapping[str, float], Mapping[str, set[str]], int]:
    """n-gram → occurrences, every group counting as one document; the groups that hold it."""
    sizes = Counter(group for group, _ in texts)
    totals: dict[str, float] = {}
    holders: dict[str, set[str]] = {}
    for group, text in texts:
        for gram, times in _grams(text, _GIVEN_AWAY).items():
            totals[gram] = totals.get(gram, 0.0) + times / sizes[group]
            holders.setdefault(gram, set()).add(group)
    return totals, holders, len(sizes)


def _unlike(ranked: Sequence[Giveaway], most: int) -> tuple[Giveaway, ...]:
    """The strongest, leaving out those that overlap one that is listed."""
    kept: list[Giveaway] = []
    for one in ranked:
        if len(kept) == most:
            break
        if not any(one.text in other.text or other.text in one.text for other in kept):
            kept.append(one)
    return tuple(kept)
