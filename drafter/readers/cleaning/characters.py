"""Characters that carry no text: controls, zero widths, private use; odd line ends; full-width digits.

No word is changed. Compatibility forms stay as they are (①, ㎡, Ⅲ), since NFKC would rewrite
them; only three kinds are put into their common form: full-width digits and Latin letters
(２０２６年 → 2026年), the full-width point after a digit (３．５ → 3.5) and the Kangxi radicals that
PDF files print in place of the characters (⼀、→ 一、).
"""

from __future__ import annotations

import re
import unicodedata

from drafter.readers.source import Dropped

__all__ = ["NOISE_REASON", "common_forms", "split_lines", "without_noise"]

NOISE_REASON = "control"

_NOISE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffc\ue000-\uf8ff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]+"
)
_LINE_END = re.compile("\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")
_ODD_SPACE = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f]")
_FULL_WIDTH = re.compile("[０-９Ａ-Ｚａ-ｚ]")
_TO_HALF = {
    code: code - 0xFEE0
    for first, last in ("０９", "ＡＺ", "ａｚ")
    for code in range(ord(first), ord(last) + 1)
}
_POINT = re.compile(r"(?<=\d)．")
_KANGXI = re.compile("[\u2f00-\u2fdf]")


def without_noise(lines: list[str], dropped: list[Dropped], numbers: list[int]) -> list[str]:
    """Take out the characters that no reader sees; each run is written down in ``dropped``."""
    if not _NOISE.search("\n".join(lines)):
        return lines
    cleaned = []
    for line, number in zip(lines, numbers, strict=True):
        runs = _NOISE.findall(line)
        dropped += [Dropped(NOISE_REASON, run, number) for run in runs]
        cleaned.append(_NOISE.sub("", line) if runs else line)
    return cleaned


def split_lines(text: str) -> list[str]:
    """Cut text at any kind of line or page end."""
    if "\r" in text or not text.isprintable():
        return _LINE_END.split(text)
    return text.split("\n")


def common_forms(text: str) -> str:
    """Bring spaces, full-width digits and letters and Kangxi radicals into their common form."""
    if _ODD_SPACE.search(text):
        text = _ODD_SPACE.sub(" ", text)
    if _FULL_WIDTH.search(text):
        text = text.translate(_TO_HALF)
    if "．" in text:
        text = _POINT.sub(".", text)
    if _KANGXI.search(text):
        text = _KANGXI.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    return text
