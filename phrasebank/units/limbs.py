"""Limbs of an inline enumeration: 一是…；二是…；三是…."""

from __future__ import annotations

import re

__all__ = ["limb_spans"]

_NUMERALS = "一二三四五六七八九十"
_MARKER = re.compile(
    rf"(?:(?<=[，；：。、！])|^)(?:[{_NUMERALS}]{{1,2}}(?:是|要(?=[一-鿿]{{2}}))|其[{_NUMERALS}]，?|[①-⑳]|（[{_NUMERALS}0-9]{{1,2}}）"
    r"|首先，|其次，|再次，|再有，|(?:第[一二三四五六七八九十]{1,2}[，、是]+))"
)
_FIRST = re.compile(r"^(?:一|其一|①|（一|（1|首先|第一)")
_ENDS = "。！？；"


def limb_spans(text: str) -> list[tuple[int, int]]:
    """Find the limbs of inline enumerations in a paragraph, markers left out.

    Arguments:
        text: one paragraph.

    Returns:
        (start, end) of each limb, final mark included; [] where nothing is enumerated. The last limb
        of a run ends at its clause's 。 or ；.
    """
    marks = [(match.start(), match.end(), match[0]) for match in _MARKER.finditer(text)]
    limbs: list[tuple[int, int]] = []
    run: list[tuple[int, int]] = []
    for number, (start, end, marker) in enumerate(marks):
        if _FIRST.match(marker) and run:
            limbs += _close(text, run)
            run = []
        if _FIRST.match(marker) or run:
            run.append((start, end))
        if number + 1 == len(marks):
            limbs += _close(text, run)
    return limbs


def _close(text: str, run: list[tuple[int, int]]) -> list[tuple[int, int]]:
    if len(run) < 2:
        return []
    edges = [start for start, _ in run[1:]]
    edges.append(
        min((at + 1 for mark in _ENDS if (at := text.find(mark, run[-1][1])) >= 0), default=len(text))
    )
    return [(end, edge) for (_, end), edge in zip(run, edges, strict=True)]
