"""One document to its phrases: the pure function that every engine calls."""

from __future__ import annotations

from drafter.errors import CodedError, Problem
from drafter.mine.passages import document_of
from drafter.mine.raw import Raw
from drafter.readers import read_speech_bytes
from phrasebank.mining import Mined

__all__ = ["mine_document"]


def mine_document(raw: Raw) -> Mined | Problem:
    """Read, parse and mine one document.

    The same bytes give the same rows on every machine. A document that cannot be mined gives the
    reason: one bad file must not end a night's work.

    Arguments:
        raw: the document.
    """
    from phrasebank.units import extract

    try:
        speech = read_speech_bytes(raw.data, raw.name)
        return extract(document_of(speech, raw.name, raw.digest))
    except CodedError as error:
        return error.problems[0]
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError) as error:
        return Problem(
            "M009", f"读这一篇时程序出错：{type(error).__name__}", raw.name, mend="请把这篇稿子发给我们"
        )
