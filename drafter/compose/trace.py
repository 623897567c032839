"""The trace (contract 5): for every sentence of a draft, where it came from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from drafter.compose.marks import Span
from drafter.speech import read_marker

__all__ = ["Trace", "TracedSentence", "trace_paragraph"]

#: A marker is read with something behind it.
_ANY_WORD = "甲"
_SENTENCE = re.compile(r".+?(?:[。！？…]+[”’）》]*|$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class TracedSentence:
    """One sentence of the draft and its origin.

    Arguments:
        paragraph: 0-based index among the paragraphs of the marked text.
        text: its words.
        origin: brief, data, phrase, template or proposal.
        phrase: id of the phrase, or "".
        facts: names of the brief's facts that it states.
        template: template file and line that asked for it, or "".
    """

    paragraph: int
    text: str
    origin: str
    phrase: str = ""
    facts: tuple[str, ...] = ()
    template: str = ""


@dataclass(frozen=True, slots=True)
class Trace:
    """Where a whole draft came from.

    Arguments:
        seed: the seed that decided its choices.
        sentences: in the order of the text.
        missing: what the draft needs and the brief lacks, each written 【待补：…】 in the text.
        unused: names of facts given and not said.
    """

    seed: int
    sentences: tuple[TracedSentence, ...]
    missing: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The trace as contract 5 has it."""
        return {
            "seed": self.seed,
            "sentences": [
                {
                    "paragraph": sentence.paragraph,
                    "text": sentence.text,
                    "origin": sentence.origin,
                    "phrase": sentence.phrase or None,
                    "facts": list(sentence.facts),
                    "template": sentence.template or None,
                }
                for sentence in self.sentences
            ],
            "missing": list(self.missing),
            "unused": list(self.unused),
        }

    def said_facts(self) -> frozenset[str]:
        """Names of the facts that the draft states."""
        return frozenset(name for sentence in self.sentences for name in sentence.facts)


def trace_paragraph(index: int, text: str, spans: Sequence[Span]) -> Iterable[TracedSentence]:
    """Every sentence of one paragraph; words outside any span are the template's own.

    Arguments:
        index: the paragraph's 0-based index.
        text: the paragraph's words.
        spans: its pieces, by start.
    """
    position = 0
    for span in spans:
        if span.start < position:
            continue
        yield from _own_words(index, text[position : span.start], first=position == 0)
        piece = span.piece
        for words in _sentences(text[span.start : span.end]):
            yield TracedSentence(index, words, piece.origin, piece.phrase, piece.facts, piece.template)
        position = span.end
    yield from _own_words(index, text[position:], first=position == 0)


def _own_words(index: int, words: str, *, first: bool = False) -> Iterable[TracedSentence]:
    """Words that a template prints outside any piece; numbering and joining punctuation stay out.

    Arguments:
        index: the paragraph's.
        words: the run between two pieces.
        first: whether the paragraph begins with it, so that it may be its numbering.
    """
    marker = read_marker(f"{words}{_ANY_WORD}") if first else None
    if marker is not None and marker[1] == _ANY_WORD:
        return
    if any("一" <= character <= "鿿" for character in words):
        yield TracedSentence(index, words, "template")


def _sentences(text: str) -> list[str]:
    return [match.group() for match in _SENTENCE.finditer(text) if match.group().strip()]
