"""From labelled speeches to the scores of the classifier."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from phrasebank.files import write_whole
from phrasebank.model import Move
from phrasebank.moves.cues import CUES_FILE, read_cues
from phrasebank.moves.letters import key_of
from phrasebank.moves.places import places_of
from phrasebank.moves.training.chain import Chains, negative_likelihood
from phrasebank.moves.training.descent import minimise
from phrasebank.moves.training.examples import LINES_FILE, REPORT_FILE, Example, unparted, without_leave
from phrasebank.moves.training.features import Floats, Numbers, Rows, Vocabulary
from phrasebank.moves.weights import SCALE

__all__ = ["Fitted", "digest_of", "fit", "write_weights"]

_MOVES = tuple(move.value for move in Move)

# Chosen by five-fold cross-validation over the first twenty speeches to learn from.
_FEWEST = 2
_STIFF_WORDS, _STIFF_PLACES, _STIFF_FOLLOWING = 10.0, 2.0, 2.0
_STEPS = 60
_OTHER_SHAPE = 0.3
"""How much a labelled speech counts in another shape: without its headings, without its closing seen."""
_ANYWHERE = "句"
"""The place of a line that stands alone: somewhere in the parts."""
_LEAST = 20
"""1/SCALE nat: an n-gram that moves no score by more is left out."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """What training found.

    Arguments:
        grams: score of each move by n-gram, those of its groups included; shape (n-grams, moves).
        words: the n-grams.
        stands: score of each move by place.
        places: the places.
        follow: score of a move (column) behind another (row).
    """

    words: tuple[str, ...]
    grams: Floats
    places: tuple[str, ...]
    stands: Floats
    follow: Floats


def digest_of(labelled: Iterable[Path]) -> str:
    """SHA-256 of what the moves are learnt from: labelled speeches, single lines, groups of words."""
    digest = hashlib.sha256()
    for path in (*sorted(labelled), REPORT_FILE, LINES_FILE, CUES_FILE):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def fit(speeches: Sequence[Example], lone: Sequence[Example]) -> Fitted:
    """Find the scores under which the labelled moves are most probable, small scores preferred.

    Arguments:
        speeches: whole labelled speeches.
        lone: lines that stand alone.
    """
    examples = [shape for speech in speeches for shape in _shapes(speech)] + list(lone)
    lines = [line for example in examples for line in example.lines]
    texts = {text: number for number, text in enumerate(dict.fromkeys(line.text for line in lines))}
    words = Vocabulary.learn(texts, read_cues(), _FEWEST)
    stands = [place for example in examples for place in _places(example)]
    places = {name: number for number, name in enumerate(dict.fromkeys(n for row in stands for n in row))}
    which = np.array([texts[line.text] for line in lines])
    text_rows = words.rows(list(texts))
    place_rows = Rows.of([[places[name] for name in row] for row in stands], len(places))
    chains = Chains.of(
        np.array([_MOVES.index(move) for example in examples for move in example.moves]),
        np.array([len(example.lines) for example in examples]),
        np.array([example.weight for example in examples]),
    )
    emit, stand, follow = _climb(text_rows, which, place_rows, chains)
    grams = np.array([emit[number] for number in words.grams.values()])
    for number, gram in enumerate(words.grams):
        for group in words.groups.get(gram, ()):
            grams[number] += emit[group]
    return Fitted(tuple(words.grams), grams, tuple(places), stand, follow)


def _places(example: Example) -> list[tuple[str, ...]]:
    places = places_of(example.lines)
    if example.placed:
        return places
    return [
        (place[0] if line.lead or not line.path else _ANYWHERE,)
        for line, place in zip(example.lines, places, strict=True)
    ]


def _shapes(speech: Example) -> tuple[Example, ...]:
    others = (unparted(speech), without_leave(speech))
    return (speech, *(replace(other, weight=_OTHER_SHAPE * speech.weight) for other in others))


def _climb(texts: Rows, which: Numbers, places: Rows, chains: Chains) -> tuple[Floats, Floats, Floats]:
    count = len(_MOVES)
    heights = (texts.shape[1], places.shape[1], count)
    cuts = np.cumsum(heights) * count

    def parts(point: Floats) -> list[Floats]:
        pieces = np.split(point, cuts[:-1])
        return [piece.reshape(height, count) for piece, height in zip(pieces, heights, strict=True)]

    def cost(point: Floats) -> tuple[float, Floats]:
        emit, stand, follow = parts(point)
        scores = texts.spread(emit)[which] + places.spread(stand)
        value, surplus, pairs = negative_likelihood(chains, scores, follow)
        by_text = np.zeros((texts.shape[0], count))
        np.add.at(by_text, which, surplus)
        slopes = []
        for part, slope, stiff in (
            (emit, texts.gather(by_text), _STIFF_WORDS),
            (stand, places.gather(surplus), _STIFF_PLACES),
            (follow, pairs, _STIFF_FOLLOWING),
        ):
            value += stiff / 2 * float((part * part).sum())
            slopes.append((slope + stiff * part).ravel())
        return value, np.concatenate(slopes)

    emit, stand, follow = parts(minimise(cost, np.zeros(int(cuts[-1])), most=_STEPS))
    return emit, stand, follow


def write_weights(fitted: Fitted, digest: str, path: Path, *, force: bool = False) -> None:
    """Write the scores as the classifier reads them (``weights.load_file``).

    Arguments:
        fitted: the scores.
        digest: ``digest_of`` what they were learnt from.
        path: file to write.
        force: write over an existing file.
    """
    grams = np.rint(fitted.grams * SCALE).astype(np.int16)
    loud = np.abs(grams).max(axis=1)
    rows: dict[int, int] = {}
    # Where two n-grams share a key, the one that says more has it.
    for number in np.argsort(-loud, kind="stable"):
        if loud[number] > _LEAST:
            rows.setdefault(key_of(fitted.words[number]), int(number))
    keys = sorted(rows)
    stored: Mapping[str, object] = {
        "moves": np.array(_MOVES),
        "keys": np.array(keys, dtype=np.uint32),
        "grams": grams[[rows[key] for key in keys]],
        "places": np.array(fitted.places),
        "stands": np.rint(fitted.stands * SCALE).astype(np.int16),
        "follow": np.rint(fitted.follow * SCALE).astype(np.int16),
        "digest": np.array(digest),
    }
    buffer = io.BytesIO()
    np.savez_compressed(buffer, **stored)  # type: ignore[arg-type]
    write_whole(path, buffer.getvalue(), force=force)
