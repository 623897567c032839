"""What a text says twice: sentences, runs of eight characters, openings, words that press."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from drafter.measure.written import Written
from phrasebank.masking import Span

__all__ = ["PRESSING", "Repetition", "repetition_of"]

PRESSING = ("要", "必须", "坚决", "切实")
"""Words that press, whose density is told."""

_ECHO = 8
"""Characters from which a run said twice is heard as an echo."""
_SHARED = 6
_HAN = re.compile(r"[一-鿿]+")
_NUMBERING = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十\d]+[)）、.．]|第[一二三四五六七八九十]+[，、]?|[一二三四五六七八九十]+[是要])\s*"
)
_LEAST_SENTENCE = 6
"""Shorter sentences (同志们！ 谢谢大家。) may come twice."""
_NAMES = (
    "place",
    "elsewhere",
    "org",
    "body",
    "law",
    "document",
    "event",
    "meeting",
    "topic",
    "post",
    "superior",
)
#: 不要, 只要, 主要, 需要, 重要, 要求 press nobody.
_YAO = re.compile(r"(?<![不只主需重还就想紧首必])要(?!求|素|点|件|么|是|害|塞|紧|闻|道|义)")


@dataclass(frozen=True, slots=True)
class Repetition:
    """How a text repeats itself.

    Arguments:
        sentences: those said twice and more, each once.
        echoes: runs of eight Chinese characters and more that come twice, outside names; the longest form.
        echo_rate: characters in later occurrences of echoes, a 1,000 characters of text.
        sixes: share of all runs of six Chinese characters that come more than once.
        openings: share of neighbouring sentences of a paragraph that begin with the same two characters.
        pressing: (word, occurrences a sentence) of each pressing word.
    """

    sentences: tuple[str, ...]
    echoes: tuple[str, ...]
    echo_rate: float
    sixes: float
    openings: float
    pressing: tuple[tuple[str, float], ...]


def repetition_of(written: Written, spans: Sequence[Sequence[Span]], names: Iterable[str] = ()) -> Repetition:
    """Measure a text.

    Arguments:
        written: the text.
        spans: masked spans of its paragraphs; what they name may come again.
        names: further words that may come again (the names that a brief gives).
    """
    plain = [_NUMBERING.sub("", sentence.text) for sentence in written.sentences]
    twice = Counter(text for text in plain if len(text) >= _LEAST_SENTENCE)
    runs = list(_runs(written, spans, tuple(name for name in names if len(name) >= _LEAST_SENTENCE)))
    echoes, echoed = _echoes(runs)
    count = max(1, len(plain))
    return Repetition(
        tuple(text for text, times in twice.items() if times > 1),
        echoes,
        1000 * echoed / max(1, written.length),
        _share_of_repeated(runs),
        _alike(written),
        tuple((word, _occurrences(word, plain) / count) for word in PRESSING),
    )


def _occurrences(word: str, sentences: Sequence[str]) -> int:
    if word == "要":
        return sum(len(_YAO.findall(sentence)) for sentence in sentences)
    return sum(sentence.count(word) for sentence in sentences)


def _runs(written: Written, spans: Sequence[Sequence[Span]], names: Sequence[str]) -> Iterator[str]:
    """Chinese characters between marks and names."""
    cut = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True)))) if names else None
    for paragraph, masked in zip(written.paragraphs, spans, strict=True):
        kept = list(paragraph)
        for span in masked:
            if span.slot.rstrip("0123456789") in _NAMES:
                kept[span.start : span.end] = " " * (span.end - span.start)
        text = "".join(kept)
        for run in _HAN.findall(cut.sub(" ", text) if cut else text):
            if len(run) >= _SHARED:
                yield run


def _echoes(runs: Sequence[str]) -> tuple[tuple[str, ...], int]:
    """Runs that come again, and how many characters their later occurrences take."""
    seen: set[str] = set()
    found: dict[str, None] = {}
    echoed = 0
    for run in runs:
        grams = [run[at : at + _ECHO] for at in range(len(run) - _ECHO + 1)]
        start = -1
        for at, gram in enumerate([*grams, ""]):
            again = gram in seen
            if again and start < 0:
                start = at
            elif not again and start >= 0:
                found[run[start : at - 1 + _ECHO]] = None
                echoed += at - 1 + _ECHO - start
                start = -1
        seen.update(grams)
    return tuple(found), echoed


def _share_of_repeated(runs: Sequence[str]) -> float:
    counts = Counter(run[at : at + _SHARED] for run in runs for at in range(len(run) - _SHARED + 1))
    total = counts.total()
    return sum(times for times in counts.values() if times > 1) / total if total else 0.0


def _alike(written: Written) -> float:
    pairs = alike = 0
    for one, next_one in pairwise(written.sentences):
        if one.paragraph == next_one.paragraph:
            pairs += 1
            alike += _NUMBERING.sub("", one.text)[:2] == _NUMBERING.sub("", next_one.text)[:2]
    return alike / pairs if pairs else 0.0
