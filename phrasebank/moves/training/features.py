"""Numbers for the features that training finds, and the lines as sparse rows of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from phrasebank.moves.letters import EDGE, LONGEST, spell

__all__ = ["Rows", "Vocabulary", "grams_in"]

Floats = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int64]


def grams_in(text: str) -> list[str]:
    """Every n-gram of a line, its edges included, as ``letters.grams_of`` counts them."""
    whole = EDGE + spell(text.replace(EDGE, " ")) + EDGE
    return [
        whole[at : at + length]
        for length in range(1, LONGEST + 1)
        for at in range(len(whole) - length + 1)
        if whole[at : at + length] != EDGE
    ]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Numbers of n-grams and, behind them, of the groups of cues.

    Arguments:
        grams: the number of each n-gram.
        groups: the numbers of the groups that an n-gram stands in.
        size: how many numbers there are.
    """

    grams: Mapping[str, int]
    groups: Mapping[str, tuple[int, ...]]
    size: int

    @classmethod
    def learn(cls, texts: Iterable[str], cues: Mapping[str, Sequence[str]], fewest: int) -> Vocabulary:
        """Number the n-grams that occur in at least ``fewest`` of the texts, and every cue."""
        counts = Counter(gram for text in texts for gram in set(grams_in(text)))
        words = {word for group in cues.values() for word in group}
        known = sorted({gram for gram, count in counts.items() if count >= fewest} | words)
        groups: dict[str, tuple[int, ...]] = {}
        for number, group in enumerate(cues.values(), len(known)):
            for word in group:
                groups[word] = (*groups.get(word, ()), number)
        return cls({gram: number for number, gram in enumerate(known)}, groups, len(known) + len(cues))

    def rows(self, texts: Sequence[str]) -> Rows:
        """The features of lines, each as often as it occurs."""
        found: list[list[int]] = []
        for text in texts:
            ids: list[int] = []
            for gram in grams_in(text):
                number = self.grams.get(gram)
                if number is not None:
                    ids.append(number)
                    ids.extend(self.groups.get(gram, ()))
            found.append(ids)
        return Rows.of(found, self.size)


@dataclass(frozen=True, slots=True)
class Rows:
    """A sparse matrix of counts, by row and by column; every row holds something.

    Arguments:
        ids: columns, row by row; row n has ``ids[starts[n]:starts[n + 1]]``, at least one.
        lines: rows, column by column; the column ``found[n]`` is in ``lines[edges[n]:edges[n + 1]]``.
        shape: rows, columns.
    """

    ids: Numbers
    starts: Numbers
    lines: Numbers
    edges: Numbers
    found: Numbers
    shape: tuple[int, int]

    @classmethod
    def of(cls, rows: Sequence[Sequence[int]], columns: int) -> Rows:
        """Make one from the columns of each row."""
        ids = np.array([number for row in rows for number in row], dtype=np.int64)
        lengths = np.array([len(row) for row in rows], dtype=np.int64)
        order = np.argsort(ids, kind="stable")
        found, edges = np.unique(ids[order], return_index=True)
        lines = np.repeat(np.arange(len(rows)), lengths)[order]
        return cls(ids, np.cumsum(lengths) - lengths, lines, edges, found, (len(rows), columns))

    def spread(self, scores: Floats) -> Floats:
        """Scores of columns summed by row."""
        return np.add.reduceat(scores[self.ids], self.starts, axis=0)

    def gather(self, scores: Floats) -> Floats:
        """Scores of rows summed by column."""
        summed = np.zeros((self.shape[1], scores.shape[1]))
        summed[self.found] = np.add.reduceat(scores[self.lines], self.edges, axis=0)
        return summed
