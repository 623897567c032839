"""What of a draft is copied from samples: runs of 13 characters and more, by sample and outside formulae."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from drafter.measure.written import Written

__all__ = ["RUN", "Copied", "Index"]

RUN = 13
"""Characters from which a run counts as copied; shorter ones are the language's own collocations."""
_FORMULA = 3
"""A run that stands in so many samples is a set formula that is nobody's own."""


@dataclass(frozen=True, slots=True)
class Copied:
    """How much of a text stands in samples.

    Arguments:
        shares: name of each sample → share of the text's characters in runs copied from it, the largest
            first; samples that gave nothing stay out.
        longest: the longest run copied from one sample outside formulae, or "".
        source: the sample that it stands in, or "".
    """

    shares: tuple[tuple[str, float], ...] = ()
    longest: str = ""
    source: str = ""

    @property
    def largest(self) -> float:
        """The share of the sample that gave most."""
        return self.shares[0][1] if self.shares else 0.0


class Index:
    """Every run of 13 characters of some samples.

    Arguments:
        samples: at least one.
    """

    def __init__(self, samples: Sequence[Written]) -> None:
        self._names = [sample.name for sample in samples]
        self._holders: dict[str, int] = {}
        holders = self._holders
        for number, sample in enumerate(samples):
            bit = 1 << number
            for paragraph in sample.paragraphs:
                for at in range(len(paragraph) - RUN + 1):
                    gram = paragraph[at : at + RUN]
                    holders[gram] = holders.get(gram, 0) | bit

    def copied(self, written: Written, *, own: Iterable[str] = (), without: int | None = None) -> Copied:
        """What a text shares with the samples.

        Arguments:
            written: the text.
            own: words that the writer gave, which are no copy wherever they stand.
            without: number of a sample to leave out (the text itself, or None).
        """
        left = ~(1 << without) if without is not None else -1
        given = {text[at : at + RUN] for text in own for at in range(len(text) - RUN + 1)}
        covered: dict[int, int] = {}
        longest, source = "", ""
        for paragraph in written.paragraphs:
            masks = [
                0 if (gram := paragraph[at : at + RUN]) in given else self._holders.get(gram, 0) & left
                for at in range(len(paragraph) - RUN + 1)
            ]
            for number in _bits(masks):
                reached = 0
                for first, last in _stretches(masks, 1 << number):
                    end = last + RUN
                    covered[number] = covered.get(number, 0) + end - max(first, reached)
                    reached = end
                    start, end = _trimmed(masks, first, last)
                    if end - start > len(longest):
                        longest, source = paragraph[start:end], self._names[number]
        size = max(1, written.length)
        shares = sorted(
            ((self._names[number], count / size) for number, count in covered.items()),
            key=lambda share: (-share[1], share[0]),
        )
        return Copied(tuple(shares), longest, source)


def _bits(masks: Sequence[int]) -> list[int]:
    union = 0
    for mask in masks:
        union |= mask
    return [number for number in range(union.bit_length()) if union >> number & 1]


def _stretches(masks: Sequence[int], bit: int) -> Iterable[tuple[int, int]]:
    """Unbroken rows of runs that stand in one sample, as first and last position."""
    first = -1
    for at, mask in enumerate([*masks, 0]):
        if mask & bit and first < 0:
            first = at
        elif not mask & bit and first >= 0:
            yield first, at - 1
            first = -1


def _trimmed(masks: Sequence[int], first: int, last: int) -> tuple[int, int]:
    """A stretch without the formulae at its ends, as start and end in characters; empty where all is one."""
    own = [at for at in range(first, last + 1) if masks[at].bit_count() < _FORMULA]
    return (own[0], own[-1] + RUN) if own else (first, first)
