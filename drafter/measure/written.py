"""A text under measure: its paragraphs and sentences, whoever wrote it and whatever file it came from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from drafter.errors import Problem, ReadError
from drafter.readers import read_speech
from drafter.readers.folders import files_below, is_no_document
from drafter.speech import Role, Speech, from_json, parse_speech, speech_paragraphs, speech_text

__all__ = ["Sentence", "Written", "read_written", "written_files"]

_SENTENCE = re.compile(r"[^。！？…\n]+(?:[。！？]+|……|$)[”’）》]*")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence.

    Arguments:
        paragraph: 0-based index of its paragraph.
        text: its words with its final mark.
    """

    paragraph: int
    text: str


@dataclass(frozen=True)
class Written:
    """A speech as it stands on paper.

    Arguments:
        name: what to call it, mostly its file's name.
        paragraphs: as printed, numbering and all, in order.
        speech: the same, parsed.
    """

    name: str
    paragraphs: tuple[str, ...]
    speech: Speech

    @classmethod
    def of(cls, name: str, text: str) -> Written:
        """Take a text, one paragraph a line."""
        return cls.parsed(name, parse_speech(text))

    @classmethod
    def parsed(cls, name: str, speech: Speech) -> Written:
        """Take a speech."""
        return cls(name, tuple(block.text for block in speech_paragraphs(speech)), speech)

    @cached_property
    def text(self) -> str:
        """One paragraph a line."""
        return "\n".join(self.paragraphs)

    @cached_property
    def length(self) -> int:
        """Characters without white space."""
        return sum(map(len, "".join(self.paragraphs).split()))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence of the body; titles, salutation and headings that close no sentence stay out."""
        return tuple(_sentences(self.paragraphs))

    @cached_property
    def body(self) -> tuple[str, ...]:
        """The paragraphs that hold sentences."""
        return tuple(
            block.text
            for block in speech_paragraphs(self.speech)
            if block.role in (Role.BODY, Role.RUN_IN) and any(mark in block.text for mark in "。！？")
        )


def read_written(path: Path) -> Written:
    """Read a draft or a sample.

    Arguments:
        path: whatever ``drafter.readers`` reads, or the .json that ``drafter parse`` prints.

    Raises:
        ReadError: as the readers; R047 a .json that holds no speech.
    """
    if path.suffix.lower() != ".json":
        return Written.parsed(path.name, read_speech(path))
    return Written.parsed(path.name, _from_json(path))


def written_files(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The files named, and those in the folders named that may be speeches or parsed ones, sorted.

    Raises:
        ReadError: R048 a folder holds none.
    """
    found: list[Path] = []
    for path in paths:
        if not path.is_dir():
            found.append(path)
            continue
        inside = [
            file for file in files_below(path) if file.suffix == ".json" or not is_no_document(file.name)
        ]
        if not inside:
            mend = "请给出放着讲话稿（.docx .doc .wps .pdf .txt .html）的文件夹"
            raise ReadError(Problem("R048", "这个文件夹里没有讲话稿", str(path), mend=mend))
        found += inside
    return tuple(dict.fromkeys(found))


def _from_json(path: Path) -> Speech:
    try:
        data = path.read_bytes()
    except OSError:
        return read_speech(path)  # says in its own words why it cannot be read
    try:
        form = json.loads(data)
        if isinstance(form, dict) and {"sections", "opening", "title"} & form.keys():
            speech = from_json(form)
            if text := speech_text(speech).strip():  # strings where strings belong, or it fails here
                return parse_speech(text)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        pass
    mend = "请给出讲话稿，或 drafter parse 生成的 .json"
    raise ReadError(Problem("R047", "这个 .json 里没有讲话的结构", str(path), mend=mend))


def _sentences(paragraphs: Sequence[str]) -> Iterator[Sentence]:
    for index, paragraph in enumerate(paragraphs):
        if any(mark in paragraph for mark in "。！？"):
            for match in _SENTENCE.finditer(paragraph):
                if words := match[0].strip():
                    yield Sentence(index, words)
