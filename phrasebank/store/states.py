"""What a phrase of the bank is at some moment: there, merged into another one, or not there."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from phrasebank.exchange import phrase_of, record_of
from phrasebank.model import Phrase, Source
from phrasebank.store.rows import phrase_from

__all__ = ["ABSENT", "State", "dumped", "read", "state_of"]


@dataclass(frozen=True, slots=True)
class State:
    """A phrase at some moment.

    Arguments:
        phrase: the phrase; None where there is none.
        into: of a phrase that was merged away the id of the one that took its place, else "".
    """

    phrase: Phrase | None
    into: str = ""

    @property
    def shown(self) -> Phrase | None:
        """The phrase, where it can be seen."""
        return None if self.into else self.phrase

    def judged(self) -> tuple[Phrase | None, bool]:
        """What persons have decided of it, without what mining changes by itself."""
        if self.phrase is None:
            return None, False
        still = {
            "sources": (),
            "score": 0.0,
            "sample_count": 0,
            "used": 0,
            "decided_at": "",
            "decided_by": "",
        }
        return replace(self.phrase, **still), bool(self.into)  # type: ignore[arg-type]


ABSENT = State(None)


def state_of(row: Mapping[Any, Any] | None, sources: tuple[Source, ...] = ()) -> State:
    """The state that a row of ``schema.phrases`` shows."""
    return ABSENT if row is None else State(phrase_from(row, sources), row["into"])


def dumped(state: State) -> str | None:
    """The state as ``schema.decisions`` keeps it."""
    if state.phrase is None:
        return None
    into = {"into": state.into} if state.into else {}
    return json.dumps({**record_of(state.phrase), **into}, ensure_ascii=False, separators=(",", ":"))


def read(text: str | None) -> State:
    """The state that ``dumped`` wrote."""
    if text is None:
        return ABSENT
    record = json.loads(text)
    return State(phrase_of(record), record.get("into", ""))
