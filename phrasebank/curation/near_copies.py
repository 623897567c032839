"""Phrases of the bank that say nearly what somebody is about to add."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from phrasebank.store import Held, Store
from phrasebank.vocabulary import SLOT_PATTERN

__all__ = ["near_copies"]

_RUN = re.compile(r"[一-鿿]+")
_LONGEST_PROBE, _PROBES, _LOOKED_AT = 4, 6, 60
#: Share of characters in common from which two phrases are heard as one. Six pairs of our own that an
#: editor would merge have .79 to .95; of 150 sentences of the built-in bank, which are all meant to be
#: different, the nearest among 300 others had .47.
_ALIKE = 0.8


def near_copies(store: Store, text: str, *, limit: int = 3) -> list[Held]:
    """Phrases whose words are nearly these, the nearest first; the very same words are not among them.

    Arguments:
        store: the bank.
        text: words with slots.
        limit: at most so many.
    """
    bare = _bare(text)
    seen: dict[str, tuple[float, Held]] = {}
    for probe in _probes(text):
        for held in store.search(probe, limit=_LOOKED_AT):
            if held.phrase.id not in seen and held.phrase.text != text:
                likeness = SequenceMatcher(None, bare, _bare(held.phrase.text), autojunk=False).ratio()
                seen[held.phrase.id] = (likeness, held)
    near = sorted(
        (one for one in seen.values() if one[0] >= _ALIKE), key=lambda one: (-one[0], one[1].phrase.id)
    )
    return [held for _, held in near[:limit]]


def _bare(text: str) -> str:
    """The Han characters, a slot as one blank whatever its name."""
    return "".join(mark for mark in SLOT_PATTERN.sub("□", text) if mark == "□" or "一" <= mark <= "鿿")


def _probes(text: str) -> list[str]:
    """Short runs of the text, spread over it: a near copy has at least one of them word for word."""
    runs = [
        run[start : start + _LONGEST_PROBE]
        for run in _RUN.findall(SLOT_PATTERN.sub("，", text))
        for start in range(0, len(run), _LONGEST_PROBE)
        if len(run) - start >= 2
    ]
    step = max(len(runs) // _PROBES, 1)
    return list(dict.fromkeys(runs[::step]))[: _PROBES + 1]
