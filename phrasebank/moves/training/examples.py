"""Labelled speeches and the built-in bank as what the classifier sees at run time, with the right moves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from phrasebank.labelled import LabelledLine, LabelledSpeech, as_document
from phrasebank.mining import Passage, Role
from phrasebank.model import FINAL_MARKS, MOVES, Move, SlotType, Unit
from phrasebank.moves.situated import Situated
from phrasebank.sentences import sentence_spans
from phrasebank.vocabulary import SLOT_TYPES

__all__ = [
    "LINES_FILE",
    "REPORT_FILE",
    "Example",
    "example_of",
    "lone_examples",
    "read_lines",
    "unparted",
    "without_leave",
]

LINES_FILE = Path(__file__).with_name("lines.tsv")
"""Single lines of our own with their moves."""
REPORT_FILE = Path(__file__).with_name("report.txt")
"""A labelled work report of our own: long parts of short sentences that all do alike."""


@dataclass(frozen=True, slots=True)
class Example:
    """Lines that follow one another, and the move of each.

    Arguments:
        weight: how much it counts beside a labelled speech.
        placed: whether the places of its lines are those of a speech; else only leads, and lines
            outside the parts, are known as such.
    """

    lines: tuple[Situated, ...]
    moves: tuple[str, ...]
    weight: float = 1.0
    placed: bool = True


# As units.manuscript leaves them out of a line.
_BEFORE = re.compile(
    r"(?:(?:尊敬的|亲爱的)?(?:各位|同志们?|朋友们?|女士们|先生们|老师们|同学们|乡亲们)[一-鿿、]{0,12}?[，！：]\s*)?"
    r"(?:[一二三四五六七八九十]{1,3}是要?(?=[一-鿿“]{2})|[一二三四五六七八九十]{1,2}要(?=[一-鿿“]{2})"
    r"|第[一二三四五六七八九十]{1,3}(?:[，、]|[是要个]+，?)|其[一二三四五六]，?|(?:首先|其次|再次)(?:是|要)?，?)?[\s—]*"
)
_SLOTS = {kind: name for name, kind in reversed(list(SLOT_TYPES.items()))}


def example_of(speech: LabelledSpeech) -> Example:
    """The lines of a labelled speech, its marked specifics masked.

    The place of a line is that which the miner would find for it; a slot is called by the first slot
    name of its type.
    """
    document = as_document(speech)
    lines: list[Situated] = []
    moves: list[str] = []
    heading = ""
    for number, passage in enumerate(document.passages):
        own = [line for line in speech.lines if line.paragraph == number]
        if own[0].role not in MOVES:
            continue
        heading = heading if passage.path else ""
        cuts = list(_cuts(own, passage))
        behind = [cut for cut in cuts if not cut[3]]
        for line, start, end, lead in cuts:
            text, mark = _masked(line, start, end)
            if lead:
                heading = line.text[start:end].rstrip(FINAL_MARKS)
            ordinal = 0 if lead else behind.index((line, start, end, lead))
            lines.append(
                Situated(
                    text + mark,
                    passage.role,
                    passage.path,
                    heading,
                    ordinal,
                    1 if lead else len(behind),
                    lead,
                )
            )
            moves.append(line.role)
    return Example(tuple(lines), tuple(moves))


def _cuts(lines: Sequence[LabelledLine], passage: Passage) -> Iterator[tuple[LabelledLine, int, int, bool]]:
    leading = passage.role is Role.HEADING or passage.lead > 0
    for nth, line in enumerate(lines):
        offset = passage.offset if nth == 0 else 0
        if nth == 0 and leading:
            yield line, offset, len(line.text), True
            continue
        for start, end in sentence_spans(line.text[offset:]):
            yield line, offset + start, offset + end, False


def _masked(line: LabelledLine, start: int, end: int) -> tuple[str, str]:
    before = _BEFORE.match(line.text, start, end)
    begin = before.end() if before and before.end() < end - 1 else start
    stop = end
    while stop > begin and line.text[stop - 1] in FINAL_MARKS:
        stop -= 1
    pieces: list[str] = []
    at = begin
    for fact in line.specifics:
        if begin <= fact.start and fact.end <= stop:
            pieces += (line.text[at : fact.start], "{", _SLOTS[SlotType(fact.type)], "}")
            at = fact.end
    return "".join((*pieces, line.text[at:stop])), line.text[stop : stop + 1] if stop < end else ""


def unparted(example: Example) -> Example:
    """The same speech given without headings and leads, as most addresses are (致辞)."""
    kept = [
        (line, move)
        for line, move in zip(example.lines, example.moves, strict=True)
        if not line.lead or not line.path
    ]
    last = len(kept) - 1
    lines = tuple(
        line._replace(
            role=Role.OPENING if nth == 0 else Role.CLOSING if nth == last else Role.BODY, path=(), heading=""
        )
        for nth, (line, _) in enumerate(kept)
    )
    return Example(lines, tuple(move for _, move in kept), example.weight)


def without_leave(example: Example) -> Example:
    """The same speech where nobody saw that its closing begins: it stands in the last part."""
    lines: list[Situated] = []
    for line in example.lines:
        last = lines[-1] if lines else line
        if line.role is Role.CLOSING and last.path:
            lines.append(line._replace(role=Role.BODY, path=last.path, heading=last.heading))
        else:
            lines.append(line)
    return Example(tuple(lines), example.moves, example.weight)


def read_lines() -> Iterator[tuple[Unit, Move, str]]:
    """The single lines of ``LINES_FILE``: those without final mark are headings."""
    for row in LINES_FILE.read_text(encoding="utf-8").splitlines():
        if row and not row.startswith("#"):
            move, _, text = row.partition("\t")
            yield Unit.SENTENCE if text[-1] in FINAL_MARKS else Unit.HEADING, Move(move), text


def lone_examples(lines: Iterable[tuple[Unit, Move, str]], weight: float) -> Iterator[Example]:
    """Lines that stand alone, such as the phrases of a bank, placed only as far as their move tells.

    Arguments:
        lines: unit, move and masked text of each.
        weight: how much each counts beside a line of a labelled speech.
    """
    for unit, move, words in lines:
        if unit in (Unit.TITLE, Unit.OUTLINE, Unit.PHRASE):
            continue
        family = move.value.partition(".")[0]
        heading = unit is Unit.HEADING
        lead = heading or unit is Unit.LEAD
        role = {"opening": Role.OPENING, "closing": Role.CLOSING}.get(family, Role.BODY)
        path = () if not lead and role is not Role.BODY else (2,) if heading else (2, 1)
        text = words if heading or words[-1] in FINAL_MARKS else words + "。"
        line = Situated(text, Role.HEADING if heading else role, path, words if lead else "", 0, 1, lead)
        yield Example((line,), (move.value,), weight, placed=False)
