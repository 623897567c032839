"""Whether more of an indicator is good or bad (指标好坏): 事故起数 should fall, 覆盖率 should rise."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from enum import Enum
from functools import cache
from pathlib import Path

__all__ = ["Polarity", "movement_words", "polarity"]

_TABLE = Path(__file__).with_name("polarity.toml")
#: Rise and fall of what the table lists under each key.
_MOVEMENTS = {"prices": ("上涨", "下降"), "scores": ("提高", "下降"), "amounts": ("增加", "减少")}


class Polarity(Enum):
    """What a rise of the indicator means."""

    LESS = "越少越好"
    NEUTRAL = "不作褒贬"
    MORE = "越多越好"

    def is_good(self, change: float) -> bool | None:
        """Whether a change of this sign is good news; None where nobody can say."""
        if self is Polarity.NEUTRAL or change == 0:
            return None
        return (change > 0) is (self is Polarity.MORE)


def polarity(name: str, extra: Mapping[str, Polarity] | None = None) -> Polarity:
    """Judge an indicator by the stems in its name (polarity.toml); the rightmost stem decides.

    An action upon something bad (排查隐患, 查处案件) is neither: its count says how much was done.

    Arguments:
        name: the indicator.
        extra: the user's own stems, which come before those of the table.
    """
    if extra:
        own = _rightmost(name, tuple(extra))
        if own:
            return extra[own[1]]
    table = _table()
    less, more = _rightmost(name, table["less"]), _rightmost(name, table["more"])
    if not less and not more:
        return Polarity.NEUTRAL
    if more and (not less or more[0] >= less[0]):
        return Polarity.MORE
    acted = any(word in name for word in table["actions"])
    return Polarity.NEUTRAL if acted else Polarity.LESS


def movement_words(name: str) -> tuple[str, str] | None:
    """How an indicator's rise and fall are called, where not 增长 and 下降: 价格上涨, 得分提高, 雨量增加.

    Arguments:
        name: the indicator's.
    """
    return next((words for kind, words in _MOVEMENTS.items() if name.endswith(_table()[kind])), None)


def _rightmost(name: str, stems: tuple[str, ...]) -> tuple[tuple[int, int], str] | None:
    """The stem that ends last, of those the longest, with what it is ranked by."""
    found = [((name.rindex(stem) + len(stem), len(stem)), stem) for stem in stems if stem in name]
    return max(found, default=None)


@cache
def _table() -> dict[str, tuple[str, ...]]:
    with _TABLE.open("rb") as stream:
        return {key: tuple(words) for key, words in tomllib.load(stream).items()}
