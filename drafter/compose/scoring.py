"""Which of several whole drafts is best: substance, fit, repetition, rhythm, length, manner.

Every measure is a number of the draft alone, so the choice is a function of the inputs and the seed.
The weights were set by reading drafts of the example briefs side by side; what they order is told in
docs/composing.md.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from statistics import fmean, pstdev

from drafter.compose.marks import Span

__all__ = ["score_draft"]

Paragraphs = Sequence[tuple[str, Sequence[Span]]]

#: Costs against a mean fit of the phrases, which lies between 1 and 3.
_OFF_LENGTH, _TOO_LONG_OFF = 4.0, 60.0
_ARGUED, _REPEATED, _PRESSED, _ALIKE, _FLAT, _BREATHLESS = 3.0, 0.06, 0.12, 0.1, 1.0, 0.15
#: What a standard deviation away from the manner asked for costs.
_UNLIKE = 14.0
#: Shares of the target within which a length is free and within which it is only dear.
_FREE, _ALLOWED = 0.03, 0.09
#: At most this share of the body shall be argued (composition.md: stated sentences carry at least 60 %).
_MOST_ARGUED = 0.4
#: Characters of a run whose return a listener notices across a speech.
_RUN = 6
#: Sentences longer than this cannot be read aloud in a breath (composition.md, Flow).
_LONG = 90
#: Sentence lengths of good speeches vary by about this much of their mean (on our samples .5 to .7).
_VARIED = 0.45
_SENTENCES = re.compile(r"[^。！？]+[。！？]")
_BARE = re.compile(r"[，。；：、！？“”‘’（）《》…—\s]")
_ORDERS = re.compile(r"^(?:[^，。]{0,14}，)?[^，。]{0,14}?(?:要|必须|务必)")


def score_draft(
    paragraphs: Paragraphs, fits: Sequence[float], target: int | None, distance: Callable[[str], float] | None
) -> float:
    """How good a whole draft is; higher is better.

    Arguments:
        paragraphs: the words of each paragraph and the pieces it was made of.
        fits: how well each phrase fits its place.
        target: characters wanted, or None.
        distance: how far a text is from the manner that was asked for, 0 and up; None where none was.
    """
    text = "\n".join(words for words, _ in paragraphs)
    sentences = [sentence for words, _ in paragraphs for sentence in _SENTENCES.findall(words)]
    score: float = fmean(fits) if fits else 0.0
    score -= _length_cost(len(text) - text.count("\n"), target)
    score -= _ARGUED * max(0.0, _argued_share(paragraphs) - _MOST_ARGUED)
    score -= _REPEATED * _repeated(paragraphs)
    score -= _PRESSED * sum(
        bool(_ORDERS.match(a) and _ORDERS.match(b) and _ORDERS.match(c))
        for a, b, c in zip(sentences, sentences[1:], sentences[2:], strict=False)
    )
    score -= _ALIKE * sum(a[:2] == b[:2] for a, b in pairwise(sentences))
    score -= _BREATHLESS * sum(len(sentence) > _LONG and "；" not in sentence for sentence in sentences)
    if len(sentences) > 1:
        lengths = [len(sentence) for sentence in sentences]
        score -= _FLAT * max(0.0, _VARIED - pstdev(lengths) / fmean(lengths))
    return score - (_UNLIKE * distance(text) if distance is not None else 0.0)


def _length_cost(length: int, target: int | None) -> float:
    if target is None:
        return 0.0
    off = abs(length - target) / target
    return _OFF_LENGTH * max(0.0, off - _FREE) + _TOO_LONG_OFF * max(0.0, off - _ALLOWED)


def _argued_share(paragraphs: Paragraphs) -> float:
    """The share of characters that the bank gave, headings and the frame of the speech included."""
    argued = sum(
        span.end - span.start for _, spans in paragraphs for span in spans if span.piece.origin == "phrase"
    )
    whole = sum(len(words) for words, _ in paragraphs)
    return argued / whole if whole else 0.0


def _repeated(paragraphs: Paragraphs) -> int:
    """Runs that come twice and that the brief did not bring itself."""
    runs: Counter[str] = Counter()
    for words, spans in paragraphs:
        for span in spans:
            if span.piece.origin == "phrase":
                bare = _BARE.sub("", words[span.start : span.end])
                runs.update({bare[at : at + _RUN] for at in range(len(bare) - _RUN + 1)})
    return sum(times - 1 for times in runs.values() if times > 1)
