"""What a phrase must pass to be built in: the bank's gate, and what the bank's tests ask of all."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from phrasebank.check import check_phrase
from phrasebank.model import Move, Phrase, Unit

__all__ = ["BINDABLE", "refusals"]

BINDABLE = frozenset(
    {
        *("topic", "place", "level", "leadership", "units", "superior", "meeting", "basis", "prior", "count"),
        *("year", "season", "section", "task", "org", "deadline", "measure"),
    }
)
"""Slots that a brief fills (docs/phrases.md); a phrase with another one would never be said."""

READ_ALOUD = 90
"""Characters a listener can follow in one sentence (design/composition.md)."""

_CONNECTIVE = re.compile(r"^(?:同时|此外|另外|其次|再次|而且|并且|因此|所以|但是)")
_ANNOUNCED = re.compile(r"\{count\}(?:点|个|件)[一-鿿]{0,6}(?:，和大家共勉)?$")
_NO_SENTENCE = frozenset({Unit.OUTLINE, Unit.TITLE, Unit.HEADING})


def refusals(phrase: Phrase, local_names: Collection[str]) -> Iterator[str]:
    """Say, in Chinese, why a phrase is not built in; nothing where it is.

    Arguments:
        phrase: as it would be built in.
        local_names: places and persons of the samples, which no gate can know.
    """
    yield from (problem.message for problem in check_phrase(phrase))
    for name in sorted(local_names):
        if name in phrase.text:
            yield f"有样稿里的名字“{name}”"
    for slot in phrase.slots:
        if slot.name not in BINDABLE:
            yield f"提纲填不了空位 {{{slot.name}}}"
    if phrase.unit not in _NO_SENTENCE and any(len(one) > READ_ALOUD for one in phrase.text.split("。")):
        yield f"有一句超过{READ_ALOUD}字，念不下来"
    if match := _CONNECTIVE.search(phrase.text):
        yield f"开头的“{match[0]}”由起草时添，请删去"
    if phrase.move is Move.OPENING_ANNOUNCE and not _ANNOUNCED.search(phrase.text):
        yield "预告部分要以“{count}点……”收尾"
