"""The bank as one draft sees it: phrases by move, with what finds those that go with a place.

Everything here is the same for all candidates of a draft, and for all drafts of one kind, topic and
level from one bank, so it is made once and kept with the bank.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from weakref import WeakKeyDictionary, ref

from drafter.compose.relevance import WordIndex, pairs_of, weight_of
from phrasebank.bank import Bank
from phrasebank.model import Move, Phrase, Unit

__all__ = ["LEADS_INTO_DATA", "NOTHING", "About", "Ranked", "Shelf", "is_general", "shelf_of"]

#: What the brief gave for the opening wants to be said: in these moves phrases with these slots come first.
_WORTH = {(Move.OPENING_MANDATE, "basis"): 4.0, (Move.OPENING_PURPOSE, "meeting"): 0.3}
#: Family of phrases that announce figures (还是让数字说话); the bank's editors file them so.
LEADS_INTO_DATA = "引数据"
#: What a shared word of the theme and one of the rest count, and from where on more of them count no more.
_OF_THEME, _OF_REST, _ENOUGH = 0.7, 0.3, 3.0
#: Words shared as strongly as this let a phrase in whose own themes are others.
_STRONG = 2.2
#: What a phrase loses that shares no word with its point: one on the speech's topic, a maxim; with its part.
_ASIDE, _MAXIM, _UNTOUCHED = 1.5, 1.5, 0.6
#: Slots that say the lead over again (把办证的路走通，说到底是…), and what a phrase in a point loses by it.
_ECHOING, _ECHOED = frozenset({"task", "section"}), 0.9
#: What each 要 costs a phrase: the brief's own measures are orders enough (0.11 a sentence in our samples).
_ORDERED, _ORDERS = 0.35, re.compile("(?<![需重主只首紧想不就是])要(?![求点素害领闻么是])")
#: Characters of one sample that a draft may hold in one piece (60 with the marks round it); formulae aside.
_LONGEST_COPY = 56
#: Weight of the themes named from which a phrase is about the place without more.
_NAMED = 0.5
#: What a phrase must share with its place where only a measure holds one of its themes.
_TOUCHING = 0.9
#: What a phrase loses that names a theme of its own which the place does not hold.
_FOREIGN = 1.2


@dataclass(frozen=True, slots=True)
class About:
    """What a place of the speech is about.

    Arguments:
        theme: the theme's words.
        rest: words of its measures and of the part it stands in.
        loose: whether a phrase on the speech's topic may be taken though its themes are others:
            a proposal for a point that says nothing of its own.
        closely: whether only a phrase will do that shares words with the theme: a remark on one measure.
        near: whether a maxim that would fit anywhere is out of place: where it is told how things are.
        named: whether only a phrase will do that is about the theme: all that a point has is its theme.
    """

    theme: str = ""
    rest: str = ""
    loose: bool = False
    closely: bool = False
    near: bool = False
    named: bool = False


NOTHING = About()


@dataclass(frozen=True, slots=True)
class Ranked:
    """A phrase with how well it fits a place, before chance decides between equals.

    Arguments:
        fit: higher is better; 0 is a phrase that fits anywhere.
        phrase: the phrase.
        number: spreads equal fits, drawn from the phrase's id.
    """

    fit: float
    phrase: Phrase
    number: int


class Shelf:
    """Phrases of one bank for one kind, topic and level.

    Arguments:
        bank: where they come from.
        kind, topic, level: of the speech.
    """

    def __init__(self, bank: Bank, kind: str, topic: str, level: str) -> None:
        # The shelf is kept with the bank, so it must not hold the bank alive.
        self._bank = ref(bank)
        self._speech = (kind, topic, level)
        self._topic_pairs = pairs_of(topic)
        self._held: dict[tuple[Move, tuple[Unit, ...]], tuple[Sequence[Phrase], WordIndex]] = {}
        self._ranked: dict[tuple[Move, tuple[Unit, ...], About], list[Ranked]] = {}

    def ranked(self, move: Move, units: tuple[Unit, ...], about: About) -> list[Ranked]:
        """The phrases of a move that fit a place, the best first.

        Arguments:
            move: what the phrase shall do.
            units: what may be picked.
            about: what the place is about.
        """
        key = (move, units, about)
        if key not in self._ranked:
            self._ranked[key] = self._rank(move, units, about)
        return self._ranked[key]

    def _rank(self, move: Move, units: tuple[Unit, ...], about: About) -> list[Ranked]:
        phrases, index = self._phrases(move, units)
        of_theme = index.shared(about.theme, self._topic_pairs) if about.theme else {}
        of_rest = index.shared(about.rest, self._topic_pairs) if about.rest else {}
        numbers = sorted({*of_theme, *of_rest}) if about.closely else range(len(phrases))
        ranked = []
        for number in numbers:
            phrase = phrases[number]
            shared = (of_theme.get(number, 0.0), of_rest.get(number, 0.0))
            fit = _closely(phrase, shared[0]) if about.closely else _fit(phrase, about, shared)
            if fit is not None:
                ranked.append(Ranked(fit, phrase, _number(phrase.id)))
        ranked.sort(key=lambda found: (-found.fit, found.phrase.id))
        return ranked

    def _phrases(self, move: Move, units: tuple[Unit, ...]) -> tuple[Sequence[Phrase], WordIndex]:
        key = (move, units)
        if key not in self._held:
            kind, topic, level = self._speech
            bank = self._bank()
            assert bank is not None, "a shelf outlived its bank"
            offered = bank.candidates(move, units=units, kind=kind, topic=topic, level=level)
            found = [phrase for phrase in offered if not _copies_at_length(phrase)]
            self._held[key] = (found, WordIndex(found))
        return self._held[key]


_SHELVES: WeakKeyDictionary[Bank, dict[tuple[str, str, str], Shelf]] = WeakKeyDictionary()


def shelf_of(bank: Bank, *, kind: str, topic: str, level: str) -> Shelf:
    """The shelf of a bank for a speech, the same one for the same speech."""
    shelves = _SHELVES.setdefault(bank, {})
    return shelves.setdefault((kind, topic, level), Shelf(bank, kind, topic, level))


def _copies_at_length(phrase: Phrase) -> bool:
    """Whether saying the phrase would copy more of one sample than a draft may."""
    argued = phrase.unit in (Unit.SENTENCE, Unit.PASSAGE)
    return argued and len(phrase.text) > _LONGEST_COPY and any(source.end for source in phrase.sources)


def is_general(phrase: Phrase) -> bool:
    """Whether a phrase would fit any point of any speech."""
    return not phrase.topics and not phrase.themes


def _fit(phrase: Phrase, about: About, shared: tuple[float, float]) -> float | None:
    """How well a phrase fits a place, or None where it is about something else."""
    if about.named and shared[0] < _STRONG and not any(theme in about.theme for theme in phrase.themes):
        return None
    words = _OF_THEME * min(shared[0], _ENOUGH) + _OF_REST * min(shared[1], _ENOUGH)
    worth = _worth(phrase) + words
    if not phrase.themes:
        if words or about.loose:
            return worth
        if not phrase.move.value.startswith("point."):
            # Of a part's introduction what has to do with the part; openings and closings fit anywhere.
            return worth - (_UNTOUCHED if about.theme and phrase.move.value.startswith("body.") else 0.0)
        if about.near and not phrase.topics:
            return None
        return worth - (_ASIDE if phrase.topics else _MAXIM)
    named = sum(_says(theme) for theme in phrase.themes if theme in about.theme)
    foreign = _speaks_of_else(phrase, about)
    if named:
        # 群众 and 问题 are in every second theme and say little about what a point is on.
        return worth + 0.8 * min(1.0, named / _NAMED) + 0.5 * min(named, 3) - _FOREIGN * foreign
    touched = sum(theme in about.rest for theme in phrase.themes)
    if sum(shared) < _TOUCHING and not about.loose:
        # 产业带头人 among the measures does not make it a point on 产业.
        touched = 0
    if foreign and not about.loose:
        return None
    if (
        (touched and (phrase.topics or not about.near))
        or shared[0] >= _STRONG
        or (about.loose and phrase.topics)
    ):
        # What only a measure mentions in passing is not what the point is about.
        return worth + min(touched, 3) * 0.2 - 1.1
    return None


@cache
def _says(theme: str) -> float:
    """What it says that a place holds a theme: 1 for a rare word, little for one that is everywhere."""
    return max((weight_of(theme[at : at + 2]) for at in range(len(theme) - 1)), default=0.5)


def _speaks_of_else(phrase: Phrase, about: About) -> bool:
    """Whether the phrase's words name a theme of its own that the place does not hold.

    严格执法与热情服务并不矛盾 is filed under 执法 and 服务; a point on 服务 alone is no place for it.
    """
    return any(
        theme in phrase.text and theme not in about.theme and theme not in about.rest
        for theme in phrase.themes
    )


def _closely(phrase: Phrase, of_theme: float) -> float | None:
    """The fit of a remark on one sentence: by the words it shares with it, and enough of them."""
    if of_theme < _STRONG or phrase.slots:
        return None
    # A long phrase shares words by its length.
    return of_theme / max(1.0, len(phrase.text) / 30) + 0.3 * bool(phrase.topics)


@cache
def _worth(phrase: Phrase) -> float:
    """How much a phrase counts by itself: on this very topic, for this kind, with what shall be said."""
    worth = 0.9 * bool(phrase.topics) + 0.4 * bool(phrase.kinds) + 0.2 * (len(phrase.levels) == 1)
    if phrase.move.value.startswith("point.") and any(slot.name in _ECHOING for slot in phrase.slots):
        worth -= _ECHOED
    worth -= _ORDERED * len(_ORDERS.findall(phrase.text))
    return worth + sum(_WORTH.get((phrase.move, slot.name), 0.0) for slot in phrase.slots)


@cache
def _number(phrase_id: str) -> int:
    return int.from_bytes(hashlib.blake2b(phrase_id.encode(), digest_size=6).digest(), "big")
