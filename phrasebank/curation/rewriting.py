"""A phrase with some of its fields written anew, checked as if an editor had written its line."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from phrasebank.errors import CodedError
from phrasebank.exchange import record_of
from phrasebank.handwritten import read_entries
from phrasebank.model import Phrase

__all__ = ["EDITABLE", "Fields", "rewrite", "written"]

EDITABLE = ("text", "unit", "move", "topics", "kinds", "levels", "themes", "family", "note")
"""Fields of a record that a person may write; the rest is counted, mined or recorded."""

Fields = Mapping[str, str | Sequence[str]]

_QUOTED = re.compile(r"“([^“”]+)”")


def written(fields: Fields) -> Phrase:
    """A phrase that a person wrote down: slots found, id computed, nothing checked beyond its form.

    Arguments:
        fields: ``text``, ``unit`` and ``move`` at least, by the names of the exchange form; slots of
            the text may state their form (``{task:verb}``).

    Raises:
        CodedError: P002, P010–P013, P017, as ``read_entries``.
    """
    return _read(fields)


def _read(record: Mapping[str, object]) -> Phrase:
    try:
        (entry,) = read_entries(json.dumps(record, ensure_ascii=False))
    except CodedError as error:
        raise CodedError(replace(problem, line=None) for problem in error.problems) from error
    return entry.phrase


def rewrite(phrase: Phrase, fields: Fields) -> Phrase:
    """A phrase with some fields written anew; doubts about words that are gone are gone.

    Arguments:
        phrase: as it is.
        fields: new values of some of ``EDITABLE``.

    Raises:
        CodedError: as ``written``.
    """
    after = _read({**record_of(phrase), **fields})
    if after.text == phrase.text:
        return after
    # The moves of a passage's sentences hold for its old words.
    moves = phrase.moves if after.text.count("。") == phrase.text.count("。") else ()
    return replace(after, doubts=_standing(phrase.doubts, after.text), moves=moves)


def _standing(doubts: Sequence[str], text: str) -> tuple[str, ...]:
    """Doubts that still hold: a doubt quotes the words it is about."""
    kept = []
    for doubt in doubts:
        quoted = _QUOTED.findall(doubt)
        if not quoted or any(words in text for words in quoted):
            kept.append(doubt)
    return tuple(kept)
