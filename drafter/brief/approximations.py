"""Rounding words (近, 超过, 约) and share words (七成, 过半, 翻一番), each only where it is true."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from drafter.brief.quantities import plain

__all__ = ["about", "above", "nearly", "share_words", "times_words"]

_CLOSE = Fraction(1, 20)
"""近 is said of what lies no more than a twentieth below."""
_NEAR_SHARE = Fraction(2, 100)
"""近七成 is said from 68 %."""
_TENTHS = "一二三四五六七八九"
_SHARES = (
    {Fraction(tenth, 10): f"{_TENTHS[tenth - 1]}成" for tenth in range(1, 10) if tenth != 5}
    | {Fraction(1, 2): "一半"}
    | {
        Fraction(1, 3): "三分之一",
        Fraction(2, 3): "三分之二",
        Fraction(1, 4): "四分之一",
        Fraction(3, 4): "四分之三",
    }
)
_TIMES = {Fraction(2): "翻一番", Fraction(4): "翻两番", Fraction(3): "增长两倍", Fraction(1, 2): "下降一半"}


def nearly(value: Decimal | int, target: Decimal | int) -> str:
    """近5000 where the value lies just below the target; else the value itself."""
    number, goal = Decimal(value), Decimal(target)
    close = number < goal and goal > 0 and Fraction(goal) - Fraction(number) <= _CLOSE * Fraction(goal)
    return f"近{plain(goal)}" if close else plain(number)


def above(value: Decimal | int, target: Decimal | int) -> str:
    """超过5000 where the value lies above the target; else the value itself."""
    number, goal = Decimal(value), Decimal(target)
    return f"超过{plain(goal)}" if number > goal else plain(number)


def about(value: Decimal | int, digits: int = 2) -> str:
    """The value rounded to its leading digits, with 近 or 超过 as it lies; unchanged where exact.

    Arguments:
        value: 4983.
        digits: how many leading digits stay (2: 5000).
    """
    number = Decimal(value)
    if number == 0:
        return "0"
    step = Decimal(1).scaleb(number.adjusted() - digits + 1)
    rounded = (number / step).quantize(Decimal(1), ROUND_HALF_UP) * step
    if rounded == number:
        return plain(number)
    return f"{'近' if abs(rounded) > abs(number) else '超过'}{plain(rounded)}"


def share_words(part: Decimal | int, whole: Decimal | int) -> str:
    """How much of the whole the part is: 三分之一, 近七成, 过半, 超过九成, 全部; "" where no word is true.

    The exact word first; then 近 just below one; else 超过 with the largest that is true.

    Raises:
        ValueError: the whole is not above nought, or the part is below it.
    """
    total, share = Fraction(Decimal(whole)), Fraction(Decimal(part))
    if total <= 0 or share < 0:
        raise ValueError("a share is of something above nought")
    share /= total
    if share > 1:
        return ""
    if share == 1:
        return "全部"
    if share in _SHARES:
        return _SHARES[share]
    near = [mark for mark in _SHARES if 0 < mark - share <= _NEAR_SHARE]
    if near:
        return f"近{_SHARES[min(near)]}"
    below = [mark for mark in _SHARES if mark < share]
    if not below:
        return ""
    return "过半" if max(below) == Fraction(1, 2) else f"超过{_SHARES[max(below)]}"


def times_words(previous: Decimal | int, now: Decimal | int) -> str:
    """翻一番, 翻两番, 增长两倍, 下降一半 where exactly so, 翻一番多 up to 2.2 times; else ""."""
    if Decimal(previous) <= 0:
        return ""
    times = Fraction(Decimal(now)) / Fraction(Decimal(previous))
    if times in _TIMES:
        return _TIMES[times]
    return "翻一番多" if 2 < times <= Fraction(11, 5) else ""
