"""Candidates parted among curators: whole speeches, a line a candidate."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from phrasebank.model import Phrase, Unit
from tools.builtin_bank.candidate import Candidate
from tools.builtin_bank.near import Neighbours
from tools.builtin_bank.samples import Sample

__all__ = ["SHORTEST_ID", "parted", "shown_id"]

SHORTEST_ID = 8
"""Digits of an id that a curator copies; among a few thousand they fit no other."""

_TAKEN_OF_THEMSELVES = Unit.OUTLINE.value


def parted(
    candidates: Iterable[Candidate],
    samples: Mapping[str, Sample],
    hand: Iterable[Phrase],
    decided: Collection[str],
    count: int,
) -> tuple[str, ...]:
    """The texts of ``count`` shards of nearly one length.

    Left out is what needs no curator: outlines, what is decided already, near copies of what the bank
    holds or of what an earlier line says.

    Arguments:
        candidates: in any order.
        samples: by file.
        hand: phrases of the bank.
        decided: ids with a verdict.
        count: how many shards.
    """
    ordered = sorted(candidates, key=_place)
    ids = [candidate.id for candidate in ordered]
    known = {False: Neighbours(), True: Neighbours()}
    for phrase in hand:
        known[phrase.unit is Unit.PASSAGE].add(phrase.text)
    by_file: dict[str, list[str]] = {}
    shortest = _shortest(ids)
    for candidate in ordered:
        if candidate.unit == _TAKEN_OF_THEMSELVES or candidate.id in decided:
            continue
        neighbours = known[candidate.unit == Unit.PASSAGE.value]
        if neighbours.like(candidate.text):
            continue
        neighbours.add(candidate.text)
        by_file.setdefault(candidate.sources[0].file, []).append(_line(candidate, shortest))
    return tuple(
        "".join(_headed(file, by_file[file], samples[file]) for file in files)
        for files in _balanced({file: len(lines) for file, lines in by_file.items()}, count)
    )


def shown_id(phrase_id: str, ids: Sequence[str]) -> str:
    """The beginning of an id that fits no other."""
    return phrase_id[: _shortest(ids)]


def _shortest(ids: Sequence[str]) -> int:
    length = SHORTEST_ID
    while len({one[:length] for one in ids}) < len(set(ids)):
        length += 1
    return length


def _place(candidate: Candidate) -> tuple[str, int, int, int, str]:
    first = candidate.sources[0]
    return first.file, first.paragraph, first.start, -first.end, candidate.id


def _line(candidate: Candidate, digits: int) -> str:
    topics = "、".join(candidate.topics) or "不限"
    cells = [candidate.id[:digits], candidate.unit, candidate.move, topics, candidate.text]
    if warnings := (*candidate.problems, *candidate.doubts):
        cells.append(f"！{'；'.join(warnings)}")
    return "\t".join(cells)


def _headed(file: str, lines: Sequence[str], sample: Sample) -> str:
    head = " ".join(filter(None, (f"# {file}", sample.kind, sample.topic)))
    return "".join(f"{line}\n" for line in (head, *lines))


def _balanced(sizes: Mapping[str, int], count: int) -> list[list[str]]:
    """Files dealt out, the biggest first, each to whoever has least so far."""
    loads = [0] * count
    dealt: list[list[str]] = [[] for _ in range(count)]
    for file in sorted(sizes, key=lambda file: (-sizes[file], file)):
        least = loads.index(min(loads))
        loads[least] += sizes[file]
        dealt[least].append(file)
    return [sorted(files) for files in dealt]
