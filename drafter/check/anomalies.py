"""What the parser noticed of a speech's structure, as hits of a rule."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.check.manuscript import Manuscript
from drafter.check.rule import Hit, Placed

__all__ = ["anomalies"]


def anomalies(manuscript: Manuscript, code: str) -> Iterator[Placed]:
    """The anomalies of a code (contract 3), each at its paragraph.

    Arguments:
        manuscript: the document.
        code: announced-mismatch, numbering-gap, numbering-duplicate, truncated or mojibake.
    """
    for anomaly in manuscript.speech.anomalies:
        if anomaly.code != code:
            continue
        at = manuscript.place_of(anomaly.paragraph or 0)
        text = manuscript.paragraphs[at]
        block = manuscript.blocks.get(at)
        end = len(block.marker) if block and block.marker and text.startswith(block.marker) else len(text)
        yield Placed(at, Hit(0, end, why=anomaly.message))
