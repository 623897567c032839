"""Counting across speeches: the phrases and formulae of a whole archive, with where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from phrasebank.counting.corpus import Corpus, Place, Speech, gather
from phrasebank.counting.edges import is_slot
from phrasebank.counting.formulae import FEWEST_CHARACTERS, find_formulae
from phrasebank.counting.near import Variant, keys_of, settle
from phrasebank.counting.ngrams import Run, find_ngrams, thresholds
from phrasebank.model import Unit, phrase_id
from phrasebank.vocabulary import SLOT_PATTERN

__all__ = ["SOURCES", "Counted", "count", "count_corpus"]

SOURCES = 20
"""Speeches of which a counted phrase remembers a place; the counts are exact whatever their number."""


class Counted(NamedTuple):
    """A phrase that counting found.

    Arguments:
        id, text, unit: as ``Phrase``.
        move: what most of the sentences do in which it stands.
        occurrences: at how many places it stands.
        speeches: numbers of all the speeches it stands in.
        quality: 0 to 1.
        places: its first place in each of the first ``SOURCES`` speeches.
    """

    id: str
    text: str
    unit: str
    move: str
    occurrences: int
    speeches: tuple[int, ...]
    quality: float
    places: tuple[Place, ...]


def count(speeches: Iterable[Speech]) -> list[Counted]:
    """Find the phrases of an archive, by id.

    The same speeches give the same phrases if they come in the same order; which places are remembered
    is all that hangs on it.

    Arguments:
        speeches: all of them.
    """
    return count_corpus(gather(speeches))


def count_corpus(corpus: Corpus) -> list[Counted]:
    """As ``count``, of speeches whose words are numbered."""
    fewest = thresholds(len(corpus.speeches))
    runs = _once([*find_ngrams(corpus, fewest), *find_formulae(corpus, fewest)])
    return _counted(_fold(runs, corpus), corpus)


_Named = tuple[str, Unit, Run]
"""A run with the id and the unit of its words."""


def _once(runs: Iterable[Run]) -> list[_Named]:
    """Of the same words found twice, as a run of words and as a clause, the better count; by id."""
    by_id: dict[str, Run] = {}
    for run in runs:
        key = phrase_id(run.text)
        held = by_id.get(key)
        if held is None or (run.tf, run.text) > (held.tf, held.text):
            by_id[key] = run
    return [(key, _unit(by_id[key].text), by_id[key]) for key in sorted(by_id)]


def _unit(text: str) -> Unit:
    fixed = len(SLOT_PATTERN.sub("", text))
    return Unit.FORMULA if fixed >= FEWEST_CHARACTERS else Unit.PHRASE


def _fold(runs: Sequence[_Named], corpus: Corpus) -> list[_Named]:
    """Fold formulae that are nearly the same; the one that stays has the places of both."""
    formulae = {number: row for number, row in enumerate(runs) if row[1] is Unit.FORMULA}
    keys = keys_of([run.text for _, _, run in formulae.values()], [Unit.FORMULA.value] * len(formulae))
    variants = [
        Variant(number, key, run.text, False, run.tf, run.quality)
        for number, (key, _, run) in formulae.items()
    ]
    into = settle(variants, dict(zip(formulae, keys.tolist(), strict=True)))
    members: dict[int, list[Run]] = {}
    for number, stays in into.items():
        members.setdefault(stays, []).append(runs[number][2])
    folded: list[_Named] = []
    for number, (key, unit, run) in enumerate(runs):
        if number not in into:
            others = members.get(number, [])
            folded.append((key, unit, _together(run, [run, *others], corpus) if others else run))
    return folded


def _together(stays: Run, runs: Sequence[Run], corpus: Corpus) -> Run:
    # One variant may hold another: a sentence is counted for one of them.
    places = np.unique(np.concatenate([run.places for run in runs]))
    sentences = corpus.sentence_of(places.astype(np.int64))
    own = np.isin(places, stays.places)
    known = np.isin(sentences, sentences[own])
    first = np.zeros(len(places), np.bool_)
    first[np.unique(sentences, return_index=True)[1]] = True
    places = places[own | (first & ~known)]
    speeches = int(np.count_nonzero(np.diff(corpus.speech[places], prepend=-1)))
    return stays._replace(tf=len(places), df=speeches, places=places)


def _counted(named: Sequence[_Named], corpus: Corpus) -> list[Counted]:
    if not named:
        return []
    runs = [run for _, _, run in named]
    sizes = np.array([len(run.places) for run in runs])
    places = np.concatenate([run.places for run in runs]).astype(np.int64)
    number = np.repeat(np.arange(len(runs)), sizes)
    sentences = corpus.sentence_of(places)
    moves = _majority(number, corpus.moves[sentences], corpus.move_names, len(runs))
    speech = corpus.speech[places]
    new = np.diff(speech, prepend=-1) != 0
    new[np.cumsum(sizes)[:-1]] = True
    number, places, speech = number[new], places[new], speech[new]
    ends = np.cumsum(np.bincount(number, minlength=len(runs)))
    rank = np.arange(len(number)) - np.repeat(np.concatenate([[0], ends[:-1]]), np.diff(ends, prepend=0))
    kept = rank < SOURCES
    lengths = np.array([run.length for run in runs])[number[kept]]
    found = _places(corpus, places[kept], lengths)
    found_ends = np.cumsum(np.bincount(number[kept], minlength=len(runs)))
    names = np.array(corpus.speeches)[speech].tolist()
    counted: list[Counted] = []
    start = found_start = 0
    for (key, unit, run), move, end, found_end in zip(
        named, moves, ends.tolist(), found_ends.tolist(), strict=True
    ):
        counted.append(
            Counted(
                id=key,
                text=run.text,
                unit=unit.value,
                move=move,
                occurrences=run.tf,
                speeches=tuple(names[start:end]),
                quality=run.quality,
                places=tuple(found[found_start:found_end]),
            )
        )
        start, found_start = end, found_end
    return counted


def _majority(
    number: NDArray[np.int64], moves: NDArray[np.int32], names: Sequence[str], size: int
) -> list[str]:
    """The most frequent move of each run; of two the first by name."""
    order = sorted(range(len(names)), key=names.__getitem__)
    rank = np.empty(len(names), np.int64)
    rank[order] = np.arange(len(names))
    table = np.bincount(number * len(names) + rank[moves], minlength=size * len(names))
    best = table.reshape(size, len(names)).argmax(axis=1)
    return [names[order[column]] for column in best.tolist()]


def _places(corpus: Corpus, places: NDArray[np.int64], lengths: NDArray[np.int64]) -> list[Place]:
    """Where runs of tokens stand in print.

    Exact where no slot hides how long the original words are; else as narrow as what can be counted
    from the ends of the sentence says.
    """
    slots = np.fromiter(map(is_slot, corpus.words), np.bool_, len(corpus.words))
    sizes = np.fromiter(map(len, corpus.words), np.int64, len(corpus.words))
    sizes[slots] = 0
    characters = np.concatenate([[0], np.cumsum(sizes[corpus.tokens])])
    masked = np.concatenate([[0], np.cumsum(slots[corpus.tokens])])
    sentence = corpus.sentence_of(places)
    first = corpus.begins[sentence]
    last = np.append(corpus.begins, len(corpus.tokens))[sentence + 1]
    stop = places + lengths
    start, end = (corpus.frames[sentence, column].astype(np.int64) for column in (1, 2))
    # Without slots the words must fill the sentence: else white space stood between them.
    odd = (masked[last] == masked[first]) & (characters[last] - characters[first] != end - start)
    from_start = start + characters[places] - characters[first]
    from_end = end - (characters[last] - characters[stop])
    held = characters[stop] - characters[places]
    open_before = masked[places] == masked[first]
    open_behind = masked[last] == masked[stop]
    open_inside = masked[stop] == masked[places]
    begin = np.where(open_before, from_start, np.where(open_behind & open_inside, from_end - held, start))
    finish = np.where(open_behind, from_end, np.where(open_before & open_inside, from_start + held, end))
    wrong = odd | (begin < start) | (begin >= finish) | (finish > end)
    begin, finish = np.where(wrong, start, begin), np.where(wrong, end, finish)
    speeches = np.array(corpus.speeches)[corpus.speech[places]].tolist()
    paragraphs = corpus.frames[sentence, 0].tolist()
    return list(zip(speeches, paragraphs, begin.tolist(), finish.tolist(), strict=True))
