"""One speech to its phrases: the pure function that every engine maps over documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from phrasebank.counting import clauses_of
from phrasebank.masking import describe
from phrasebank.mining import About, Document, Found, Mined
from phrasebank.model import Unit
from phrasebank.units.headings import find_headings, leads_of
from phrasebank.units.manuscript import Kind, Manuscript, read
from phrasebank.units.parallels import find_parallels
from phrasebank.units.passages import Run, find_runs
from phrasebank.units.sentences import find_sentences
from phrasebank.units.soundness import judge
from phrasebank.units.titles import find_titles

__all__ = ["extract"]


def extract(document: Document, about: About | None = None) -> Mined:
    """Mine one speech: mask it, find the move of each sentence, and take out its units.

    Pure and deterministic: the same document gives the same rows on every machine.

    Arguments:
        document: the speech.
        about: what it is about, where somebody has said so; else found from its words.

    Returns:
        its phrases in order of the text, each with the place it was met at, and its masked clauses.
        The printed paragraph's ``[start:end]``, masked, is the phrase's text; of an outline the place
        is its first heading's.
    """
    script = read(document, about or describe(document))
    leads = leads_of(script)
    judged = judge(script)
    runs = list(find_runs(script, leads, judged))
    found = [
        *find_titles(script),
        *find_headings(script, _by_passage(script, runs)),
        *(run.found for run in runs),
        *find_parallels(script),
        *find_sentences(script, leads, _by_line(runs), judged),
    ]
    return Mined(
        source=document.source,
        digest=document.digest,
        about=script.about,
        found=_in_order(found),
        clauses=clauses_of(_sentences(script)),
    )


def _sentences(script: Manuscript) -> Iterator[tuple[int, int, int, str, Sequence[str]]]:
    """What is counted across speeches: everything said once; limbs stand in their sentence already."""
    passages = script.document.passages
    for line in script.lines:
        if line.kind not in (Kind.TITLE, Kind.LIMB):
            passage = passages[line.passage]
            start, end = passage.offset + line.start, passage.offset + line.end
            yield passage.locator, start, end, line.move, line.tokens


def _by_line(runs: Iterable[Run]) -> Mapping[int, tuple[str, ...]]:
    return {number: (run.found.id,) for run in runs for number in run.lines}


def _by_passage(script: Manuscript, runs: Iterable[Run]) -> Mapping[int, tuple[str, ...]]:
    groups: dict[int, tuple[str, ...]] = {}
    for run in runs:
        number = script.lines[run.lines[0]].passage
        groups[number] = (*groups.get(number, ()), run.found.id)
    return groups


# Where two units have the same words at the same place, the one that says more of them stays.
_RANKS = {
    unit.value: rank
    for rank, unit in enumerate(
        (
            Unit.TITLE,
            Unit.OUTLINE,
            Unit.HEADING,
            Unit.LEAD,
            Unit.PASSAGE,
            Unit.PARALLEL,
            Unit.QUOTE,
            Unit.TRANSITION,
            Unit.SENTENCE,
        )
    )
}


def _in_order(found: Iterable[Found]) -> tuple[Found, ...]:
    ordered = sorted(found, key=lambda row: (row.paragraph, row.start, -row.end, _RANKS[row.unit], row.id))
    return tuple({(row.paragraph, row.start, row.id): row for row in reversed(ordered)}.values())[::-1]
