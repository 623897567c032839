"""Edit a phrase, add one that a person wrote."""

from __future__ import annotations

from phrasebank.curation.gate import why_not
from phrasebank.curation.plan import Plan
from phrasebank.curation.rewriting import Fields, rewrite, written
from phrasebank.errors import CodedError
from phrasebank.model import Phrase, Status
from phrasebank.store import Change, Held

__all__ = ["add", "edit"]


def edit(held: Held, fields: Fields) -> Plan:
    """Write some fields of a phrase anew (修改).

    Arguments:
        held: the phrase as the person saw it.
        fields: new values, by the names of the exchange form (``phrasebank.curation.rewriting``).

    Raises:
        CodedError: the new words are no phrase, or an accepted phrase would no longer pass the gate.
    """
    after = rewrite(held.phrase, fields)
    if after == held.phrase:
        return Plan(unchanged=(held,))
    _must_pass(after)
    return Plan((Change(held.phrase.id, held.revision, after, "edit"),))


def add(fields: Fields) -> Plan:
    """Take in a phrase that a person wrote (添加); accepted unless its ``status`` says otherwise.

    Arguments:
        fields: ``text``, ``unit`` and ``move`` at least, by the names of the exchange form.

    Raises:
        CodedError: the words are no phrase, or what is to be accepted does not pass the gate.
    """
    phrase = written(fields)
    _must_pass(phrase)
    return Plan((Change("", None, phrase, "add"),))


def _must_pass(phrase: Phrase) -> None:
    if phrase.status is Status.ACCEPTED:
        problems = why_not(phrase)
        if problems:
            raise CodedError(problems)
