"""Where the sentences of a paragraph begin and end."""

from __future__ import annotations

import re

__all__ = ["sentence_spans"]

_OPENERS, _CLOSERS = "“‘（《〈「『【", "”’）》〉」』】"
_SIGNS = re.compile(f"[{_OPENERS}{_CLOSERS}。！？]")


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Find the sentences of a paragraph; joined they are the paragraph.

    A stop inside quotes, brackets or a title ends no sentence; where a sign is never closed, every
    stop behind it counts.

    Arguments:
        text: one paragraph, full-width punctuation.

    Returns:
        (start, end) of each sentence, its stop included, 0-based, in order.
    """
    spans: list[tuple[int, int]] = []
    start = depth = 0
    for sign in _SIGNS.finditer(text):
        mark = sign[0]
        if mark in _OPENERS:
            depth += 1
        elif mark in _CLOSERS:
            depth = max(depth - 1, 0)
        elif depth == 0 and text[sign.end() : sign.end() + 1] not in ("。", "！", "？"):
            spans.append((start, sign.end()))
            start = sign.end()
    if depth:
        return _every_stop(text)
    if start < len(text):
        spans.append((start, len(text)))
    return spans


def _every_stop(text: str) -> list[tuple[int, int]]:
    return [
        (match.start(), match.end())
        for match in re.finditer(r"[^。！？]*[。！？]+[”’）》]*|[^。！？]+$", text)
    ]
