"""A bank held in memory: accepted phrases, indexed by what they do in a speech."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from phrasebank.model import Move, Phrase, Status, Unit
from phrasebank.topics import subject_numbers

__all__ = ["Bank", "MemoryBank", "topics_meet"]


class Bank(Protocol):
    """Where the composer finds phrases."""

    def candidates(
        self, move: Move, *, units: Sequence[Unit], kind: str, topic: str, level: str
    ) -> Sequence[Phrase]:
        """Phrases that a speech of this kind, topic and level may say for this move."""
        ...


class MemoryBank:
    """Accepted phrases of one or several banks; of equal ids the first given holds."""

    def __init__(self, *banks: Iterable[Phrase]) -> None:
        phrases: dict[str, Phrase] = {}
        for bank in banks:
            for phrase in bank:
                phrases.setdefault(phrase.id, phrase)
        self._by_move: dict[Move, list[Phrase]] = {}
        self._asked: dict[tuple[object, ...], list[Phrase]] = {}
        for key in sorted(phrases):
            phrase = phrases[key]
            if phrase.status is Status.ACCEPTED:
                self._by_move.setdefault(phrase.move, []).append(phrase)

    def candidates(
        self, move: Move, *, units: Sequence[Unit], kind: str, topic: str, level: str
    ) -> Sequence[Phrase]:
        """Phrases for this move whose unit, kind, topic and level fit, by id.

        Arguments:
            move: what the phrase shall do.
            units: the units wanted.
            kind: 文种 of the speech.
            topic: 主题 of the speech.
            level: 层级 of its jurisdiction.
        """
        key = (move, tuple(units), kind, topic, level)
        if key not in self._asked:
            self._asked[key] = self._fitting(move, units, kind, topic, level)
        return self._asked[key]

    def _fitting(self, move: Move, units: Sequence[Unit], kind: str, topic: str, level: str) -> list[Phrase]:
        return [
            phrase
            for phrase in self._by_move.get(move, ())
            if phrase.unit in units
            and (not phrase.kinds or kind in phrase.kinds)
            and (not phrase.levels or level in phrase.levels)
            and (not phrase.topics or topics_meet(phrase.topics, topic))
        ]


def topics_meet(topics: Iterable[str], topic: str) -> bool:
    """Whether a phrase filed under ``topics`` may speak of ``topic``.

    A speech on 岁末年初安全生产 may use what is filed under 安全生产; the reverse holds too, since
    a narrower phrase is still about the subject (防汛 and 防汛抗旱). Other names of one subject meet
    as well (生态环保 and 污染防治): ``phrasebank.topics``.
    """
    subjects = subject_numbers(topic)
    return any(
        known in topic or topic in known or not subjects.isdisjoint(subject_numbers(known))
        for known in topics
    )
