"""How far a text is from the manner of samples, and each sample from the manner of the others."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean

from drafter.measure.written import Written
from drafter.style import Style, distance, features_of

__all__ = ["Manner"]


class Manner:
    """The manner that samples have in common, any of which may be left out.

    Arguments:
        samples: at least one.
    """

    def __init__(self, samples: Sequence[Written]) -> None:
        self._found = [features_of(sample.text) for sample in samples]
        self._means = {name: fmean(found[name] for found in self._found) for name in self._found[0]}

    def distance(self, written: Written, *, without: int | None = None) -> float:
        """Burrows's Delta from the samples' mean to a text.

        Arguments:
            written: the text.
            without: number of a sample to leave out, where the text is one of them.

        Returns:
            mean difference of the features in standard deviations; 0 where no sample is left.
        """
        count = len(self._found)
        if without is None:
            return distance(Style(self._means), written.text)
        if count == 1:
            return 0.0
        own = self._found[without]
        means = {name: (mean * count - own[name]) / (count - 1) for name, mean in self._means.items()}
        return distance(Style(means), written.text)
