"""What is wrong with a text and cannot be mended: damaged characters, a text cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.readers.cleaning.scripts import HAN, NUMERALS
from drafter.readers.cleaning.shapes import numbers_a_unit
from drafter.speech.model import Anomaly

__all__ = ["find_damage"]

# ? or the replacement character where a character was; □ between characters (alone it is a box to
# tick); what UTF-8 looks like when it is read as GBK.
_MOJIBAKE = re.compile(
    rf"\ufffd+|(?<=\d)\?(?=\d)|(?<=[{NUMERALS}])\?(?=[{NUMERALS}])|\?{{3,}}|(?<=[{HAN}])□+(?=[{HAN}])|锟斤拷|烫烫烫|屯屯屯|[ÃÂ][\x80-\xbf]|锛[屻孲]|銆[€傘]"
)
_SUSPECTS = ("?", "\ufffd", "□", "锟斤拷", "烫烫烫", "屯屯屯", "锛", "銆", "Ã", "Â")
_AROUND = 6  # characters shown on either side
_CUT_END = re.compile(r"(?:…+|\.{3,})[”’）]?$")


def find_damage(paragraphs: Sequence[str], *, cut_after: Sequence[int] = ()) -> Iterator[Anomaly]:
    """Find damaged characters and the places where text is missing.

    Arguments:
        paragraphs: the cleaned paragraphs.
        cut_after: indices of paragraphs after which the source itself said that text is missing.
    """
    text = "\n".join(paragraphs)
    suspicious = any(mark in text for mark in _SUSPECTS)
    for i, paragraph in enumerate(paragraphs if suspicious else ()):
        if (match := _MOJIBAKE.search(paragraph)) is not None:
            shown = paragraph[max(0, match.start() - _AROUND) : match.end() + _AROUND]
            yield Anomaly("mojibake", f"字符损坏，请对照原件改正：“{shown}”", i)
    cut = set(cut_after)
    if paragraphs and _CUT_END.search(paragraphs[-1]) and not numbers_a_unit(paragraphs[-1][-1:]):
        cut.add(len(paragraphs) - 1)
    for i in sorted(cut):
        yield Anomaly("truncated", f"文字到此中断，后面的内容缺失：“…{paragraphs[i][-12:]}”", i)
