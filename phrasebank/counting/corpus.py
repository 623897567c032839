"""The sentences of all speeches as arrays of numbers, which is what counting is fast on."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from phrasebank.counting.clauses import END

__all__ = ["Corpus", "Place", "Speech", "gather", "numbered", "unnumbered"]

Ints = NDArray[np.int32]
Flags = NDArray[np.bool_]


class Speech(NamedTuple):
    """A speech to count.

    Arguments:
        number: what the caller knows it by.
        clauses: as ``Mined.clauses``.
    """

    number: int
    clauses: str


Place = tuple[int, int, int, int]
"""Where words stand: number of the speech, paragraph, start and end as in ``Found``."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """All sentences, one after the other; a token 0 (the empty word) closes each.

    Arguments:
        words: by number of a word.
        tokens: numbers of words, shape (tokens,).
        speeches: numbers of the speeches as given, in order.
        speech: of each token the index of its speech, shape (tokens,).
        begins: index of the first token of each sentence, shape (sentences,).
        frames: of each sentence its paragraph, start and end, shape (sentences, 3).
        moves: of each sentence the index of its move, shape (sentences,).
        move_names: ``Move`` values by index.
    """

    words: Sequence[str]
    tokens: Ints
    speeches: Sequence[int]
    speech: Ints
    begins: NDArray[np.int64]
    frames: Ints
    moves: Ints
    move_names: Sequence[str]

    def sentence_of(self, positions: NDArray[np.int64]) -> NDArray[np.int64]:
        """The index of the sentence in which each token stands."""
        return np.searchsorted(self.begins, positions, side="right") - 1

    def text(self, position: int, length: int) -> str:
        """The words of a run of tokens, its slots numbered."""
        return numbered(
            "".join([self.words[token] for token in self.tokens[position : position + length].tolist()])
        )


def unnumbered(slot: str) -> str:
    """A slot without its number: ``{number2}`` is ``{number}``."""
    return slot[:-1].rstrip("0123456789") + "}"


def numbered(text: str) -> str:
    """Number the slots of words anew: the second of a name is ``{name2}``."""
    if text.count("{") < 2:
        return text
    met: dict[str, int] = {}

    def number(match: re.Match[str]) -> str:
        met[match[1]] = place = met.get(match[1], 0) + 1
        return match[0] if place == 1 else f"{{{match[1]}{place}}}"

    return re.sub(r"\{([a-z]+)\}", number, text)


def gather(speeches: Iterable[Speech]) -> Corpus:
    """Number the words of speeches.

    Arguments:
        speeches: in an order that does not hang on when they were mined; the same speeches in the same
            order give the same arrays.
    """
    numbers: defaultdict[str, int] = defaultdict()
    numbers.default_factory = numbers.__len__
    number_of = numbers.__getitem__
    move_numbers: defaultdict[str, int] = defaultdict()
    move_numbers.default_factory = move_numbers.__len__
    number_of(END)
    parts: list[Ints] = []
    frames: list[Ints] = []
    moves: list[Ints] = []
    names: list[int] = []
    for speech in speeches:
        names.append(speech.number)
        places, _, words = speech.clauses.partition("\n")
        fields = places.split(" ") if places else []
        parts.append(np.fromiter(map(number_of, words.split(" ") if words else ()), np.int32))
        columns = [np.fromiter(map(int, fields[column::4]), np.int32) for column in range(3)]
        frames.append(np.column_stack(columns))
        moves.append(np.fromiter(map(move_numbers.__getitem__, fields[3::4]), np.int32))
    vocabulary, tokens = _unnumbered(["", *list(numbers)[1:]], _joined(parts))
    ends = np.flatnonzero(tokens == 0) + 1
    return Corpus(
        words=vocabulary,
        tokens=tokens,
        speeches=names,
        speech=np.repeat(np.arange(len(parts), dtype=np.int32), [len(part) for part in parts]),
        begins=np.concatenate([np.zeros(min(len(ends), 1), np.int64), ends[:-1]]),
        frames=np.concatenate([np.zeros((0, 3), np.int32), *frames]),
        moves=_joined(moves),
        move_names=list(move_numbers),
    )


def _unnumbered(words: list[str], tokens: Ints) -> tuple[list[str], Ints]:
    """Let the second figure of a sentence ({number2}) be a figure like its first."""
    numbers = {word: number for number, word in enumerate(words)}
    same = np.arange(len(words), dtype=np.int32)
    for number, word in enumerate(list(words)):
        if word[:1] == "{" and (bare := unnumbered(word)) != word:
            if bare not in numbers:
                numbers[bare] = len(words)
                words.append(bare)
            same[number] = numbers[bare]
    return words, same[tokens]


def _joined(parts: Sequence[Ints]) -> Ints:
    return np.concatenate([np.zeros(0, np.int32), *parts])
