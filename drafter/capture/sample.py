"""A sample read for its form: parsed, masked, each sentence with its move."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from drafter.brief.model import Part
from drafter.capture.figures import figures_of
from drafter.capture.form import Form, Paragraph, PartForm, PointForm, Saying
from drafter.compose.kinds import FLOWING, part_family
from drafter.compose.roles import role_of
from drafter.errors import KindError, Problem
from drafter.mine.passages import document_of
from drafter.readers import read_speech_bytes
from drafter.readers.gathering import Gathered
from drafter.speech import Family, Section, Speech, speech_paragraphs
from phrasebank.masking import Span, describe, find_spans
from phrasebank.mining import About, Document, Role
from phrasebank.units.manuscript import Kind as LineKind
from phrasebank.units.manuscript import Line, Manuscript
from phrasebank.units.manuscript import read as read_manuscript
from phrasebank.vocabulary import SLOT_PATTERN

__all__ = ["Sample", "read_sample"]

#: A speech has at least this many paragraphs behind its front.
_FEWEST = 3
#: Opening paragraphs of a speech without parts, and of a chair before the agenda.
_MOST_OPENING = 4
_GREETING = re.compile("大家(?:上午|下午|晚上|早上)?好！")
_THANKS = re.compile("(?:谢谢大家|谢谢各位|谢谢)！?[。！]$")
_HANDING_OVER = re.compile(
    "(?:现在|下面|首先|接下来|最后)?，?(?:进行|开始)(?:大会|会议)?(?:的)?第[一二三四五六七八九十]项|"
    "^(?:现在|下面|首先|接下来|最后)，?(?:有)?请.{2,40}(?:讲话|发言|致辞|通报|宣读|作|汇报|介绍)"
)
#: Stage directions of a chair's script.
_DIRECTION = re.compile("^（[^）]{1,20}）$")
#: Slots whose sentence is one place's own.
_OWN = (
    "person",
    "place",
    "elsewhere",
    "number",
    "percent",
    "money",
    "date",
    "period",
    "year",
    "body",
    "event",
)
_HAN = re.compile("[一-鿿]")
_ADDRESSED = re.compile("同志们|各位|大家|朋友们|老师们|同学们|乡亲们")
_THEME_LENGTH = 14


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample and its form.

    Arguments:
        file: as the user named it.
        form: its form.
        texts, spans: its paragraphs and their specifics.
    """

    file: str
    form: Form
    texts: tuple[str, ...]
    spans: tuple[tuple[Span, ...], ...]


def read_sample(given: Gathered) -> Sample:
    """Read a sample.

    Arguments:
        given: the document.

    Raises:
        ReadError: it cannot be read.
        KindError: T012 it is no speech: no paragraphs behind a title.
    """
    speech = read_speech_bytes(given.data, given.name)
    if not _is_speech(speech):
        mend = "换一篇完整的讲话稿：有标题、称谓，正文至少三段"
        raise KindError(Problem("T012", "从这个文件里读不出讲话的结构", given.name, mend=mend))
    digest = hashlib.sha256(given.name.encode()).hexdigest()
    document = document_of(speech, given.name, digest)
    about = describe(document)
    reader = _Reader(speech, document, about)
    texts = tuple(passage.text for passage in document.passages)
    return Sample(given.name, reader.form(), texts, tuple(map(tuple, reader.manuscript.spans)))


def _is_speech(speech: Speech) -> bool:
    """Whether somebody speaks to somebody, in Chinese, at more length than a note."""
    paragraphs = [block.text for block in speech_paragraphs(speech)]
    text = "".join(paragraphs)
    addressed = speech.salutation or speech.speaker or _ADDRESSED.search(text)
    return len(paragraphs) - 1 >= _FEWEST and bool(addressed) and len(_HAN.findall(text)) * 2 >= len(text) > 0


class _Reader:
    """Turns one speech into its form."""

    def __init__(self, speech: Speech, document: Document, about: About) -> None:
        self._speech = speech
        self._about = about
        self._passages = document.passages
        self.manuscript: Manuscript = read_manuscript(document, about)
        self._lines: list[list[Line]] = [[] for _ in document.passages]
        for line in self.manuscript.lines:
            self._lines[line.passage].append(line)
        # A fact's own names are looked for without the topic: 安全生产事故 is what is counted.
        self._bare = find_spans([passage.text for passage in document.passages], about._replace(topics=()))

    def form(self) -> Form:
        speech = self._speech
        opening, middle, closing = self._thirds()
        texts = [passage.text for passage in self._passages]
        front = {passage.role for passage in self._passages}
        title = next((self._headline(n) for n, p in enumerate(self._passages) if p.role is Role.TITLE), "")
        handed = sum(bool(_HANDING_OVER.search(text)) for text in texts)
        chaired = self._about.kind == "主持词" or handed > 1
        greeting = _GREETING.search("".join(texts[n] for n in opening[:1])[:20])
        thanks = _THANKS.search(texts[-1])
        slots = [span.slot for spans in self.manuscript.spans for span in spans if not span.bare]
        documents = {
            texts[n][span.start : span.end]
            for n, spans in enumerate(self.manuscript.spans)
            for span in spans
            if span.slot in ("law", "document", "basis") and not span.bare
        }
        return Form(
            kind=self._kind(title, chaired),
            level=self._about.level,
            title=title,
            dated=Role.DATE in front,
            spoken=Role.SPEAKER in front,
            addressed=Role.SALUTATION in front,
            salutation=speech.salutation or "",
            greeting=greeting[0] if greeting else "",
            thanks="谢谢大家！" if thanks else "",
            numbered=self._numbered(),
            agenda=max(handed, 1) if chaired else 0,
            opening=tuple(self._paragraph(n) for n in opening),
            closing=tuple(self._paragraph(n) for n in closing),
            parts=tuple(self._parts(middle)),
            documents=len(documents),
            bodies="elsewhere" in slots,
        )

    def _kind(self, title: str, chaired: bool) -> str:
        # 在督导座谈会上的汇报: the last word says what it is, the others on what occasion.
        if title.endswith(("汇报", "报告")):
            return "汇报"
        return "主持词" if chaired else self._about.kind

    def _numbered(self) -> str:
        sections = self._speech.sections
        if not sections:
            return "nothing"
        return "parts" if sections[0].marker.family is Family.CHAPTER else "points"

    def _thirds(self) -> tuple[list[int], list[int], list[int]]:
        """Numbers of the passages of opening, unnumbered middle and closing."""
        opening = [n for n, p in enumerate(self._passages) if p.role is Role.OPENING]
        middle = [n for n, p in enumerate(self._passages) if p.role is Role.BODY and not p.path]
        closing = [n for n, p in enumerate(self._passages) if p.role is Role.CLOSING]
        if self._numbered() == "parts":
            return opening, [], closing
        if not self._speech.sections:
            whole = sorted((*opening, *middle, *closing))
            begins = next((i for i, n in enumerate(whole) if not self._says(n, "opening.")), len(whole))
            ends = next(
                (i for i, n in enumerate(reversed(whole)) if not self._says(n, "closing.")), len(whole)
            )
            begins = min(max(begins, 1), _MOST_OPENING, len(whole) - 2)
            ends = min(max(ends, 1), 2)
            opening, middle, closing = whole[:begins], whole[begins : len(whole) - ends], whole[-ends:]
        elif len(opening) > _MOST_OPENING:
            opening, middle = opening[:2], opening[2:]
        kept = [
            n
            for n in middle
            if not _DIRECTION.match(self._passages[n].text)
            and not _HANDING_OVER.search(self._passages[n].text)
        ]
        return opening, kept, closing

    def _says(self, number: int, beginning: str) -> bool:
        lines = [line for line in self._lines[number] if line.kind is LineKind.SENTENCE]
        return bool(lines) and sum(line.move.startswith(beginning) for line in lines) * 2 > len(lines)

    def _parts(self, middle: Sequence[int]) -> Iterator[PartForm]:
        sections = self._speech.sections
        if self._numbered() != "parts":
            yield self._only(middle)
            return
        by_path = self._by_path()
        for index, section in enumerate(sections, 1):
            own = by_path.get((index,), [])
            heading = self._headline(own[0])
            role = role_of(Part(section.heading), index - 1, len(sections))
            below = [number for number in own if self._passages[number].text and not self._is_head(number)]
            introduction = tuple(filter(None, map(self._paragraph, below)))
            if section.run_in:
                introduction = (self._paragraph(own[0]), *introduction)
            if section.sections:
                yield PartForm(
                    heading,
                    role,
                    _family(section.sections),
                    introduction,
                    tuple(
                        self._point((index, number), by_path)
                        for number in range(1, len(section.sections) + 1)
                    ),
                )
            else:
                points = [PointForm(self._theme(paragraph), paragraph) for paragraph in introduction]
                yield PartForm(heading, role, FLOWING, (), tuple(points))

    def _only(self, middle: Sequence[int]) -> PartForm:
        """The one part of a speech that numbers its points alone, or nothing."""
        paragraphs = tuple(filter(None, map(self._paragraph, middle)))
        sections = self._speech.sections
        role = "希望" if self._about.kind == "座谈" else "措施"
        if not sections:
            points = [PointForm(self._theme(paragraph), paragraph) for paragraph in paragraphs]
            return PartForm("", role, FLOWING, (), tuple(points))
        by_path = self._by_path()
        points = [self._point((number,), by_path) for number in range(1, len(sections) + 1)]
        return PartForm("", role, _family(sections), paragraphs, tuple(points))

    def _by_path(self) -> dict[tuple[int, ...], list[int]]:
        found: dict[tuple[int, ...], list[int]] = {}
        for path, run in groupby(range(len(self._passages)), key=lambda n: self._passages[n].path):
            found.setdefault(path, []).extend(run)
        return found

    def _point(self, path: tuple[int, ...], by_path: dict[tuple[int, ...], list[int]]) -> PointForm:
        numbers = [n for own, run in by_path.items() if own[: len(path)] == path for n in run]
        sayings = tuple(saying for n in numbers for saying in self._paragraph(n))
        theme = self._headline(numbers[0])
        marker = self._passages[numbers[0]].marker
        if len(marker) == 2 and marker[0] in "一二三四五六七八九十" and marker[1] not in "要是、":
            theme = marker[1] + theme
        return PointForm(theme, sayings)

    def _is_head(self, number: int) -> bool:
        return self._passages[number].role is Role.HEADING or self._passages[number].lead > 0

    def _headline(self, number: int) -> str:
        heads = (LineKind.TITLE, LineKind.HEADING, LineKind.LEAD)
        return next((line.text for line in self._lines[number] if line.kind in heads), "")

    def _paragraph(self, number: int) -> Paragraph:
        if _DIRECTION.match(self._passages[number].text):
            return ()
        lines = [line for line in self._lines[number] if line.kind is LineKind.SENTENCE]
        return tuple(self._saying(number, line) for line in lines)

    def _saying(self, number: int, line: Line) -> Saying:
        slots = tuple(match[1].rstrip("0123456789") for match in SLOT_PATTERN.finditer(line.text))
        figures = figures_of(self._passages[number].text, self._bare[number], line.start, line.end)
        told = any(slot in _OWN for slot in slots)
        return Saying(line.text, line.move, slots, tuple(figures), told)

    def _theme(self, paragraph: Paragraph) -> str:
        """What a paragraph without a lead is about: its first clause where that is short, else its words."""
        first = re.split("[，。；：！？]", paragraph[0].text)[0]
        if 4 <= len(first) <= _THEME_LENGTH and not SLOT_PATTERN.search(first) and "“" not in first:
            return first
        tokens = [
            line.tokens for line in self.manuscript.lines if any(line.text == s.text for s in paragraph)
        ]
        words = self.manuscript.words.salient({token for run in tokens for token in run}, 2)
        return "和".join(words)


def _family(sections: Sequence[Section]) -> str:
    """How units are numbered, as an outline names it; a numbering that no outline can ask for is 第一."""
    family = sections[0].marker.family
    name = family.value.rstrip("，")
    return name if part_family(name) else Family.ORDINAL.value.rstrip("，")
