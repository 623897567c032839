"""Text from elsewhere made fit for a terminal: what stands in a sample must not command it."""

from __future__ import annotations

import re

__all__ = ["harmless"]

#: Control characters (ECMA-48) and those that turn the direction of writing (Unicode TR 9).
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def harmless(text: str) -> str:
    """The text with ``·`` for every character that would command a terminal, line breaks too."""
    return _CONTROL.sub("·", text)
