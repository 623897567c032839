"""A manner as the mean of its texts, and Burrows's Delta from a text to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import fmean

from drafter.style.features import FEATURES, WORDS, features_of

__all__ = ["Style", "distance", "style_of", "taste"]

_NORMS = Path(__file__).with_name("norms.tsv")
#: A feature further off than this many standard deviations says no more than that it is far off.
_FAR = 4.0
#: A phrase is judged by its small words, weighed by how far the manner's own use of them is from the usual;
#: these scale and bound the judgement against a phrase's fit, which lies between -1 and 4.
_EAGER, _MOST_TASTE, _STEADY = 0.5, 1.2, 2.0
#: A phrase of this many characters is judged by the plain sum; a longer one by its share.
_USUAL = 20


@dataclass(frozen=True, slots=True)
class Style:
    """The manner of some texts.

    Arguments:
        means: mean of each feature over the texts.
    """

    means: Mapping[str, float]


def style_of(texts: Sequence[str]) -> Style:
    """The manner that these texts have in common.

    Arguments:
        texts: at least one, one paragraph a line.

    Raises:
        ValueError: there is no text.
    """
    if not texts:
        raise ValueError("a manner needs a text")
    found = [features_of(text) for text in texts]
    return Style({name: fmean(features[name] for features in found) for name in FEATURES})


def distance(style: Style, text: str) -> float:
    """How far a text is from a manner: the mean of the features' differences, each in the standard
    deviations by which our own samples differ (Burrows's Delta, 2002). About 1 for two unlike hands.

    Arguments:
        style: the manner.
        text: one paragraph a line.
    """
    spreads = _spreads()
    found = features_of(text)
    return fmean(
        min(_FAR, abs(style.means[name] - found[name]) / spreads[name])
        for name in FEATURES
        if name in spreads
    )


def taste(style: Style) -> Callable[[str], float]:
    """How much to a manner's taste a phrase is: by the small words that the manner loves or shuns.

    Arguments:
        style: the manner.

    Returns:
        a function of a phrase's words, between -1.2 and 1.2; 0 for one that shows no manner.
    """
    norms = _norms()
    lean = {
        word: max(-_STEADY, min(_STEADY, (style.means[word] - norms[word][0]) / norms[word][1]))
        for word in WORDS
        if word in norms
    }

    @cache
    def judged(text: str) -> float:
        sum_of = sum(weight * text.count(word) for word, weight in lean.items() if word in text)
        return max(-_MOST_TASTE, min(_MOST_TASTE, _EAGER * sum_of / max(1.0, len(text) / _USUAL)))

    return judged


def _spreads() -> Mapping[str, float]:
    """Feature → standard deviation over our samples."""
    return {name: spread for name, (_, spread) in _norms().items()}


@cache
def _norms() -> Mapping[str, tuple[float, float]]:
    """Feature → mean and standard deviation over our samples (tools/style_norms.py)."""
    rows = [line.split("\t") for line in _NORMS.read_text("utf-8").splitlines() if line[:1] not in ("#", "")]
    return {name: (float(mean), float(spread)) for name, mean, spread in rows if float(spread) > 0}
