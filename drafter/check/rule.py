"""A rule: what it finds, why, by whose authority, with what is wrong and right beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from drafter.check.finding import Severity
from drafter.check.manuscript import Manuscript

__all__ = ["Example", "Hit", "Placed", "Rule", "Settings"]


@dataclass(frozen=True, slots=True)
class Hit:
    """Words of one paragraph that a rule objects to.

    Arguments:
        start, end: characters.
        right: what should stand there, or None where only the writer can tell.
        why: the rule's message for this place, or "" for its usual one.
        severity: where it is not the rule's usual one.
        certain: whether the suggestion may be put in unasked, or None for the rule's usual.
    """

    start: int
    end: int
    right: str | None = None
    why: str = ""
    severity: Severity | None = None
    certain: bool | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """A hit and its paragraph: of a rule that looks at the whole."""

    paragraph: int
    hit: Hit


@dataclass(frozen=True, slots=True)
class Example:
    """What a rule finds, and what becomes of it.

    Arguments:
        wrong: paragraphs, one a line.
        right: the same mended, or "" where the rule mends nothing.
        brief: the brief's text beside it (YAML), or "".
        date: of the speech, YYYY-MM-DD, or "".
        against: the text that it goes back to, or "".
    """

    wrong: str
    right: str = ""
    brief: str = ""
    date: str = ""
    against: str = ""


class Settings(Mapping[str, Any]):
    """A rule's own settings: those of the user's file over the rule's defaults."""

    def __init__(self, defaults: Mapping[str, Any], own: Mapping[str, Any] | None = None) -> None:
        self._values = {**defaults, **(own or {})}

    def __getitem__(self, key: str) -> Any:
        return self._values[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


@dataclass(frozen=True)
class Rule:
    """A rule.

    Arguments:
        code: letter of its family and three figures.
        name: what it is called in a list, in Chinese.
        severity: usually.
        source: standard and clause, law, or usage.
        why: its message; ``{text}`` and ``{right}`` are filled in.
        about: a paragraph for its page: when it speaks, when it is silent.
        examples: what it finds.
        fine: what it must not find.
        words: looks at one paragraph alone.
        whole: looks at the whole document; one of the two is given.
        certain: whether its suggestions may be put in unasked.
        settings: defaults of what a user may set for it.
    """

    code: str
    name: str
    severity: Severity
    source: str
    why: str
    about: str
    examples: tuple[Example, ...]
    fine: tuple[str, ...] = ()
    words: Callable[[str], Iterable[Hit]] | None = None
    whole: Callable[[Manuscript, Settings], Iterable[Placed]] | None = None
    certain: bool = False
    settings: Mapping[str, Any] = field(default_factory=dict)
