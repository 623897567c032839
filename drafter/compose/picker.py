"""Pick phrases from the bank: fitting, not said before, not echoing what stands close by.

Every choice is a pure function of the seed, the place in the speech and what was said before it:
the jitter that decides between equals is a hash, not a generator with a state, so that a change in
one paragraph leaves the choices of the others alone wherever it can.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from drafter.compose.bindings import Bindings
from phrasebank.bank import Bank
from phrasebank.model import Move, Phrase, Unit

__all__ = ["ECHO", "NOTHING", "About", "Choice", "Picker", "fill", "jitter"]

#: Characters of a run that must not come twice in one draft; eight are two 四字格, more than chance.
ECHO = 8
_SLOT = re.compile(r"\{([a-z_]+[0-9]*)\}")
_SAID = (Unit.SENTENCE, Unit.PASSAGE, Unit.FORMULA, Unit.PARALLEL)
_PUNCTUATION = re.compile(r"[，。；：、！？“”‘’（）《》…—\s]")


#: A sentence that begins like one of the last four counts this much less than one that does not.
_RECENT, _SAME_START = 4, 0.8
#: General maxims a part's points may hold together; more and the brief drowns in them.
GENERAL_IN_PART = 2
#: What the brief gave for the opening wants to be said: in these moves phrases with these slots come first.
_WORTH = {(Move.OPENING_MANDATE, "basis"): 1.5, (Move.OPENING_PURPOSE, "meeting"): 0.3}
#: What is named once: whoever has said what the speech rests on does not say it again.
_ONCE = frozenset({"basis", "prior"})
#: Family of phrases that announce figures (还是让数字说话); the bank's editors file them so.
LEADS_INTO_DATA = "引数据"


@dataclass(frozen=True, slots=True)
class About:
    """What a place of the speech is about.

    Arguments:
        theme: the theme's words.
        rest: words of its measures and of the part it stands in.
        loose: whether a phrase on the speech's topic may be taken though its themes are others:
            a proposal for a point that says nothing of its own.
    """

    theme: str = ""
    rest: str = ""
    loose: bool = False


NOTHING = About()


@dataclass(frozen=True, slots=True)
class Choice:
    """A phrase with its slots filled: words without final punctuation."""

    text: str
    phrase: Phrase


def jitter(seed: int, *place: object) -> float:
    """A number in [0, 1) that depends on the seed and the place only.

    Arguments:
        seed: the draft's seed.
        place: anything that names the choice, printed.
    """
    key = f"{seed}|{'|'.join(map(str, place))}".encode()
    return int.from_bytes(hashlib.blake2b(key, digest_size=6).digest(), "big") / (1 << 48)


_RANGE = 1 << 48
#: 2**48 over the golden ratio, made odd: multiplying by it spreads neighbours evenly (Knuth, TAOCP 6.4).
_SPREAD = 0x9E3779B97F4B


def _mix(draw: int, phrase: Phrase) -> float:
    """A number in [0, 1) for a phrase in one draw; a hash for each would cost more than all the rest."""
    mixed = (draw ^ _number(phrase)) * _SPREAD % _RANGE
    return (mixed ^ mixed >> 21) * _SPREAD % _RANGE / _RANGE


@cache
def _number(phrase: Phrase) -> int:
    return int.from_bytes(hashlib.blake2b(phrase.id.encode(), digest_size=6).digest(), "big")


class Picker:
    """One draft's memory of what was said.

    Arguments:
        bank: where phrases come from.
        seed, kind, topic, level: of the draft.
        speaks_for: whether the speaker may speak in the name of the whole leadership (我代表市委、市政府).
    """

    def __init__(
        self, bank: Bank, *, seed: int, kind: str, topic: str, level: str, speaks_for: bool = True
    ) -> None:
        self._bank = bank
        self._seed = seed
        self._kind = kind
        self._topic = topic
        self._level = level
        self._used: set[str] = set()
        self._heard: set[str] = set()
        self._starts: list[str] = []
        self._speaks_for = speaks_for
        self._general: Counter[str] = Counter()
        self._said_once: set[str] = set()

    def hear(self, text: str) -> None:
        """Remember words said by other means, so that no phrase echoes them."""
        bare = _PUNCTUATION.sub("", text)
        self._heard.update(bare[i : i + ECHO] for i in range(len(bare) - ECHO + 1))

    def pick(
        self,
        move: Move,
        bindings: Bindings,
        *,
        place: str,
        about: About = NOTHING,
        units: Sequence[Unit] = _SAID,
        before_data: bool = False,
    ) -> Choice | None:
        """The best phrase for a move that has not been said, or None where the bank has none.

        Arguments:
            move: what the phrase shall do.
            bindings: words for its slots; a phrase with another slot is passed over.
            place: names the place in the speech, for the seed.
            about: the point's theme and what else it holds, to match the phrase's themes with.
            units: what may be picked.
            before_data: whether figures follow; a phrase that leads into figures needs them.
        """
        part = place.partition(".")[0]
        full = move.value.startswith("point.") and self._general[part] >= GENERAL_IN_PART
        draw = int(jitter(self._seed, place) * _RANGE)
        ranked: list[tuple[float, str, Phrase]] = []
        for phrase in self._bank.candidates(
            move, units=units, kind=self._kind, topic=self._topic, level=self._level
        ):
            if phrase.id in self._used or (phrase.family == LEADS_INTO_DATA and not before_data):
                continue
            if self._said_once and self._said_once & _names_once(phrase):
                continue
            if (full and _is_general(phrase)) or (not self._speaks_for and "我代表{" in phrase.text):
                continue
            fit = self._fit(phrase, about)
            if fit is not None:
                ranked.append((fit + _mix(draw, phrase), phrase.id, phrase))
        ranked.sort(reverse=True)
        choice = self._first_sayable(ranked, bindings)
        if choice is not None:
            self._used.add(choice.phrase.id)
            self._said_once |= _names_once(choice.phrase)
            self._general[part] += _is_general(choice.phrase)
            self._starts.append(choice.text[:2])
            self.hear(choice.text)
        return choice

    def _first_sayable(
        self, ranked: Sequence[tuple[float, str, Phrase]], bindings: Bindings
    ) -> Choice | None:
        """The best whose slots can be filled and that echoes nothing; one that begins like a
        recent sentence waits until nothing better than it less the penalty is left."""
        waiting: tuple[float, Choice] | None = None
        for score, _, phrase in ranked:
            if waiting and waiting[0] > score:
                break
            text = fill(phrase, bindings)
            if text is None or self._echoes(phrase, bindings):
                continue
            if text[:2] not in self._starts[-_RECENT:]:
                return Choice(text, phrase)
            if waiting is None:
                waiting = (score - _SAME_START, Choice(text, phrase))
        return waiting[1] if waiting else None

    def _echoes(self, phrase: Phrase, bindings: Bindings) -> bool:
        """Whether the phrase repeats a run heard before; what merely fills a slot may recur."""
        bare = [
            (character, slot)
            for slot, words in _parts(phrase, bindings)
            for character in _PUNCTUATION.sub("", words)
        ]
        text = "".join(character for character, _ in bare)
        return any(
            text[i : i + ECHO] in self._heard and not all(slot for _, slot in bare[i : i + ECHO])
            for i in range(len(text) - ECHO + 1)
        )

    def _fit(self, phrase: Phrase, about: About) -> float | None:
        """How well a phrase fits here, or None where it is about something else."""
        if not phrase.themes:
            return _worth(phrase)
        named = touched = 0
        for theme in phrase.themes:
            named += theme in about.theme
            touched += theme in about.rest
        if named:
            return _worth(phrase) + 0.8 + 0.5 * min(named, 3)
        if touched or (about.loose and phrase.topics):
            # What only a measure mentions in passing is not what the point is about.
            return _worth(phrase) + min(touched, 3) * 0.2 - 1.1
        return None


@cache
def _worth(phrase: Phrase) -> float:
    """How much a phrase counts by itself: on this very topic, for this kind, with what shall be said."""
    worth = 0.9 * bool(phrase.topics) + 0.4 * bool(phrase.kinds) + 0.2 * (len(phrase.levels) == 1)
    return worth + sum(_WORTH.get((phrase.move, slot.name), 0.0) for slot in phrase.slots)


@cache
def _names_once(phrase: Phrase) -> frozenset[str]:
    """Slots of the phrase that a speech fills but once."""
    return _ONCE & {slot.name for slot in phrase.slots}


def _is_general(phrase: Phrase) -> bool:
    """Whether a phrase would fit any point of any speech."""
    return not phrase.topics and not phrase.themes


def fill(phrase: Phrase, bindings: Bindings) -> str | None:
    """The phrase's words with its slots filled, or None where a slot has no words or the wrong form.

    A seam that doubles a word (抓好工作工作, 加强加强) is refused too.
    """
    for slot in phrase.slots:
        binding = bindings.get(slot.name)
        if binding is None or (slot.form and binding.form != slot.form):
            return None
    parts = [words for _, words in _parts(phrase, bindings) if words]
    if any(_doubles(left, right) for left, right in pairwise(parts)):
        return None
    return "".join(parts)


def _parts(phrase: Phrase, bindings: Bindings) -> list[tuple[bool, str]]:
    """The phrase's words in turn, each run with whether it fills a slot; every slot must be bound."""
    return [
        (bool(number % 2), bindings[words].text if number % 2 else words)
        for number, words in enumerate(_SLOT.split(phrase.text))
    ]


def _doubles(left: str, right: str) -> bool:
    return (left[-2:] == right[:2] and len(left) > 1) or left[-1:] == right[:1] == "的"
