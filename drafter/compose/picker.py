"""Pick phrases from the bank: fitting, not said before, not echoing what stands close by.

Every choice is a pure function of the seed, the place in the speech and what was said before it:
the jitter that decides between equals is a hash, not a generator with a state, so that a change in
one paragraph leaves the choices of the others alone wherever it can.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from drafter.compose.bindings import Bindings
from phrasebank.bank import Bank, topics_meet
from phrasebank.model import Move, Phrase, Slot, Unit

__all__ = ["ECHO", "Choice", "Picker", "jitter"]

#: Characters of a run that must not come twice in one draft; eight are two 四字格, more than chance.
ECHO = 8
_SLOT = re.compile(r"\{([a-z_]+)\}")
_SAID = (Unit.SENTENCE, Unit.PASSAGE, Unit.FORMULA, Unit.PARALLEL)
_PUNCTUATION = re.compile(r"[，。；：、！？“”‘’（）《》…—\s]")


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


class Picker:
    """One draft's memory of what was said."""

    def __init__(self, bank: Bank, *, seed: int, kind: str, topic: str, level: str) -> None:
        self._bank = bank
        self._seed = seed
        self._kind = kind
        self._topic = topic
        self._level = level
        self._used: set[str] = set()
        self._heard: set[str] = set()
        self._starts: list[str] = []

    def hear(self, text: str) -> None:
        """Remember words said by other means, so that no phrase echoes them."""
        bare = _PUNCTUATION.sub("", text)
        self._heard.update(bare[i : i + ECHO] for i in range(len(bare) - ECHO + 1))

    def pick(
        self, move: Move, bindings: Bindings, *, about: str = "", units: Sequence[Unit] = _SAID, place: str
    ) -> Choice | None:
        """The best phrase for a move that has not been said, or None where the bank has none.

        Arguments:
            move: what the phrase shall do.
            bindings: words for its slots; a phrase with another slot is passed over.
            about: words of the point's theme and measures, to match the phrase's themes with.
            units: what may be picked.
            place: names the place in the speech, for the seed.
        """
        best: tuple[float, str, Choice] | None = None
        for phrase in self._bank.candidates(
            move, units=units, kind=self._kind, topic=self._topic, level=self._level
        ):
            if phrase.id in self._used:
                continue
            text = fill(phrase, bindings)
            if text is None:
                continue
            fit = self._fit(phrase, text, about)
            if fit is None:
                continue
            score = fit + jitter(self._seed, place, phrase.id)
            if best is None or (score, phrase.id) > best[:2]:
                best = (score, phrase.id, Choice(text, phrase))
        if best is None:
            return None
        choice = best[2]
        self._used.add(choice.phrase.id)
        self._starts.append(choice.text[:2])
        self.hear(choice.text)
        return choice

    def _fit(self, phrase: Phrase, text: str, about: str) -> float | None:
        """How well a phrase fits here, or None where it must not be said."""
        bare = _PUNCTUATION.sub("", text)
        if any(bare[i : i + ECHO] in self._heard for i in range(len(bare) - ECHO + 1)):
            return None
        fit = 0.0
        if phrase.topics:
            fit += 0.9 if self._topic in phrase.topics or topics_meet(phrase.topics, self._topic) else 0.0
        if phrase.themes:
            matched = sum(theme in about for theme in phrase.themes)
            if not matched:
                return None
            fit += 0.8 + 0.4 * min(matched, 3)
        if phrase.kinds:
            fit += 0.4
        if phrase.levels:
            fit += 0.2
        if text[:2] in self._starts[-4:]:
            fit -= 0.8
        return fit


def fill(phrase: Phrase, bindings: Bindings) -> str | None:
    """The phrase's words with its slots filled, or None where a slot has no words or the wrong form.

    A seam that doubles a word (抓好工作工作, 加强加强) is refused too.
    """
    by_name: dict[str, Slot] = {slot.name: slot for slot in phrase.slots}
    words: list[str] = []
    position = 0
    for match in _SLOT.finditer(phrase.text):
        binding = bindings.get(match.group(1))
        slot = by_name.get(match.group(1))
        if binding is None or (slot and slot.form and binding.form != slot.form):
            return None
        words.extend((phrase.text[position : match.start()], binding.text))
        position = match.end()
    words.append(phrase.text[position:])
    parts = [word for word in words if word]
    if any(_doubles(left, right) for left, right in pairwise(parts)):
        return None
    return "".join(parts)


def _doubles(left: str, right: str) -> bool:
    return (left[-2:] == right[:2] and len(left) > 1) or left[-1:] == right[:1] == "的"
