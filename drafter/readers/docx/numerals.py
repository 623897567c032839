"""Number formats (ST_NumberFormat, ECMA-376-1 17.18.59): a count as Word prints it."""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["format_number"]

_DIGITS = "〇一二三四五六七八九"
_COUNTING = "零一二三四五六七八九"
_LEGAL_SIMPLIFIED = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_UNITS = ("千", "百", "十", "")
_LEGAL_UNITS = ("仟", "佰", "拾", "")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
# Word itself counts no further; above it a Roman number would only be a way to fill memory.
_LARGEST = 32767


def format_number(number: int, number_format: str) -> str:
    """Print ``number`` in one of Word's formats.

    Where Word's own characters leave the families speeches use, the plain member of the family
    is given: （1） for ⑴, 1. for ⒈, 〇 for the circle ○ that Word prints as a Chinese zero.

    Arguments:
        number: the count, normally from 1.
        number_format: the value of ``w:numFmt``; an unknown one, or one without a character for
            this count, is printed in digits, as Word does.
    """
    if number_format in ("none", "bullet"):
        return ""
    printer = _FORMATS.get(number_format)
    return printer(number) if printer and 0 < number <= _LARGEST else str(number)


def _digits(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _below_ten_thousand(number: int, digits: str, units: tuple[str, ...]) -> str:
    text, gap = "", False
    for digit, unit in zip(f"{number:04d}", units, strict=True):
        if digit == "0":
            gap = bool(text)
            continue
        text += (digits[0] if gap else "") + digits[int(digit)] + unit
        gap = False
    return text


def _with_units(number: int, digits: str, units: tuple[str, ...]) -> str:
    high, low = divmod(number, 10_000)
    text = _below_ten_thousand(high, digits, units) + "万" if high else ""
    if high and 0 < low < 1000:
        text += digits[0]
    return text + _below_ten_thousand(low, digits, units)


def _counting(number: int) -> str:
    """一 … 十、十一 … 一百零一: nobody says 一十 at the head of a number."""
    text = _with_units(number, _COUNTING, _UNITS)
    return text[1:] if text.startswith("一十") else text


def _counting_to_hundred(number: int) -> str:
    """ChineseCounting turns to bare digits at a hundred (一〇〇)."""
    return _counting(number) if number < 100 else _digits(number)


def _japanese_counting(number: int) -> str:
    """百一, 千: a one before a unit is not written, nor is a zero."""
    high, low = divmod(number, 10_000)
    text = _japanese_counting(high) + "万" if high else ""
    for digit, unit in zip(f"{low:04d}", _UNITS, strict=True):
        if digit != "0":
            text += unit if digit == "1" and unit else _COUNTING[int(digit)] + unit
    return text


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


def _letters(number: int) -> str:
    """A … Z, then AA, BB …: Word repeats the letter, it does not count on as a spreadsheet does."""
    rounds, index = divmod(number - 1, 26)
    return chr(ord("A") + index) * (rounds + 1)


def _one_of(characters: str) -> Callable[[int], str]:
    return lambda number: characters[number - 1] if number <= len(characters) else str(number)


def _circled(number: int) -> str:
    """① to ⑳ stand together in Unicode, ㉑ to ㊿ elsewhere."""
    if number <= 20:
        return chr(0x2460 + number - 1)
    if number <= 35:
        return chr(0x3251 + number - 21)
    return chr(0x32B1 + number - 36) if number <= 50 else str(number)


def _stem_and_branch(number: int) -> str:
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12]


def _full_width(number: int) -> str:
    return str(number).translate(_FULL_WIDTH)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": "{:02d}".format,
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": "（{}）".format,
    "decimalEnclosedFullstop": "{}.".format,
    "numberInDash": "- {} -".format,
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda number: _letters(number).lower(),
    "chineseCounting": _counting_to_hundred,
    "taiwaneseCounting": _counting_to_hundred,
    "chineseCountingThousand": _counting,
    "taiwaneseCountingThousand": _counting,
    "japaneseCounting": _japanese_counting,
    "chineseLegalSimplified": lambda number: _with_units(number, _LEGAL_SIMPLIFIED, _LEGAL_UNITS),
    "ideographLegalTraditional": lambda number: _with_units(number, _LEGAL_TRADITIONAL, _LEGAL_UNITS),
    "ideographDigital": _digits,
    "taiwaneseDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "koreanDigital2": _digits,
    "ideographTraditional": _one_of(_STEMS),
    "ideographZodiac": _one_of(_BRANCHES),
    "ideographZodiacTraditional": _stem_and_branch,
    "ideographEnclosedCircle": _one_of("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
}
