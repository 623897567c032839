"""Everything that is measured of one text, alone or beside its brief and samples."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafter.measure.copying import Copied, Index
from drafter.measure.facts import Said, said_of
from drafter.measure.invented import Invented, find_invented, spans_of
from drafter.measure.known import Known
from drafter.measure.lengths import Lengths, lengths_of
from drafter.measure.repetition import Repetition, repetition_of
from drafter.measure.structure import Lack, lacks_of
from drafter.measure.style import Manner
from drafter.measure.written import Written
from phrasebank.masking import Span
from phrasebank.mining import About

__all__ = ["Report", "Samples", "measure"]


class Samples:
    """What texts are compared with, made ready once for many.

    Arguments:
        samples: at least one.
    """

    def __init__(self, samples: Sequence[Written]) -> None:
        self.samples = tuple(samples)
        self.index = Index(self.samples)
        self.manner = Manner(self.samples)


@dataclass(frozen=True, slots=True)
class Report:
    """What was found out about a text.

    Arguments:
        written: the text.
        spans: masked spans of its paragraphs.
        repetition, lengths: see there.
        lacks: what is not as it should be.
        said: what the brief gives, said or not; empty without a brief.
        invented: specifics that the brief does not hold; None without a brief.
        asked: the length asked for, or None.
        copied, distance: against the samples; None without any.
    """

    written: Written
    spans: Sequence[Sequence[Span]]
    repetition: Repetition
    lengths: Lengths
    lacks: tuple[Lack, ...]
    said: tuple[Said, ...] = ()
    invented: tuple[Invented, ...] | None = None
    asked: int | None = None
    copied: Copied | None = None
    distance: float | None = None

    @property
    def missing(self) -> tuple[Said, ...]:
        """What the brief gives and the text leaves out."""
        return tuple(said for said in self.said if not said.found)

    @property
    def missing_facts(self) -> tuple[Said, ...]:
        """Of these, all but measures, which are made into prose and can only be told by likeness."""
        return tuple(said for said in self.missing if said.kind != "措施")

    @property
    def clean(self) -> bool:
        """Whether nothing is invented and no fact is missing."""
        return not self.invented and not self.missing_facts


def measure(
    written: Written,
    *,
    known: Known | None = None,
    samples: Samples | None = None,
    without: int | None = None,
    numbered: str = "parts",
    length: int | None = None,
) -> Report:
    """Measure a text.

    Arguments:
        written: the text, a draft or a person's.
        known: its brief, or None.
        samples: what to compare it with, or None.
        without: number of the sample that the text itself is, or None.
        numbered: as ``lacks_of``.
        length: characters asked for, instead of the brief's 篇幅.
    """
    brief = known.brief if known else None
    place = brief.place if brief else None
    about = About(brief.kind, (brief.topic,), place.level, place.name) if brief and place else About()
    spans = spans_of(written, about)
    return Report(
        written,
        spans,
        repetition_of(written, spans, known.names if known else ()),
        lengths_of(written),
        tuple(lacks_of(written, brief, numbered=numbered, length=length)),
        tuple(said_of(written, brief)) if brief else (),
        tuple(find_invented(written, known, spans)) if known else None,
        length or (brief.length if brief else None),
        samples.index.copied(written, own=known.strings if known else (), without=without)
        if samples
        else None,
        samples.manner.distance(written, without=without) if samples else None,
    )
