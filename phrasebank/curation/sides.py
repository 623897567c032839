"""What a table of the bank sets the moves against."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["By"]


class By(StrEnum):
    """Topics (主题), kinds of speech (文种) or levels (层级)."""

    TOPIC = "topic"
    KIND = "kind"
    LEVEL = "level"
