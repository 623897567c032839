"""Merge phrases that say the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from phrasebank.curation.plan import Plan
from phrasebank.errors import CodedError, Problem
from phrasebank.store import Change, Held

__all__ = ["merge"]


def merge(kept: Held, others: Sequence[Held]) -> Plan:
    """Let one phrase stand for others (合并): it takes over their sources and what they are filed under.

    A list that is empty fits any, and stays so; else the kept phrase is filed under all names of both.

    Arguments:
        kept: the phrase that stays, with its words and its status.
        others: those that go into it; undo brings them back.

    Raises:
        CodedError: D002 there is nothing to merge.
    """
    going = [held for held in others if held.phrase.id != kept.phrase.id]
    if not going:
        raise CodedError(
            Problem("D002", "没有可合并的另一条", key=kept.phrase.id[:8], mend="请写两个以上的编号")
        )
    phrase = kept.phrase
    lists = {
        name: _united([getattr(one.phrase, name) for one in (kept, *going)])
        for name in ("topics", "kinds", "levels", "themes")
    }
    groups = tuple(dict.fromkeys(group for one in (kept, *going) for group in one.phrase.groups))
    after = replace(phrase, **lists, groups=groups)  # type: ignore[arg-type]
    stays = [Change(phrase.id, kept.revision, after, "merge", despite_doubts=bool(phrase.doubts))]
    if after == phrase:
        stays = []
    goes = [Change(one.phrase.id, one.revision, None, "merge", into=phrase.id) for one in going]
    return Plan((*stays, *goes))


def _united(lists: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    if not all(lists):
        return ()
    return tuple(dict.fromkeys(name for names in lists for name in names))
