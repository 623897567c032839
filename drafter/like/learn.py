"""From samples to a manner and to phrases that a draft may take over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import fmean

from drafter.compose.manner import HeadingShape, Manner
from drafter.errors import CodedError, Problem
from drafter.like.phrases import phrases_of
from drafter.readers import read_speech_bytes
from drafter.readers.gathering import gather
from drafter.speech import Family, Section, Speech, speech_text
from drafter.style import distance, style_of, taste
from phrasebank.model import Phrase

__all__ = ["Liked", "learn"]

#: Families that number parts, not points; a speech's own points are below them.
_OF_PARTS = (Family.CHAPTER,)


@dataclass(frozen=True, slots=True)
class Liked:
    """What was learnt of the samples.

    Arguments:
        manner: what the draft follows.
        phrases: what it may say in their words: nothing in them is of their own place and time.
    """

    manner: Manner
    phrases: tuple[Phrase, ...]


def learn(samples: Sequence[Path]) -> Liked:
    """Learn the manner of samples.

    Arguments:
        samples: speeches in any form that can be read, folders and zips of them.

    Raises:
        CodedError: one of them cannot be read; L001 one of them has no sentences.
    """
    read: list[tuple[str, bytes, Speech]] = []
    for found in gather(samples, bytes):
        if isinstance(found, Problem):
            raise CodedError(found)
        speech = read_speech_bytes(found.data, found.name)
        if not (speech.sections or speech.opening):
            mend = "换一篇有正文的讲话稿"
            raise CodedError(Problem("L001", "这篇样稿里没有读到正文", found.name, mend=mend))
        read.append((found.name, found.data, speech))
    speeches = [speech for *_, speech in read]
    style = style_of([speech_text(speech) for speech in speeches])
    phrases = [phrase for name, data, _ in read for phrase in phrases_of(data, name)]
    manner = Manner(
        files=frozenset(name for name, *_ in read),
        distance=partial(distance, style),
        taste=taste(style),
        family=_family(speeches),
        headings=_headings(speeches),
    )
    return Liked(manner, tuple(phrases))


def _family(speeches: Sequence[Speech]) -> Family | None:
    counts = Counter(
        section.marker.family
        for speech in speeches
        for section in _below(speech.sections)
        if section.marker.family not in _OF_PARTS
    )
    return max(counts, key=lambda family: (counts[family], family.value)) if counts else None


def _below(sections: Sequence[Section]) -> Iterator[Section]:
    for section in sections:
        yield from section.sections
        yield from _below(section.sections)


def _headings(speeches: Sequence[Speech]) -> HeadingShape | None:
    headings = [section.heading for speech in speeches for section in speech.sections if not section.run_in]
    if not headings:
        return None
    return HeadingShape(fmean(map(len, headings)), fmean(heading.count("，") + 1 for heading in headings))
