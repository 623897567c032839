"""Which paragraph of a document was which paragraph of the draft, after somebody has worked on it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

__all__ = ["align"]

_SPACE = re.compile(r"\s+")
#: From this likeness on a paragraph counts as the same one, edited.
_ALIKE = 0.4
#: Pairs of a gap that are compared; a larger gap is matched by order only.
_MOST_PAIRS = 900
#: Characters compared; the beginnings tell paragraphs apart.
_COMPARED = 300


def align(drafted: Sequence[str], present: Sequence[str]) -> dict[int, int]:
    """Index among the present paragraphs → index among the drafted, in one order.

    Equal paragraphs first; between them the likest, and a single one that is left between two
    neighbours on either side is the same whatever was done to it.

    Arguments:
        drafted: texts as they were drafted.
        present: texts as they stand now.
    """
    old = [_SPACE.sub("", text) for text in drafted]
    new = [_SPACE.sub("", text) for text in present]
    found: dict[int, int] = {}
    old_at = new_at = 0
    for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        found.update(_gap(old, new, range(old_at, block.a), range(new_at, block.b)))
        found.update((block.b + step, block.a + step) for step in range(block.size))
        old_at, new_at = block.a + block.size, block.b + block.size
    return found


def _gap(
    old: Sequence[str], new: Sequence[str], old_range: range, new_range: range
) -> Iterator[tuple[int, int]]:
    """Pairs (new, old) of a stretch in which nothing is equal, in order."""
    if not old_range or not new_range:
        return
    if len(old_range) == len(new_range) == 1:
        yield new_range[0], old_range[0]
        return
    if len(old_range) * len(new_range) > _MOST_PAIRS:
        return
    # The best chain of likenesses that keeps the order (as for the longest common subsequence).
    best = [[0.0] * (len(new_range) + 1) for _ in range(len(old_range) + 1)]
    alike = [[_likeness(old[o], new[n]) for n in new_range] for o in old_range]
    for o in range(len(old_range) - 1, -1, -1):
        for n in range(len(new_range) - 1, -1, -1):
            best[o][n] = max(best[o + 1][n], best[o][n + 1], alike[o][n] + best[o + 1][n + 1])
    o = n = 0
    while o < len(old_range) and n < len(new_range):
        if best[o][n] == best[o + 1][n]:
            o += 1
        elif best[o][n] == best[o][n + 1]:
            n += 1
        else:
            yield new_range[n], old_range[o]
            o, n = o + 1, n + 1


def _likeness(one: str, other: str) -> float:
    """Nought where they are not the same paragraph."""
    matcher = SequenceMatcher(None, one[:_COMPARED], other[:_COMPARED], autojunk=False)
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= _ALIKE else 0.0
