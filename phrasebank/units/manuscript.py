"""A speech cut into its lines (headings, leads, sentences, limbs), each masked and with its move."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from phrasebank.counting import tokenize
from phrasebank.masking import Span, find_spans, frame
from phrasebank.mining import About, Document, Found, Passage, Role
from phrasebank.model import FINAL_MARKS, Unit, phrase_id
from phrasebank.moves import Situated, classify
from phrasebank.sentences import sentence_spans
from phrasebank.units.limbs import limb_spans
from phrasebank.units.words import Words, weigh

__all__ = ["Kind", "Line", "Manuscript", "read"]


class Kind(Enum):
    """What a line is in its paragraph."""

    TITLE = "title"
    HEADING = "heading"
    LEAD = "lead"
    SENTENCE = "sentence"
    LIMB = "limb"


class Line(NamedTuple):
    """One heading, lead, sentence or limb.

    Arguments:
        passage: 0-based number of its passage in the document.
        start, end: its characters in the passage's text, without what it is addressed or numbered
            with (同志们， 二是) and without its final mark.
        kind: see Kind.
        mark: the final mark, or "".
        text: masked words.
        slots: how many slots they have.
        figures: how many of these are figures.
        doubts: as ``Phrase.doubts``.
        tokens: of the masked words.
        move: ``Move`` value.
    """

    passage: int
    start: int
    end: int
    kind: Kind
    mark: str
    text: str
    slots: int
    figures: int
    doubts: tuple[str, ...]
    tokens: tuple[str, ...]
    move: str


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A speech ready to be looked through for units.

    Arguments:
        document: the speech.
        about: what it is about.
        spans: specifics of each passage.
        lines: in order of the text; limbs behind the sentence they stand in.
        words: its words.
        headings: of each passage the number of the line that is its nearest heading or lead, or -1.
        above: of each passage what that heading is about, two words at most.
    """

    document: Document
    about: About
    spans: Sequence[Sequence[Span]]
    lines: tuple[Line, ...]
    words: Words
    headings: tuple[int, ...]
    above: tuple[tuple[str, ...], ...]

    def passage(self, line: Line) -> Passage:
        """The passage a line stands in."""
        return self.document.passages[line.passage]

    def found(
        self,
        line: Line,
        unit: Unit,
        *,
        quality: float,
        themes: tuple[str, ...] = (),
        family: str = "",
        groups: tuple[str, ...] = (),
    ) -> Found:
        """A line as a phrase of the bank."""
        passage = self.document.passages[line.passage]
        offset = passage.offset
        return Found(
            id=phrase_id(line.text),
            text=line.text,
            unit=unit.value,
            move=line.move,
            themes=themes,
            family=family,
            moves=(),
            groups=groups,
            doubts=line.doubts,
            quality=quality,
            paragraph=passage.locator,
            start=offset + line.start,
            end=offset + line.end,
        )


class _Cut(NamedTuple):
    passage: int
    start: int
    end: int
    kind: Kind
    mark: str
    number: int
    of: int


_OF_HEADING = 2
_FIGURES = ("number", "percent", "money")

# What the listeners are called by, and what a sentence is numbered with: no part of the phrase. A
# sentence that lists (一是…；二是…) keeps its numbers: without the first one the others hang in the air.
_CALLED = (
    r"(?:(?:尊敬的|亲爱的)?(?:各位|同志们?|朋友们?|女士们|先生们|老师们|同学们|乡亲们)"
    r"[一-鿿、]{0,12}?[，！：]\s*)?"
)
_ADDRESS = re.compile(_CALLED)
_BEFORE = re.compile(
    _CALLED
    + r"(?:[一二三四五六七八九十]{1,3}是要?(?=[一-鿿“]{2})|[一二三四五六七八九十]{1,2}要(?=[一-鿿“]{2})"
    r"|第[一二三四五六七八九十]{1,3}[，、]|第[一二三四五六七八九十]{1,3}[是要个]+，?|其[一二三四五六]，?"
    r"|(?:首先|其次|再次)(?:是|要)?，?|[①-⑳]|[（(]?[0-9]{1,2}[)）.．、](?![0-9])|[（(][一二三四五六七八九十]{1,3}[)）]"
    r"|[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十]))?[\s—·●■◆▲★]*"
)


def read(document: Document, about: About) -> Manuscript:
    """Cut a speech into lines, mask them, and find the move of each.

    Arguments:
        document: the speech.
        about: what it is about.
    """
    passages = document.passages
    spans = find_spans([passage.text for passage in passages], about)
    cuts = [cut for number in range(len(passages)) for cut in _cut(number, passages[number])]
    frames = [frame(passages[cut.passage].text, spans[cut.passage], cut.start, cut.end) for cut in cuts]
    tokens = [tuple(tokenize(framed.text)) for framed in frames]
    headings = _headings(passages, cuts)
    moves = classify(
        [
            _situated(
                passages[cut.passage],
                cut,
                frames[number].text,
                tokens[number],
                _words(passages, cuts, headings, cut),
            )
            for number, cut in enumerate(cuts)
        ]
    )
    said = [passage.move.value if passage.move else "" for passage in passages]
    lines = tuple(
        Line(
            cut.passage,
            cut.start,
            cut.end,
            cut.kind,
            cut.mark,
            framed.text,
            len(framed.values),
            sum(name.startswith(_FIGURES) for name, _ in framed.values),
            framed.doubts,
            words,
            said[cut.passage] or judged.move,
        )
        for cut, framed, words, judged in zip(cuts, frames, tokens, moves, strict=True)
    )
    words = weigh(tokens)
    about_headings = {number: words.salient(tokens[number], _OF_HEADING) for number in {*headings} - {-1}}
    above = tuple(about_headings.get(number, ()) for number in headings)
    return Manuscript(document, about, spans, lines, words, headings, above)


def _cut(number: int, passage: Passage) -> Iterator[_Cut]:
    text, role = passage.text, passage.role
    if role is Role.TITLE or role is Role.HEADING:
        kind = Kind.TITLE if role is Role.TITLE else Kind.HEADING
        yield from _trimmed(number, text, (0, len(text)), kind)
        return
    if role not in (Role.OPENING, Role.BODY, Role.CLOSING):
        return
    lead = passage.lead
    if lead:
        yield from _trimmed(number, text, (0, lead), Kind.LEAD)
    behind = [(lead + start, lead + end) for start, end in sentence_spans(text[lead:])]
    limbs = limb_spans(text)
    for nth, (start, end) in enumerate(behind):
        inside = [limb for limb in limbs if start <= limb[0] and limb[1] <= end]
        listing = len(inside) > 1
        lost = _ADDRESS if listing else _BEFORE
        yield from _trimmed(number, text, (start, end), Kind.SENTENCE, (nth, len(behind)), lost=lost)
        if listing:
            for limb in inside:
                yield from _trimmed(number, text, limb, Kind.LIMB, (nth, len(behind)))


def _trimmed(
    number: int,
    text: str,
    span: tuple[int, int],
    kind: Kind,
    place: tuple[int, int] = (0, 1),
    *,
    lost: re.Pattern[str] = _BEFORE,
) -> Iterator[_Cut]:
    start, end = span
    stop = end
    while stop > start and (text[stop - 1] in FINAL_MARKS or text[stop - 1].isspace()):
        stop -= 1
    before = lost.match(text, start, stop)
    begin = before.end() if before else start
    if begin < stop:
        yield _Cut(number, begin, stop, kind, text[stop : stop + 1] if stop < end else "", *place)


def _headings(passages: Sequence[Passage], cuts: Sequence[_Cut]) -> tuple[int, ...]:
    """Of each passage the nearest heading above it, or its own."""
    own: dict[int, int] = {}
    for number, cut in enumerate(cuts):
        if cut.kind in (Kind.HEADING, Kind.LEAD):
            own[cut.passage] = number
    nearest: list[int] = []
    last = -1
    for number, passage in enumerate(passages):
        last = own.get(number, last if passage.path else -1)
        nearest.append(last)
    return tuple(nearest)


def _words(passages: Sequence[Passage], cuts: Sequence[_Cut], headings: Sequence[int], cut: _Cut) -> str:
    number = headings[cut.passage]
    if number < 0:
        return ""
    heading = cuts[number]
    return passages[heading.passage].text[heading.start : heading.end]


def _situated(passage: Passage, cut: _Cut, text: str, tokens: tuple[str, ...], heading: str) -> Situated:
    return Situated(
        text=text + cut.mark,
        role=passage.role,
        path=passage.path,
        heading=heading,
        ordinal=cut.number,
        of=cut.of,
        lead=cut.kind in (Kind.HEADING, Kind.LEAD),
        tokens=tokens,
    )
