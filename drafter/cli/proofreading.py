"""A draft is checked before it is handed over: no error of our own making goes out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from phrasebank.bank import Bank
from phrasebank.model import Move, Phrase, Unit

if TYPE_CHECKING:
    from drafter.brief import Brief
    from drafter.check import Finding
    from drafter.compose.draft import Draft

__all__ = ["Without", "proofread", "told_of"]

#: Times a draft is made anew without the phrases that brought an error.
_PASSES = 8
_MISSING = "【待补"
#: Findings that are named one by one.
_NAMED = 3


class Without:
    """A bank without some of its phrases.

    Arguments:
        bank: the bank.
        ids: of the phrases that it shall not give.
    """

    def __init__(self, bank: Bank, ids: frozenset[str]) -> None:
        self._bank = bank
        self._ids = ids

    def candidates(
        self, move: Move, *, units: Sequence[Unit], kind: str, topic: str, level: str
    ) -> Sequence[Phrase]:
        """As ``Bank.candidates``."""
        found = self._bank.candidates(move, units=units, kind=kind, topic=topic, level=level)
        return [phrase for phrase in found if phrase.id not in self._ids]


def proofread(compose: Callable[[Bank], Draft], bank: Bank, brief: Brief) -> tuple[Draft, list[Finding]]:
    """A draft in which the checker finds no error that is not the brief's own words, and what it finds.

    Arguments:
        compose: makes the draft from a bank.
        bank: the bank.
        brief: the brief.
    """
    banned: frozenset[str] = frozenset()
    draft = compose(bank)
    findings = _checked(draft, brief)
    for _ in range(_PASSES):
        guilty = {phrase for one in _errors(findings) if (phrase := _phrase_at(draft, one))} - banned
        if not guilty:
            break
        banned |= guilty
        draft = compose(Without(bank, banned))
        findings = _checked(draft, brief)
    return draft, findings


def _checked(draft: Draft, brief: Brief) -> list[Finding]:
    from drafter.check import Checker, manuscript_of

    return Checker().check(manuscript_of(draft.text.split("\n"), "", brief=brief, speech=draft.speech))


def _errors(findings: Sequence[Finding]) -> list[Finding]:
    return [one for one in findings if one.severity == "error" and not one.text.startswith(_MISSING)]


def _phrase_at(draft: Draft, finding: Finding) -> str:
    """The phrase that says the words, "" where the brief does."""
    behind = 0
    text = draft.text.split("\n")[finding.paragraph]
    for said in draft.trace.sentences:
        if said.paragraph != finding.paragraph:
            continue
        start = text.find(said.text, behind)
        if start < 0:
            continue
        behind = start + len(said.text)
        if start <= finding.start < behind:
            return said.phrase
    return ""


def told_of(findings: Sequence[Finding]) -> Iterator[str]:
    """What the writer must know: errors of the brief's own words, and how much else there is to look at."""
    errors = _errors(findings)
    if errors:
        yield f"提纲里的话有{len(errors)}处必错，请改提纲："
        for one in errors[:_NAMED]:
            yield f"  · 第{one.paragraph + 1}段“{one.text[:20]}”：{one.message} [{one.code}]"
    others = sum(one.severity == "warning" for one in findings)
    if others or len(errors) > _NAMED:
        yield f"还有{others}处请看一看：drafter check 讲稿 --brief 提纲"
