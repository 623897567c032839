"""From the samples to candidates, with our own miner and a bank that lives as long as the run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from drafter.mine.finish import finish
from drafter.mine.passages import document_of
from drafter.mine.raw import digest_of
from drafter.readers import read_speech_bytes
from phrasebank.check import check_phrase
from phrasebank.masking import describe
from phrasebank.mining import Document, Mined
from phrasebank.model import Phrase, Source, Unit
from phrasebank.sentences import sentence_spans
from phrasebank.store import Query, open_bank
from phrasebank.topics import canonical_topics
from phrasebank.units import extract
from tools.builtin_bank.candidate import Candidate
from tools.builtin_bank.samples import Sample

__all__ = ["UNITS", "described", "mine_samples"]

UNITS = (
    Unit.HEADING,
    Unit.LEAD,
    Unit.SENTENCE,
    Unit.PASSAGE,
    Unit.TRANSITION,
    Unit.PARALLEL,
    Unit.FORMULA,
    Unit.TITLE,
    Unit.OUTLINE,
)
"""Units that are looked through: no quotes (they need a source) and no bare collocations."""

_SPECIFICS = "P03"
"""Codes of the gate that say a local fact is left: such a candidate can never be accepted."""
_PLAIN_KINDS = frozenset({"工作部署", "动员部署", "调度推进"})
"""Kinds that speak alike: what is said in one of them is not filed under it."""
_MANY_TOPICS = 4
"""Topics from which on a candidate is taken for general."""
_SCORE_DIGITS = 2


def mine_samples(samples: Sequence[Sample]) -> tuple[Candidate, ...]:
    """Mine the samples, ordered by unit, topic and move; the same samples give the same candidates.

    Raises:
        CodedError: a sample cannot be read.
    """
    documents = {sample.file: _document(sample) for sample in samples}
    samples = [_described(sample, documents[sample.file]) for sample in samples]
    with (
        TemporaryDirectory() as folder,
        open_bank(Path(folder) / "samples.db", create=True, builtin=False) as store,
    ):
        run = store.begin_run()
        store.add_mined(run, [_mined(sample, documents[sample.file]) for sample in samples])
        finish(store, run)
        phrases = [held.phrase for unit in UNITS for held in store.find(Query(unit=unit), sources=None)]
    by_file = {sample.file: sample for sample in samples}
    candidates = [_candidate(phrase, by_file, documents) for phrase in phrases]
    return tuple(sorted((one for one in candidates if one is not None), key=_order))


def described(sample: Sample) -> Sample:
    """A sample with what no list says of it taken from its own words, as the miner does."""
    return _described(sample, _document(sample))


def _described(sample: Sample, document: Document) -> Sample:
    about = describe(document)
    return sample._replace(
        kind=sample.kind or about.kind,
        topic=sample.topic or next(iter(about.topics), ""),
        level=sample.level or about.level,
        place=sample.place or about.place,
    )


def _document(sample: Sample) -> Document:
    data = sample.text.encode()
    return document_of(read_speech_bytes(data, sample.file), sample.file, digest_of(data))


def _mined(sample: Sample, document: Document) -> Mined:
    about = describe(document)
    return extract(document, about._replace(kind=sample.kind, level=sample.level, place=sample.place))


def _candidate(
    phrase: Phrase, samples: Mapping[str, Sample], documents: Mapping[str, Document]
) -> Candidate | None:
    problems = check_phrase(phrase)
    if any(problem.code.startswith(_SPECIFICS) for problem in problems):
        return None
    sources = tuple(sorted(phrase.sources, key=lambda one: (one.file, one.paragraph, one.start, one.end)))
    met = [samples[file] for file in dict.fromkeys(source.file for source in sources)]
    topics = dict.fromkeys(topic for sample in met for topic in canonical_topics(sample.topic))
    general = "{topic}" in phrase.text or len(topics) > _MANY_TOPICS
    plain = any(sample.kind in _PLAIN_KINDS for sample in met)
    return Candidate(
        id=phrase.id,
        text=phrase.text,
        unit=phrase.unit.value,
        move=phrase.move.value,
        slots=tuple(slot.name for slot in phrase.slots),
        topics=() if general else tuple(topics),
        kinds=() if plain else phrase.kinds,
        levels=phrase.levels,
        themes=phrase.themes,
        family=phrase.family,
        moves=tuple(move.value for move in phrase.moves),
        groups=phrase.groups,
        doubts=phrase.doubts,
        score=round(phrase.score, _SCORE_DIGITS),
        sources=sources,
        problems=tuple(problem.message for problem in problems),
        context=tuple(dict.fromkeys(_context(source, documents[source.file]) for source in sources)),
    )


def _context(source: Source, document: Document) -> str:
    """The whole sentences in which a place of a speech lies."""
    passage = next(passage for passage in document.passages if passage.locator == source.paragraph)
    start, end = source.start - passage.offset, source.end - passage.offset
    touched = [span for span in sentence_spans(passage.text) if span[0] < end and start < span[1]]
    return passage.text[touched[0][0] : touched[-1][1]] if touched else passage.text


def _order(candidate: Candidate) -> tuple[object, ...]:
    units = [unit.value for unit in UNITS]
    first = candidate.sources[0] if candidate.sources else Source("", 0, 0, 0)
    place = (first.file, first.paragraph, first.start, candidate.id)
    return units.index(candidate.unit), candidate.topics, candidate.move, *place
