"""What a phrase came with: the outline of its heading, the passage of its sentence."""

from __future__ import annotations

from phrasebank.model import OUTLINE_BREAK, Phrase, Unit
from phrasebank.sentences import sentence_spans
from phrasebank.store import BankError, Held, Store

__all__ = ["company", "members"]


def company(store: Store, phrase: Phrase) -> list[Held]:
    """The outlines and passages that a phrase was found in, as far as the bank still has them."""
    found: list[Held] = []
    for group in phrase.groups:
        try:
            found.append(store.get(group))
        except BankError:
            continue  # merged away, or folded into another
    return found


def members(phrase: Phrase) -> tuple[str, ...]:
    """The headings of an outline, the sentences of a passage; of any other phrase nothing."""
    if phrase.unit is Unit.OUTLINE:
        return tuple(phrase.text.split(OUTLINE_BREAK))
    if phrase.unit is Unit.PASSAGE:
        return tuple(phrase.text[start:end] for start, end in sentence_spans(phrase.text))
    return ()
