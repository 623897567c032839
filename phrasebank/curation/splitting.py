"""Split a phrase into those it is made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from phrasebank.curation.notes import read_note
from phrasebank.curation.plan import Plan
from phrasebank.curation.rewriting import rewrite
from phrasebank.errors import CodedError, Problem
from phrasebank.model import FINAL_MARKS, OUTLINE_BREAK, Phrase, Status, Unit, phrase_id
from phrasebank.sentences import sentence_spans
from phrasebank.store import Change, Held
from phrasebank.vocabulary import SLOT_PATTERN, slots_of

__all__ = ["parts", "split"]

_DIGITS = "0123456789"


def split(held: Held, *, at: str = "", present: Iterable[str] = ()) -> Plan:
    """Put the parts of a phrase in the bank as candidates, and the whole aside (拆分).

    The whole becomes rejected and keeps its sources; each part has them too, and the whole's filing.

    Arguments:
        held: the phrase as the person saw it, with its sources.
        at: words that the second part begins with; "" splits a passage into its sentences and an
            outline into its headings.
        present: ids of phrases that the bank has already; such a part is not added again.

    Raises:
        CodedError: D003 the phrase cannot be split so.
    """
    phrase = held.phrase
    there = set(present)
    new = [part for part in parts(phrase, at) if part.id not in there]
    named = "、".join(part.id[:8] for part in parts(phrase, at))
    own = "\n".join(filter(None, (phrase.note, f"已拆成：{named}")))
    whole = replace(phrase, status=Status.REJECTED, note=own, sources=())
    changes = [Change(phrase.id, held.revision, whole, "split")]
    changes += [Change("", None, part, "split") for part in new]
    return Plan(tuple(changes))


def parts(phrase: Phrase, at: str = "") -> tuple[Phrase, ...]:
    """The parts of a phrase as phrases, each once.

    Arguments:
        phrase: the whole, with its sources.
        at: as ``split``.

    Raises:
        CodedError: D003 the phrase cannot be split so.
    """
    texts = _cut(phrase, at)
    moves = phrase.moves if len(phrase.moves) == len(texts) else (phrase.move,) * len(texts)
    made: dict[str, Phrase] = {}
    for text, move in zip(texts, moves, strict=True):
        words = _renumbered(text)
        part = replace(
            phrase,
            id=phrase_id(words),
            text=words,
            unit=_unit_of(phrase, words),
            move=move,
            slots=slots_of(words),
            moves=(),
            groups=(phrase.id,) if phrase.unit in (Unit.PASSAGE, Unit.OUTLINE) else phrase.groups,
            status=Status.CANDIDATE,
            note=read_note(phrase.note).own,
            used=0,
        )
        made.setdefault(part.id, rewrite(part, {"text": words}))
    return tuple(made.values())


def _cut(phrase: Phrase, at: str) -> list[str]:
    text = phrase.text
    if at:
        place = text.find(at)
        pieces = [text[:place], text[place:]] if place > 0 else []
        mend = "请照抄词条里的字，不能是开头"
    elif phrase.unit is Unit.OUTLINE:
        pieces = text.split(OUTLINE_BREAK)
        mend = ""
    else:
        pieces = [text[start:end] for start, end in sentence_spans(text)]
        mend = "只有一句，要从哪里拆开请写 --at 词语"
    trimmed = [piece.strip(FINAL_MARKS + " ：") for piece in pieces]
    # Of a piece that is nothing but a slot no phrase can be made.
    found = [piece for piece in trimmed if SLOT_PATTERN.sub("", piece)]
    if len(found) < 2:
        raise CodedError(Problem("D003", "这一条拆不开", key=phrase.id[:8], mend=mend))
    return found


def _unit_of(phrase: Phrase, text: str) -> Unit:
    if phrase.unit is Unit.OUTLINE:
        return Unit.HEADING
    if phrase.unit is not Unit.PASSAGE:
        return phrase.unit
    return Unit.SENTENCE if len(sentence_spans(text)) == 1 else Unit.PASSAGE


def _renumbered(text: str) -> str:
    """The text with its slots numbered from the first: {number2} alone is {number}."""
    names: dict[str, str] = {}
    counted: dict[str, int] = {}
    for match in SLOT_PATTERN.finditer(text):
        if match[1] not in names:
            base = match[1].rstrip(_DIGITS)
            counted[base] = counted.get(base, 0) + 1
            names[match[1]] = base if counted[base] == 1 else f"{base}{counted[base]}"
    return SLOT_PATTERN.sub(lambda match: f"{{{names[match[1]]}}}", text)
