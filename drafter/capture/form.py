"""The form (结构) of a speech: what stands where, how it is numbered, what each sentence does."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.capture.figures import Figure

__all__ = ["Form", "Paragraph", "PartForm", "PointForm", "Saying"]


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence.

    Arguments:
        text: masked words.
        move: what it does (``Move`` value).
        slots: names of the slots in it, without their numbers.
        figures: what it counts.
        told: whether it speaks of one place, time or person only, so that a brief has to tell it.
    """

    text: str
    move: str
    slots: tuple[str, ...]
    figures: tuple[Figure, ...]
    told: bool


Paragraph = tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class PointForm:
    """A point: a numbered unit below a part, or a paragraph that has no number.

    Arguments:
        theme: masked words of its lead; of a paragraph without one what it is about.
        sayings: its sentences.
    """

    theme: str
    sayings: Paragraph


@dataclass(frozen=True, slots=True)
class PartForm:
    """A numbered part, or the whole body of a speech that has none.

    Arguments:
        theme: masked words of its heading.
        role: what it does (作用).
        family: how its points are numbered, as an outline names it; ``FLOWING`` where they are not.
        introduction: the paragraphs between its heading and its numbered points.
        points: its points.
    """

    theme: str
    role: str
    family: str
    introduction: tuple[Paragraph, ...]
    points: tuple[PointForm, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A sample's form.

    Arguments:
        kind: the kind that it is likest to (文种), or "".
        level: 层级, or "".
        title: masked words.
        dated, spoken, addressed: whether it has a line for the date, the speaker and the hearers.
        salutation: how it addresses its hearers, masked.
        greeting, thanks: words of courtesy at the beginning and the end (大家好！ 谢谢大家！), or "".
        numbered: what is numbered, as ``Kind.numbered``.
        agenda: how many items of an agenda a chair hands over to; 0 for no chair.
        opening, closing: paragraphs.
        parts: its parts; of a speech without parts one.
        documents: how many laws and documents it rests on.
        bodies: whether it names what stands below its place.
    """

    kind: str
    level: str
    title: str
    dated: bool
    spoken: bool
    addressed: bool
    salutation: str
    greeting: str
    thanks: str
    numbered: str
    agenda: int
    opening: tuple[Paragraph, ...]
    closing: tuple[Paragraph, ...]
    parts: tuple[PartForm, ...]
    documents: int
    bodies: bool
