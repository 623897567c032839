"""The document everyone meets at: a speech as its writer sees it, whatever file it came from.

Readers make it, the composer's templates are parsed into it, checks judge it and writers print
it. Contract 3 of the architecture is its JSON form (``drafter.speech.as_json``).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from drafter.speech.marker import Marker

__all__ = ["Anomaly", "Section", "Speech"]


@dataclass(frozen=True, slots=True)
class Anomaly:
    """Something about a speech's structure that its writer should look at.

    Arguments:
        code: announced-mismatch, numbering-gap, numbering-duplicate, placeholder, truncated or
            mojibake.
        message: one Chinese sentence.
        paragraph: 0-based index into the speech's paragraphs as ``text`` prints them, or None
            where it concerns the whole.
    """

    code: str
    message: str
    paragraph: int | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered unit of a speech: 一、 and what is below it, 第一， and what follows it.

    Arguments:
        marker: the numbering that leads it.
        heading: its heading without marker and without final punctuation; for a run-in unit
            the first sentence of its paragraph (段首句).
        run_in: whether the text goes on in the heading's own paragraph.
        heading_end: the punctuation that closed the heading in the text ("" , "。", "：" …).
        paragraphs: the text below the heading; of a run-in unit the first one is the rest of
            the heading's paragraph.
        sections: the units below this one.
    """

    marker: Marker
    heading: str
    run_in: bool = False
    heading_end: str = ""
    paragraphs: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()

    @property
    def number(self) -> int | None:
        """The unit's own count, None for a dash item (——)."""
        return self.marker.number


@dataclass(frozen=True, slots=True)
class Speech:
    """A whole speech (讲话稿).

    ``announced``, ``enumerations`` and ``anomalies`` are what reading the text found out about
    it; they follow from the text and take no part in comparison.

    Arguments:
        title: the title, one string even when it ran over several lines.
        subtitle: the —— line below it, without the dash.
        speaker: the line that names who speaks (职务 姓名).
        date: the date line below the title, without brackets.
        salutation: the form of address without its colon (同志们).
        opening: paragraphs before the first numbered unit.
        sections: the numbered units of the highest level.
        closing: paragraphs after the last unit that take leave of it.
        announced: how many points the opening says will follow, or None.
        enumerations: inline runs such as 一是…二是…三是, as printed.
        anomalies: see Anomaly.
    """

    title: str | None = None
    subtitle: str | None = None
    speaker: str | None = None
    date: str | None = None
    salutation: str | None = None
    opening: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    closing: tuple[str, ...] = ()
    announced: int | None = field(default=None, compare=False)
    enumerations: tuple[tuple[str, ...], ...] = field(default=(), compare=False)
    anomalies: tuple[Anomaly, ...] = field(default=(), compare=False)
