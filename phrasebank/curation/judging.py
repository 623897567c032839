"""Accept, reject, forbid, make obsolete: what a phrase is worth."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from phrasebank.curation.gate import why_not
from phrasebank.curation.notes import Note, read_note, write_note
from phrasebank.curation.plan import Plan, Refused
from phrasebank.model import Phrase, Status
from phrasebank.store import Change, Held

__all__ = ["accept", "forbid", "obsolete", "reject"]


def accept(helds: Iterable[Held], *, despite_doubts: bool = False) -> Plan:
    """Accept phrases (采用); those that the gate stops are left out.

    Arguments:
        helds: the phrases as the person saw them.
        despite_doubts: the person has looked at the miner's doubts and clears them.
    """
    passing: list[Held] = []
    refused: list[Refused] = []
    for held in helds:
        problems = why_not(held.phrase, despite_doubts=despite_doubts)
        if problems and held.phrase.status is not Status.ACCEPTED:
            refused.append(Refused(held.phrase, problems))
        else:
            passing.append(held)
    plan = _judged(passing, Status.ACCEPTED, "accept", Note(), despite_doubts=despite_doubts)
    return replace(plan, refused=tuple(refused))


def reject(helds: Iterable[Held]) -> Plan:
    """Reject phrases (不用): nothing is wrong with saying it, the bank does not want it."""
    return _judged(helds, Status.REJECTED, "reject", Note())


def forbid(helds: Iterable[Held], *, reason: str, instead: str = "") -> Plan:
    """Forbid phrases (禁用): nobody may say it.

    Arguments:
        helds: the phrases as the person saw them.
        reason: why.
        instead: what to say instead, or "".
    """
    return _judged(helds, Status.FORBIDDEN, "forbid", Note(reason=reason, instead=instead))


def obsolete(helds: Iterable[Held], *, since: str, instead: str = "") -> Plan:
    """Make phrases obsolete (停用): it was said so, and is no longer.

    Arguments:
        helds: the phrases as the person saw them.
        since: the day from which it is so, ISO 8601.
        instead: what is said now, or "".
    """
    return _judged(helds, Status.OBSOLETE, "obsolete", Note(since=since, instead=instead))


def _judged(
    helds: Iterable[Held], status: Status, action: str, note: Note, *, despite_doubts: bool = False
) -> Plan:
    changes: list[Change] = []
    unchanged: list[Held] = []
    for held in helds:
        after = _with(held.phrase, status, note)
        if after == held.phrase:
            unchanged.append(held)
        else:
            changes.append(Change(held.phrase.id, held.revision, after, action, despite_doubts))
    return Plan(tuple(changes), (), tuple(unchanged))


def _with(phrase: Phrase, status: Status, note: Note) -> Phrase:
    """The phrase judged so; what an earlier judgement had to say besides holds no longer."""
    told = write_note(replace(note, own=read_note(phrase.note).own))
    return replace(phrase, status=status, note=told)
