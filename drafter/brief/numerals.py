"""Chinese numerals (汉字数目) there and back: 一百零五, 十二点五, 负三, 三分之一, 第十二, 二〇二六."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

__all__ = [
    "LARGEST",
    "fraction_to_chinese",
    "from_chinese",
    "from_digits",
    "from_ordinal",
    "from_percent_words",
    "ordinal",
    "to_chinese",
    "to_digits",
    "to_percent_words",
]

LARGEST = 10**16
"""Integers up to here in size have a Chinese form (一亿亿)."""

_DIGITS = "零一二三四五六七八九"
_DIGIT_OF = {sign: value for value, sign in enumerate(_DIGITS)} | {"〇": 0, "○": 0, "两": 2}
_NOUGHT = "零〇○"
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = (("亿", 10**8), ("万", 10**4))
# Denominators that stand without 一: 百分之, 千分之, 万分之.
_BARE_DENOMINATORS = {"百": 100, "千": 1000, "万": 10**4}
# The forms of cheques and receipts (GB/T 15835 附录) and traditional characters, read but never written.
_PLAIN = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟萬億點負貳參陸兩", "一二三四五六七八九十百千万亿点负二三六两")

_INTEGER = re.compile(r"[零〇○一二两三四五六七八九十百千万亿]+")


def to_chinese(number: int | Decimal | Fraction) -> str:
    """Write a number in Chinese characters.

    Arguments:
        number: an integer, a finite decimal (12.50 keeps its last zero) or a fraction.

    Raises:
        ValueError: its size is above ``LARGEST``, or it is no finite number.
    """
    if isinstance(number, Fraction):
        return fraction_to_chinese(number)
    if isinstance(number, int):
        return f"负{_whole(-number)}" if number < 0 else _whole(number)
    if not number.is_finite():
        raise ValueError(f"not a finite number: {number}")
    whole, _, decimals = f"{abs(number):f}".partition(".")
    text = _whole(int(whole))
    if decimals:
        text += "点" + "".join(_DIGITS[int(digit)] for digit in decimals)
    return f"负{text}" if number.is_signed() else text


def from_chinese(text: str) -> int | Decimal | Fraction:
    """Read a number written in Chinese characters; the inverse of ``to_chinese``.

    Also read: 两 for 二, the cheque forms 壹贰叁, digit by digit 二〇二六, and the spoken 一千二 (1200).

    Raises:
        ValueError: it is no Chinese number.
    """
    plain = text.strip().translate(_PLAIN)
    if plain.startswith("负"):
        return -_from_unsigned(plain[1:])
    return _from_unsigned(plain)


def fraction_to_chinese(number: Fraction) -> str:
    """三分之一; an integer stays one."""
    sign = "负" if number < 0 else ""
    if number.denominator == 1:
        return to_chinese(number.numerator)
    return f"{sign}{_whole(number.denominator)}分之{_whole(abs(number.numerator))}"


def to_percent_words(percent: Decimal | int) -> str:
    """百分之十二点五, for 12.5."""
    value = Decimal(percent)
    sign = "负" if value < 0 else ""
    return f"{sign}百分之{to_chinese(abs(value))}"


def from_percent_words(text: str) -> Decimal:
    """12.5, from 百分之十二点五.

    Raises:
        ValueError: it is no percentage in words.
    """
    match = re.fullmatch(r"(负?)百分之(.+)", text.strip())
    if match is None:
        raise ValueError(f"not a percentage in words: {text}")
    value = from_chinese(match[2])
    if isinstance(value, Fraction):
        raise ValueError(f"not a percentage in words: {text}")
    return -Decimal(value) if match[1] else Decimal(value)


def ordinal(number: int) -> str:
    """第十二, for 12."""
    return f"第{to_chinese(number)}"


def from_ordinal(text: str) -> int:
    """12, from 第十二 or 第12.

    Raises:
        ValueError: it is no ordinal.
    """
    body = text.strip().removeprefix("第")
    if body == text.strip():
        raise ValueError(f"not an ordinal: {text}")
    value = int(body) if body.isdecimal() else from_chinese(body)
    if not isinstance(value, int):
        raise ValueError(f"not an ordinal: {text}")
    return value


def to_digits(number: int) -> str:
    """二〇二六, for the year 2026: digit by digit with 〇 (GB/T 15835 5.1)."""
    return "".join("〇" if digit == "0" else _DIGITS[int(digit)] for digit in str(number))


def from_digits(text: str) -> int:
    """2026, from 二〇二六.

    Raises:
        ValueError: a character is no digit.
    """
    if not text or any(sign not in _DIGIT_OF or sign == "两" for sign in text):
        raise ValueError(f"not a row of Chinese digits: {text}")
    return int("".join(str(_DIGIT_OF[sign]) for sign in text))


def _whole(number: int) -> str:
    if number > LARGEST:
        raise ValueError(f"too large to be said: {number}")
    if number == 0:
        return "零"
    text = _large(number)
    # 十二, not 一十二, where the number begins so; inside it stays 一百一十二.
    return text[1:] if text.startswith("一十") else text


def _large(number: int) -> str:
    for name, size in _LARGE:
        if number >= size:
            head, rest = divmod(number, size)
            return f"{_large(head)}{name}{_rest(rest, size)}"
    return _below_ten_thousand(number)


def _rest(number: int, size: int) -> str:
    """What follows 万 or 亿: 零 is said where the next place is empty."""
    if number == 0:
        return ""
    return f"零{_large(number)}" if number < size // 10 else _large(number)


def _below_ten_thousand(number: int) -> str:
    text = ""
    gap = False
    for name, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit = number // size % 10
        if digit:
            text += ("零" if gap and text else "") + _DIGITS[digit] + name
        gap = digit == 0
    return text


def _from_unsigned(text: str) -> int | Decimal | Fraction:
    if "分之" in text:
        return _from_fraction(text)
    whole, point, decimals = text.partition("点")
    if not point:
        return _from_whole(whole)
    digits = "".join(str(_DIGIT_OF.get(sign, "x")) for sign in decimals)
    if not digits.isdecimal():
        raise ValueError(f"not a Chinese number: {text}")
    return Decimal(f"{_from_whole(whole)}.{digits}")


def _from_fraction(text: str) -> Fraction:
    head, _, numerator_text = text.partition("分之")
    whole_text, again, denominator_text = head.rpartition("又")
    denominator = _BARE_DENOMINATORS.get(denominator_text) or _from_whole(denominator_text)
    numerator = _from_unsigned(numerator_text)
    if denominator == 0:
        raise ValueError(f"a fraction of nought parts: {text}")
    whole = _from_whole(whole_text) if again else 0
    return whole + Fraction(numerator) / denominator


def _from_whole(text: str) -> int:
    if not _INTEGER.fullmatch(text) or (len(text) > 1 and text[0] in _NOUGHT):
        raise ValueError(f"not a Chinese number: {text}")
    if len(text) > 1 and all(sign in _DIGIT_OF for sign in text):
        return from_digits(text)
    return _read_places(text)


def _read_places(text: str) -> int:
    """Read a number in place notation, largest scale first; refuse what nobody would say.

    A number is a head, the rightmost of its largest scale word (亿 before 万), and a rest below it.
    """
    for name, size in _LARGE:
        head, found, rest = text.rpartition(name)
        if found:
            count = _read_places(head)
            tail = _read_tail(rest, size)
            # Only 亿 may be counted in 亿, and only once: 一亿亿 is the largest.
            if not 0 < count <= size or tail >= size or (count == size and tail):
                raise ValueError(f"not a Chinese number: {text}")
            return count * size + tail
    return _read_below_ten_thousand(text)


def _read_tail(text: str, size: int) -> int:
    if not text:
        return 0
    if len(text) == 1 and text in _DIGIT_OF and _DIGIT_OF[text]:
        return _DIGIT_OF[text] * size // 10
    return _read_places(text.removeprefix("零").removeprefix("〇").removeprefix("○"))


def _read_below_ten_thousand(text: str) -> int:
    total, limit, digit = 0, 10**4, None
    last_place, gap = 0, False
    for sign in text:
        if sign in _SMALL:
            size = _SMALL[sign]
            if size >= limit or digit == 0 or (digit is None and sign != "十"):
                raise ValueError(f"not a Chinese number: {text}")
            total += (1 if digit is None else digit) * size
            limit, last_place, digit, gap = size, size, None, False
        elif digit is not None or (gap and sign in _NOUGHT):
            raise ValueError(f"not a Chinese number: {text}")
        elif sign in _NOUGHT and len(text) > 1:
            gap = True
        else:
            digit = _DIGIT_OF[sign]
    if digit is not None:
        spoken = last_place > 10 and not gap  # 一百二 is 120, 一百零二 is 102
        total += digit * (last_place // 10 if spoken else 1)
    elif gap:
        raise ValueError(f"not a Chinese number: {text}")
    return total
