"""Counting words of markers: 一 … 九十九 and the circled digits, there and back."""

from __future__ import annotations

__all__ = ["CHINESE_NUMERAL", "chinese_numeral", "circled", "circled_number", "read_chinese_numeral"]

_DIGITS = "一二三四五六七八九"

CHINESE_NUMERAL = r"(?:[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
"""Pattern of 一 … 九十九; no speech counts further than that."""

# Unicode keeps the circled digits in three blocks: U+2460, U+3251, U+32B1.
_CIRCLED = "".join(
    map(chr, (*range(0x2460, 0x2474), *range(0x3251, 0x3260), *range(0x32B1, 0x32C0))),
)


def _spell(number: int) -> str:
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else _DIGITS[tens - 1] + "十"
    return head + (_DIGITS[ones - 1] if ones else "")


_SPELLED = {number: _spell(number) for number in range(1, 100)}
_VALUES = {word: number for number, word in _SPELLED.items()} | {
    "一十" + tail: 10 + index for index, tail in enumerate(["", *_DIGITS])
}


def chinese_numeral(number: int) -> str:
    """Spell 1 … 99 as markers do (12 → 十二).

    Raises:
        ValueError: the number is outside 1 … 99.
    """
    if number not in _SPELLED:
        raise ValueError(f"no marker counts to {number}")
    return _SPELLED[number]


def read_chinese_numeral(word: str) -> int | None:
    """Read 一 … 九十九; None for anything else."""
    return _VALUES.get(word)


def circled(number: int) -> str:
    """Print ① … ㊿.

    Raises:
        ValueError: the number is outside 1 … 50.
    """
    if not 1 <= number <= len(_CIRCLED):
        raise ValueError(f"no circled digit for {number}")
    return _CIRCLED[number - 1]


def circled_number(character: str) -> int | None:
    """Read one circled digit; None for anything else."""
    position = _CIRCLED.find(character) if character else -1
    return position + 1 if position >= 0 else None
