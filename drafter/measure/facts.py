"""What of a brief a draft says, and what it leaves out: figures, verbatim words, bases, measures."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from drafter.brief import Brief, Fact
from drafter.measure.known import figure_of
from drafter.measure.numbers import numbers_of
from drafter.measure.written import Written

__all__ = ["Said", "said_of"]

_EXPRESSION = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_HAN = re.compile(r"[一-鿿0-9]+")
_ENDS = "。；，！？：:;,.！ "
#: Said once of several figures that are alike: 均为100%.
_EACH = re.compile("[均都各皆]|分别|同为|全部")
#: Share of a measure's pairs of characters that a paragraph must hold to be about that measure.
_COVERED = 0.6


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that a brief gives, and whether the draft says it.

    Arguments:
        kind: 数据 原文 依据 前序 出席 议程 措施 时限.
        name: the fact's name, or the words.
        found: whether it is said.
        paragraph: 0-based index of the first paragraph that says it, or None.
    """

    kind: str
    name: str
    found: bool
    paragraph: int | None = None


def said_of(written: Written, brief: Brief) -> list[Said]:
    """Everything that a brief gives, in its order.

    A figure counts as said where the text has it with its unit, in digits or in Chinese numerals, on any
    scale (1.2万户, 一万二千户). Of several facts with one figure those whose names stand nearest are said.

    Arguments:
        written: the draft.
        brief: its brief.
    """
    return [
        *_figures(written, brief),
        *(
            _words("数据", fact.name, fact.text, written)
            for fact in brief.facts.values()
            if fact.value is None
        ),
        *(_words("依据", basis, basis, written) for basis in brief.basis),
        *(_words("前序", prior, prior, written) for prior in brief.prior),
        *(_words("议程", item.item, item.item, written) for item in brief.agenda),
        *_of_points(written, brief),
    ]


def _figures(written: Written, brief: Brief) -> Iterator[Said]:
    facts = [fact for fact in brief.facts.values() if fact.value is not None]
    places: dict[tuple[Decimal, str], list[tuple[int, str]]] = defaultdict(list)
    for sentence in written.sentences:
        for number in numbers_of(sentence.text):
            for unit in {number.unit, ""}:
                places[number.value, unit].append((sentence.paragraph, sentence.text))
    alike: dict[tuple[Decimal, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        if (figure := figure_of(fact)) is not None:
            alike[figure.value, figure.unit].append(fact)
    found: dict[str, int] = {}
    for key, sharing in alike.items():
        sentences = places.get(key, [])
        if len(sentences) < len(sharing) and any(_EACH.search(text) for _, text in sentences):
            sentences = sentences * len(sharing)
        by_nearness = sorted(
            ((_shared(fact.name, text), -order, -place) for order, fact in enumerate(sharing)
             for place, (_, text) in enumerate(sentences)),
            reverse=True,
        )  # fmt: skip
        taken: set[int] = set()
        for _, order, place in by_nearness:
            name = sharing[-order].name
            if name not in found and -place not in taken:
                found[name] = sentences[-place][0]
                taken.add(-place)
    for fact in facts:
        yield Said("数据", fact.name, fact.name in found, found.get(fact.name))


def _shared(name: str, text: str) -> int:
    return sum(name[at : at + 2] in text for at in range(len(name) - 1))


def _of_points(written: Written, brief: Brief) -> Iterator[Said]:
    for part in brief.parts:
        yield from (_words("原文", words, words, written) for words in part.verbatim)
        for point in part.points:
            yield from (_words("原文", words, words, written) for words in point.verbatim)
            yield from (_measure(words, written) for words in point.measures)
            if point.deadline:
                yield _words("时限", point.deadline, point.deadline, written)


def _words(kind: str, name: str, words: str, written: Written) -> Said:
    """Words kept as they are, but for closing marks and what expressions ({{ … }}) put in."""
    pieces = [re.escape(piece.strip(_ENDS)) for piece in _EXPRESSION.split(words)]
    pattern = re.compile(".{0,40}?".join(pieces))
    for index, paragraph in enumerate(written.paragraphs):
        if pattern.search(paragraph):
            return Said(kind, name, True, index)
    return Said(kind, name, False)


def _measure(words: str, written: Written) -> Said:
    """A measure, which becomes prose: most of its pairs of characters in one paragraph."""
    plain = _EXPRESSION.sub("", words)
    pairs = {run[at : at + 2] for run in _HAN.findall(plain) for at in range(len(run) - 1)}
    if not pairs:
        return _words("措施", words, words, written)
    best, where = max(
        (
            (sum(pair in paragraph for pair in pairs) / len(pairs), -index)
            for index, paragraph in enumerate(written.paragraphs)
        ),
        default=(0.0, 0),
    )
    return Said("措施", words, best >= _COVERED, -where if best >= _COVERED else None)
