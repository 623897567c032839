"""A mined candidate for the built-in bank, and the file of them: JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from phrasebank.model import Source

__all__ = ["Candidate", "read_candidates", "write_candidates"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a curator decides on.

    Arguments:
        id, text, unit, move, family, moves, groups, doubts, score: as ``Phrase``; values.
        slots: names of its slots.
        topics: of the speeches it was found in, as the bank files them.
        kinds: it would be filed under; empty for any.
        levels: likewise.
        sources: where it was found, in order.
        problems: what the gate says of it, to be mended by the curator.
        context: the sentences it was found in, whole, one a source.
    """

    id: str
    text: str
    unit: str
    move: str
    slots: tuple[str, ...]
    topics: tuple[str, ...]
    kinds: tuple[str, ...]
    levels: tuple[str, ...]
    themes: tuple[str, ...]
    family: str
    moves: tuple[str, ...]
    groups: tuple[str, ...]
    doubts: tuple[str, ...]
    score: float
    sources: tuple[Source, ...]
    problems: tuple[str, ...]
    context: tuple[str, ...]


_TUPLES = ("slots", "topics", "kinds", "levels", "themes", "moves", "groups", "doubts", "problems", "context")


def write_candidates(candidates: Iterable[Candidate], path: Path) -> None:
    """Write candidates, one a line, in the order given; an older file is replaced.

    Raises:
        CodedError: F002 it cannot be written.
    """
    from phrasebank.files import write_whole

    lines = (json.dumps(asdict(candidate), ensure_ascii=False) for candidate in candidates)
    write_whole(path, "".join(f"{line}\n" for line in lines).encode(), force=True)


def read_candidates(path: Path) -> tuple[Candidate, ...]:
    """Read what ``write_candidates`` wrote.

    Raises:
        CodedError: P001 the file cannot be read; P002 it holds something else.
    """
    from phrasebank.errors import CodedError, Problem
    from phrasebank.exchange import read_text

    found: list[Candidate] = []
    for number, line in enumerate(read_text(path).split("\n"), 1):
        if not line:
            continue
        try:
            record = json.loads(line)
            sources = tuple(Source(**source) for source in record.pop("sources"))
            record |= {key: tuple(record[key]) for key in _TUPLES}
            found.append(Candidate(sources=sources, **record))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            message = "这一行不是候选词条"
            mend = "请用 candidates 重新生成"
            raise CodedError(Problem("P002", message, str(path), number, mend=mend)) from error
    return tuple(found)
