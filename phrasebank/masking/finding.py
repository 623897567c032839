"""The local facts of a speech."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain

from phrasebank.masking.abbreviations import find_abbreviations
from phrasebank.masking.articles import find_articles, with_articles
from phrasebank.masking.bodies import find_bodies
from phrasebank.masking.divisions import short_of
from phrasebank.masking.documents import find_documents
from phrasebank.masking.events import find_events, find_meetings
from phrasebank.masking.figures import find_figures
from phrasebank.masking.gatherings import find_gatherings
from phrasebank.masking.levels import find_levels
from phrasebank.masking.more_times import find_more_times
from phrasebank.masking.pairs import find_literally
from phrasebank.masking.persons import find_persons
from phrasebank.masking.places import find_places, stems_of
from phrasebank.masking.short_bodies import find_short_bodies
from phrasebank.masking.span import Span
from phrasebank.masking.suspicion import find_suspects, joined
from phrasebank.masking.suspicion.weights import Weights
from phrasebank.masking.tokens import Tokens
from phrasebank.masking.unsaid import find_unsaid
from phrasebank.mining import About

__all__ = ["find_rules", "find_spans"]


def find_spans(texts: Sequence[str], about: About, weights: Weights | None = None) -> list[list[Span]]:
    """Find the local facts of one speech.

    Arguments:
        texts: its paragraphs.
        about: what it is about; its own place, level and topic get slots of their own.
        weights: by which words are suspected, instead of those of the package.

    Returns:
        of each text its spans, sorted, not overlapping.
    """
    whole = "\n".join(texts)
    tokens = Tokens(whole)
    spans = _by_rules(whole, tokens, about)
    suspects = find_suspects(whole, tokens, spans, weights=weights)
    return _parted(texts, joined(whole, spans, suspects))


def find_rules(texts: Sequence[str], about: About) -> list[list[Span]]:
    """Find the local facts that rules and tables name; arguments as ``find_spans``."""
    whole = "\n".join(texts)
    return _parted(texts, _by_rules(whole, Tokens(whole), about))


def _by_rules(whole: str, tokens: Tokens, about: About) -> list[Span]:
    own = [about.place, _stem(about.place)] if about.place else []
    places = [
        span._replace(slot="place") if whole[span.start : span.end] in own else span
        for span in find_places(whole, tokens)
    ]
    named = [whole[span.start : span.end] for span in places]
    stems = stems_of(named)
    bodies = find_bodies(whole, tokens, about.level, {*own, *stems, *named})
    spans = _settled(
        len(whole),
        find_meetings(whole),
        find_documents(whole),
        find_articles(whole),
        find_events(whole),
        find_gatherings(whole, tokens),
        find_persons(whole, tokens),
        find_short_bodies(whole),
        bodies,
        _literal(whole, filter(_is_own_name, (whole[span.start : span.end] for span in bodies)), "body"),
        find_abbreviations(whole, tokens),
        places,
        _literal(whole, own, "place"),
        _literal(
            whole,
            (name for name in named if len(name) == 3 and name[-1] not in "省市县区镇乡村州"),
            "elsewhere",
        ),
        _literal(whole, stems, "elsewhere"),
        find_more_times(whole),
        find_figures(whole),
        find_levels(whole, about.level),
        _literal(whole, about.topics[:1], "topic"),
        find_unsaid(whole, tokens),
    )
    return with_articles(spans)


def _is_own_name(body: str) -> bool:
    """Whether a body is called by a name of its own, which may stand elsewhere without what gave it away."""
    return len(body) > 3 and body[0] not in "国中全省市县区州旗镇乡"


def _stem(place: str) -> str:
    """What a place is called by its own people: 临江 of 临江市, 柏梁 of 柏梁镇."""
    if place[-1] in "镇乡" and len(place) > 2:
        return place[:-1]
    return place[:-2] if place.endswith("街道") and len(place) > 3 else short_of(place)


def _literal(text: str, names: Iterable[str], slot: str) -> Iterator[Span]:
    for start, end in find_literally(text, names):
        yield Span(start, end, slot)


_CUT = frozenset(("number", "percent", "money", "date", "period"))
"""Slots of figures: what of them another span leaves is still a figure and masked."""


def _settled(length: int, *finders: Iterable[Span]) -> list[Span]:
    """Spans that do not overlap: what an earlier finder found stands, then what comes first."""
    taken = bytearray(length)
    kept: list[Span] = []
    for span in chain.from_iterable(finders):
        start, end = span.start, span.end
        clash = taken.find(1, start, end)
        if clash >= 0:
            if clash == start or span.slot not in _CUT:
                continue
            end = clash
        if end > start:
            taken[start:end] = b"\x01" * (end - start)
            kept.append(span if end == span.end else span._replace(end=end))
    kept.sort()
    return kept


def _parted(texts: Sequence[str], spans: Iterable[Span]) -> list[list[Span]]:
    """The spans of each text, counted from its start."""
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    parts: list[list[Span]] = [[] for _ in texts]
    for span in spans:
        number = bisect_right(starts, span.start) - 1
        begin, end = span.start - starts[number], span.end - starts[number]
        if end <= len(texts[number]):
            parts[number].append(Span(begin, end, span.slot, span.doubt, span.bare))
    return parts
