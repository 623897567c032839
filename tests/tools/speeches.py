"""Candidates and decisions for the tests of the road to the built-in bank."""

from __future__ import annotations

from phrasebank.model import Move, Phrase, Source, Status, Unit, phrase_id
from phrasebank.vocabulary import slots_of
from tools.builtin_bank.candidate import Candidate
from tools.builtin_bank.decision import ACCEPT, Decision

FILES = ("labelled/02-anquan.txt", "speeches/12-yigongti.txt")


def candidate_of(text: str, **fields: object) -> Candidate:
    values: dict[str, object] = {
        "id": phrase_id(text),
        "text": text,
        "unit": "sentence",
        "move": "point.rationale",
        "slots": tuple(slot.name for slot in slots_of(text)),
        "topics": ("安全生产",),
        "kinds": (),
        "levels": (),
        "themes": ("矿工",),
        "family": "",
        "moves": (),
        "groups": (),
        "doubts": (),
        "score": 0.5,
        "sources": (Source(FILES[0], 3, 0, len(text)),),
        "problems": (),
        "context": (text,),
        **fields,
    }
    return Candidate(**values)  # type: ignore[arg-type]


def decision_of(candidate: Candidate, verdict: str = ACCEPT, **fields: object) -> Decision:
    values: dict[str, object] = {
        "id": candidate.id,
        "verdict": verdict,
        "unit": candidate.unit,
        "move": candidate.move,
        "topics": candidate.topics,
        "file": candidate.sources[0].file,
        "mined": candidate.text,
        **fields,
    }
    return Decision(**values)  # type: ignore[arg-type]


def phrase_of(text: str, **fields: object) -> Phrase:
    values: dict[str, object] = {
        "id": phrase_id(text),
        "text": text,
        "unit": Unit.SENTENCE,
        "move": Move.POINT_RATIONALE,
        "slots": slots_of(text),
        "status": Status.ACCEPTED,
        **fields,
    }
    return Phrase(**values)  # type: ignore[arg-type]
