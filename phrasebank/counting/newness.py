"""Whether the bank says it already: words all of whose parts stand in phrases that are accepted."""

from __future__ import annotations

from collections.abc import Iterable

from phrasebank.vocabulary import SLOT_PATTERN

__all__ = ["Said"]

_PART = 4
"""Characters: the length of a set phrase (四字格). Slots are one character, whatever fills them."""
_SLOT = "□"


class Said:
    """What the accepted phrases of a bank say."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Take in accepted texts."""
        self._parts: set[str] = set()
        for text in texts:
            self._parts.update(_parts(text))

    def says(self, text: str) -> bool:
        """Whether every part of a text stands in an accepted one."""
        known = self._parts
        bare = _bare(text)
        # Few texts begin with words that are known.
        return bare[:_PART] in known and all(
            bare[start : start + _PART] in known for start in range(1, max(len(bare) - _PART, 0) + 1)
        )


def _parts(text: str) -> list[str]:
    bare = _bare(text)
    return [bare[start : start + _PART] for start in range(max(len(bare) - _PART, 0) + 1)]


def _bare(text: str) -> str:
    return SLOT_PATTERN.sub(_SLOT, text) if "{" in text else text
