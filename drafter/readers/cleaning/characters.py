"""Characters that carry no text: controls, zero widths, private use; odd line ends; full-width digits.

No word is changed. Compatibility forms stay as they are (①, ㎡, Ⅲ), since NFKC would rewrite
them; only three kinds are put into their common form: full-width digits and Latin letters
(２０２６年 → 2026年), the full-width point after a digit (３．５ → 3.5) and the Kangxi radicals that
PDF files print in place of the characters (⼀、→ 一、).
"""

from __future__ import annotations

import re
import unicodedata

from drafter.readers.cleaning.sheet import Sheet

__all__ = ["drop_noise", "split_lines", "use_common_forms"]

_NOISE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffc\ue000-\uf8ff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]+"
)
_LINE_END = re.compile("\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")
_ODD_SPACE = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f]")
_UNCOMMON = re.compile("[０-９Ａ-Ｚａ-ｚ\u2f00-\u2fdf]")
_TO_HALF = {
    code: code - 0xFEE0
    for first, last in ("０９", "ＡＺ", "ａｚ")
    for code in range(ord(first), ord(last) + 1)
}
_POINT = re.compile(r"(?<=\d)．")
_KANGXI = re.compile("[\u2f00-\u2fdf]")


def drop_noise(sheet: Sheet) -> None:
    """Take out the characters that no reader sees, and write down each run of them."""
    text = "".join(sheet.lines)
    if _is_ordinary(text) or not _NOISE.search(text):
        return
    for i, line in enumerate(sheet.lines):
        for run in _NOISE.findall(line):
            sheet.note_dropped("control", run, i)
        sheet.lines[i] = _NOISE.sub("", line)


def _is_ordinary(text: str) -> bool:
    """Whether the text holds nothing invisible but line ends and spaces; much faster than a search."""
    return text.replace("\u3000", "").replace("\n", "").isprintable()


def split_lines(text: str) -> list[str]:
    """Cut text at any kind of line or page end."""
    if "\r" in text or not text.isprintable():
        return _LINE_END.split(text)
    return text.split("\n")


def use_common_forms(sheet: Sheet) -> None:
    """Bring spaces, full-width digits and letters and Kangxi radicals into their common form."""
    text = "\n".join(sheet.lines)
    mended = text
    if not _is_ordinary(text) and _ODD_SPACE.search(mended):
        mended = _ODD_SPACE.sub(" ", mended)
    if _UNCOMMON.search(mended):
        mended = _KANGXI.sub(
            lambda radical: unicodedata.normalize("NFKC", radical[0]), mended.translate(_TO_HALF)
        )
    if "．" in mended:
        mended = _POINT.sub(".", mended)
    if mended != text:
        sheet.lines = mended.split("\n")
