"""Find the words of a speech that read like a local fact and are not masked yet."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from phrasebank.masking.span import Span
from phrasebank.masking.suspicion.features import Looks
from phrasebank.masking.suspicion.weights import CLASSES, Weights, load
from phrasebank.masking.tokens import Tokens, is_word
from phrasebank.tokeniser import REMEMBERED

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Limits", "doubt_of", "find_suspects"]


class Limits(NamedTuple):
    """How sure one has to be, as shares of 1; by cross-validation over speeches (tools/train_suspicion.py).

    Arguments:
        sure: mean from which on words are masked.
        doubt: from here on words of a sentence that says nothing else specific are in doubt.
        beside: the same for a sentence with other specifics.
        part: from here on a character belongs to suspicious words.
    """

    sure: float = 0.85
    doubt: float = 0.3
    beside: float = 0.1
    part: float = 0.06


def find_suspects(
    text: str,
    tokens: Tokens,
    settled: Sequence[Span],
    limits: Limits = Limits(),  # noqa: B008 - a tuple of numbers
    weights: Weights | None = None,
) -> list[Span]:
    """Find suspicious words.

    Arguments:
        text: a speech, its paragraphs parted by line breaks.
        tokens: of it.
        settled: what is masked or in doubt already, sorted, not overlapping.
        limits: how sure one has to be.
        weights: instead of those of the package.

    Returns:
        spans outside the settled ones, sorted, not overlapping.
    """
    if not text:
        return []
    import numpy as np

    size = len(text)
    free = np.ones(size, bool)
    for span in settled:
        free[span.start : span.end] = False
    looks = Looks(text, tokens)
    at = np.flatnonzero(free & ~looks.certain())
    classes = np.zeros((size + 1, len(CLASSES)), np.float32)
    classes[:, 0] = 1
    for begin in range(0, len(at), _BATCH):
        part = at[begin : begin + _BATCH]
        classes[part] = (weights or load()).chances(looks.rows(part))
    found = _decided(text, tokens, settled, free, classes, limits)
    return sorted((*found, *_again(text, free, found)))


def _again(text: str, free: NDArray[np.bool_], found: Sequence[Span]) -> Iterator[Span]:
    """What is masked or in doubt as a name in one place, wherever else the speech says it."""
    known: dict[str, Span] = {}
    for span in found:
        words = text[span.start : span.end]
        free[span.start : span.end] = False
        if (
            len(words) > 1
            and not is_word(words)
            and span.slot in _MASKED
            and (words not in known or not span.bare)
        ):
            known[words] = span
    if not known:
        return
    listed = sorted(known, key=lambda words: (-len(words), words))
    for match in re.finditer("|".join(map(re.escape, listed)), text):
        if free[match.start() : match.end()].all():
            yield known[match[0]]._replace(start=match.start(), end=match.end())


_BATCH = 1 << 13
"""Characters at once, so that what is worked on stays near the processor."""


def _decided(  # noqa: PLR0917
    text: str,
    tokens: Tokens,
    settled: Sequence[Span],
    free: NDArray[np.bool_],
    classes: NDArray[np.float32],
    limits: Limits,
) -> list[Span]:
    import numpy as np

    score = np.where(free & _wordlike(text), _evened(tokens, 1 - classes[:-1, 0]), 0).astype(np.float32)
    flagged = np.concatenate([[False], score >= limits.part, [False]])
    edges = np.flatnonzero(flagged[1:] != flagged[:-1])
    begins, ends = edges[::2], edges[1::2]
    if not len(begins):
        return []
    # Of two neighbours the mean, 0 over the end of a run; and of each run the greatest.
    pairs = np.zeros_like(score)
    pairs[:-1] = np.where(flagged[1:-2] & flagged[2:-1], (score[1:] + score[:-1]) / 2, 0)
    best = np.maximum.reduceat(pairs, begins)
    lone = ends - begins == 1
    best[lone] = score[begins[lone]]
    kinds = np.add.reduceat(classes[:, 1:], edges, axis=0)[::2].argmax(axis=1) + 1
    said = _said(text, settled)
    found: list[Span] = []
    for run in np.flatnonzero(best >= min(limits.beside, limits.doubt)).tolist():
        start, stop, how = int(begins[run]), int(ends[run]), float(best[run])
        if how >= limits.sure / 2 and stop - start > 1:
            sure = _sure(score, classes, start, stop, limits.sure)
            if sure is not None:
                found.append(sure)
                continue
        slot = CLASSES[kinds[run]]
        how *= _LESS.get(slot, 1.0)
        if stop - start == 1:
            how *= _LONE[slot == "person"]
        if how < min(limits.beside, limits.doubt):
            continue
        if _is_common(tokens, start, stop):
            how *= _COMMON
        if how >= (limits.beside if said(start) else limits.doubt):
            found.append(Span(start, stop, slot, doubt_of(text[start:stop]), bare=True))
    return found


def _wordlike(text: str) -> NDArray[np.bool_]:
    """Which characters can be part of a name: Chinese ones, Latin letters, digits."""
    import numpy as np

    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    letters = codes | np.uint32(0x20)
    wordlike: NDArray[np.bool_] = (
        ((codes >= 0x4E00) & (codes <= 0x9FFF))
        | ((codes >= 0x30) & (codes <= 0x39))
        | ((letters >= 0x61) & (letters <= 0x7A))
        | ((codes >= 0x2160) & (codes <= 0x216B))
    )
    return wordlike


_LONE = (0.25, 0.5)
"""How much less suspicious a single character is than two, and where it seems to be a surname."""
_LESS = {"period": 0.5, "number": 0.8}
"""Times and figures have set forms that rules know: what is left is seldom one."""
_COMMON, _OFTEN = 0.6, 1000
"""How much less suspicious words are that the dictionary met so often."""
_MASKED = frozenset(("elsewhere", "body", "person"))
"""What is masked without a rule: names. Figures and times that no rule finds are mostly set expressions."""
_CORE, _RIM = 0.5, 0.3
"""A masked name holds characters likelier than not, and those at its rim that may well belong to it."""


def doubt_of(words: str) -> str:
    """What a person is told of suspicious words."""
    return f"可能有地名、人名或单位名“{words}”"


def _is_common(tokens: Tokens, start: int, stop: int) -> bool:
    """Whether suspicious words are one frequent word of the language."""
    number = tokens.at(start)
    if tokens.starts[number + 1] < stop:
        return False
    return often(tokens.words[number]) and tokens.tags[number] not in _NAMES


_NAMES = frozenset(("ns", "nt", "nz", "nr", "nrt", "nrfg", "j"))


@lru_cache(maxsize=REMEMBERED)
def often(word: str) -> bool:
    """Whether a word is a frequent one."""
    import rjieba

    return is_word(word) and int(rjieba.suggest_freq(word)) > _OFTEN


def _sure(
    score: NDArray[np.float32], classes: NDArray[np.float32], start: int, stop: int, limit: float
) -> Span | None:
    """The name within some suspicious words that is beyond doubt."""
    parts = score[start:stop].tolist()
    core = [at for at, part in enumerate(parts) if part >= _CORE]
    if not core or core[-1] - core[0] < 1 or len(core) != core[-1] - core[0] + 1:
        return None
    begin, end = start + core[0], start + core[-1] + 1
    if sum(parts[begin - start : end - start]) / (end - begin) < limit:
        return None
    slot = CLASSES[int(classes[begin:end, 1:].sum(axis=0).argmax()) + 1]
    if slot not in _MASKED:
        return None
    while begin > start and parts[begin - 1 - start] >= _RIM:
        begin -= 1
    while end < stop and parts[end - start] >= _RIM:
        end += 1
    return Span(begin, end, slot)


def _said(text: str, settled: Sequence[Span]) -> Callable[[int], bool]:
    """Whether the sentence of a character says something specific already."""
    import numpy as np

    ends = [match.start() for match in _END.finditer(text)]
    specific = np.zeros(len(ends) + 1, bool)
    for span in settled:
        specific[bisect_left(ends, span.start)] = True

    def said(at: int) -> bool:
        return bool(specific[bisect_left(ends, at)])

    return said


_END = re.compile("[\n。！？；]")


def _evened(tokens: Tokens, score: NDArray[np.float32]) -> NDArray[np.float32]:
    """The score of each character, that of a known word the mean of its characters."""
    import numpy as np

    starts = np.asarray(tokens.starts, np.int64)
    lengths = np.diff(starts)
    means = np.add.reduceat(score, starts[:-1]) / lengths
    hot = np.flatnonzero((np.maximum.reduceat(score, starts[:-1]) > 0.1) & (lengths > 1)).tolist()
    score = score.copy()
    for number in hot:
        if is_word(tokens.words[number]):
            score[starts[number] : starts[number + 1]] = means[number]
    return score
