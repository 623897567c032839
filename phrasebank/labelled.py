"""Labelled speeches (标注样稿): each line with its move, each specific marked, for training and scoring.

A file begins with ``# key: value`` lines (kind, topic, level, place), then one line a sentence:
``move<TAB>text``, specifics written ``[[TYPE|words]]``. Instead of a move stand title, subtitle, date,
speaker and salutation. A blank line parts opening, sections and closing.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from phrasebank.bounded import read_whole
from phrasebank.errors import CodedError, Problem
from phrasebank.mining import Document, Passage, Role
from phrasebank.model import FINAL_MARKS, MOVES, SlotType
from phrasebank.os_reasons import os_reason

__all__ = ["LabelledLine", "LabelledSpecific", "LabelledSpeech", "as_document", "marker_of", "read_labelled"]


#: Bytes; a labelled speech has some 30,000.
_LARGEST = 2**20


class LabelledSpecific(NamedTuple):
    """A local fact in a line: its 0-based characters in the plain text, and its ``SlotType`` value."""

    start: int
    end: int
    type: str


@dataclass(frozen=True, slots=True)
class LabelledLine:
    """One line of a labelled speech.

    Arguments:
        role: ``Move`` value, or title, subtitle, date, speaker, salutation.
        text: plain words, marker included.
        specifics: in order of the text.
        paragraph: 0-based number of the paragraph it stands in, the ``locator`` of its passage. A
            numbered line begins a paragraph and, where it is a whole sentence, leads it; unnumbered
            lines go on in the paragraph they follow, up to a blank line.
        start: 0-based characters of the printed paragraph before it.
    """

    role: str
    text: str
    specifics: tuple[LabelledSpecific, ...]
    paragraph: int
    start: int


@dataclass(frozen=True, slots=True)
class LabelledSpeech:
    """A labelled speech; kind, topic, level and place as ``About`` has them.

    Arguments:
        parts: of each paragraph the number of blank lines before it.
        source: the file's name as given.
    """

    kind: str
    topic: str
    level: str
    place: str
    lines: tuple[LabelledLine, ...]
    parts: tuple[int, ...]
    source: str


_KEYS = ("kind", "topic", "level", "place")
_FRONT = frozenset({"title", "subtitle", "date", "speaker", "salutation"})
_ROLES = MOVES | _FRONT
_TYPES = frozenset(kind.value for kind in SlotType)
_MARK = re.compile(r"\[\[([A-Z]+)\|([^\[\]|]+)\]\]")

_N = "[一二三四五六七八九十]"
_MARKER = re.compile(
    rf"{_N}{{1,3}}、|（{_N}{{1,3}}）|[0-9]{{1,2}}(?:[.．](?![0-9])|、) ?|（[0-9]{{1,2}}）|[①-⑳]"
    rf"|第{_N}{{1,2}}(?:个?(?:问题|方面|部分|点|件事|句话|条))?[，、：]"
)
_SPOKEN_MARKER = re.compile(rf"{_N}{{1,2}}[一-鿿]|其{_N}，?|首先，|其次，|再次，|最后，|——")


def read_labelled(path: Path) -> LabelledSpeech:
    """Read a labelled speech.

    Raises:
        CodedError: L001 the file cannot be read; L002 a line has no known role; L003 a specific is not
            written ``[[TYPE|words]]`` with a known type; L004 a key is missing at the head.
    """
    try:
        text = read_whole(path, _LARGEST).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = os_reason(error) if isinstance(error, OSError) else "不是 UTF-8 文本"
        raise CodedError(Problem("L001", f"读不了：{reason}", str(path), mend="请检查文件")) from error
    return _parse(text, str(path))


def _parse(text: str, source: str) -> LabelledSpeech:
    problems: list[Problem] = []
    head: dict[str, str] = {}
    lines: list[LabelledLine] = []
    parts: list[int] = []
    part = 0
    fresh = True
    length = 0
    for number, row in enumerate(text.splitlines(), 1):
        if not row.strip():
            part, fresh = part + (not fresh), True
            continue
        if row.startswith("#"):
            key, _, value = row[1:].partition(":")
            head[key.strip()] = value.strip()
            continue
        role, tab, marked = row.partition("\t")
        if not tab or role not in _ROLES:
            problems.append(
                Problem("L002", f"不认识的语步“{role[:20]}”", source, number, mend="写成 语步、制表符、文字")
            )
            continue
        plain, specifics = _unmark(marked.strip())
        if "[[" in plain or "]]" in plain or any(found.type not in _TYPES for found in specifics):
            problems.append(Problem("L003", "标注写得不对", source, number, mend="写成 [[类型|文字]]"))
            continue
        if fresh or role in _FRONT or marker_of(role, plain) or _closed(lines):
            parts.append(part)
            length = 0
        lines.append(LabelledLine(role, plain, specifics, len(parts) - 1, length))
        length += len(plain)
        fresh = False
    problems += [
        Problem("L004", f"开头少了“# {key}:”一行", source, mend="补上") for key in _KEYS if key not in head
    ]
    if problems:
        raise CodedError(problems)
    return LabelledSpeech(
        head["kind"], head["topic"], head["level"], head["place"], tuple(lines), tuple(parts), source
    )


def _closed(lines: Sequence[LabelledLine]) -> bool:
    """Whether the last line is a paragraph by itself: the front of a speech, or a heading."""
    last = lines[-1]
    return last.role in _FRONT or bool(marker_of(last.role, last.text) and _is_heading(last.text))


def _is_heading(text: str) -> bool:
    return text[-1] not in FINAL_MARKS + "：”"


def _unmark(marked: str) -> tuple[str, tuple[LabelledSpecific, ...]]:
    plain: list[str] = []
    found: list[LabelledSpecific] = []
    length = last = 0
    for match in _MARK.finditer(marked):
        between = marked[last : match.start()]
        plain += (between, match[2])
        length += len(between)
        found.append(LabelledSpecific(length, length + len(match[2]), match[1]))
        length += len(match[2])
        last = match.end()
    return "".join((*plain, marked[last:])), tuple(found)


def marker_of(role: str, text: str) -> str:
    """The numbering that leads a line, or ""; what could be a word as well counts in leads only."""
    match = _MARKER.match(text) or (_SPOKEN_MARKER.match(text) if role == "point.lead" else None)
    return match[0] if match else ""


def as_document(speech: LabelledSpeech) -> Document:
    """The speech as the miner gets it from a file: its paragraphs with their place, moves unsaid."""
    passages: list[Passage] = []
    path: tuple[int, ...] = ()
    families: list[str] = []
    paragraphs = list(_paragraphs(speech.lines))
    last_part = max(speech.parts, default=0)
    first_part = next((speech.parts[line.paragraph] for line in speech.lines if line.role not in _FRONT), 0)
    numbered = any(marker_of(line.role, line.text) for line in speech.lines if line.role not in _FRONT)
    for number, lines in enumerate(paragraphs):
        first = lines[0]
        text = "".join(line.text for line in lines)
        marker = "" if first.role in _FRONT else marker_of(first.role, first.text)
        lead = 0
        if marker:
            path = _next(path, families, marker)
            role = Role.HEADING if _is_heading(first.text) else Role.BODY
            lead = len(first.text) - len(marker) if role is Role.BODY else 0
        elif first.role in _FRONT:
            role = Role(first.role)
        elif not families and (numbered or speech.parts[number] == first_part):
            role = Role.OPENING
        elif speech.parts[number] == last_part and (not numbered or first.role.startswith("closing.")):
            role, path = Role.CLOSING, ()
        else:
            role = Role.BODY
        passages.append(
            Passage(text[len(marker) :], role, None, speech.source, number, path, marker, lead, len(marker))
        )
    digest = hashlib.sha256("\n".join(passage.text for passage in passages).encode()).hexdigest()
    return Document(speech.source, digest, tuple(passages))


def _paragraphs(lines: Sequence[LabelledLine]) -> Iterator[list[LabelledLine]]:
    together: list[LabelledLine] = []
    for line in lines:
        if together and line.paragraph != together[0].paragraph:
            yield together
            together = []
        together.append(line)
    if together:
        yield together


def _next(path: tuple[int, ...], families: list[str], marker: str) -> tuple[int, ...]:
    """The path of the next unit; a family of numbering not met before opens a deeper level."""
    family = re.sub(rf"{_N}+|[0-9]+|[①-⑳]|\s", "", marker) or "①"
    if marker in ("首先，", "其次，", "再次，", "最后，"):
        family = "首先，"
    if family in families:
        del families[families.index(family) + 1 :]
    else:
        families.append(family)
    level = len(families)
    above = path[: level - 1]
    above += (1,) * (level - 1 - len(above))
    return (*above, path[level - 1] + 1 if len(path) >= level else 1)
