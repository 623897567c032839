"""A title block pasted as one line, taken apart (在…会上的讲话 2026年9月3日 市长 周明远 同志们：)."""

from __future__ import annotations

import re

from drafter.speech.salutation import read_salutation

__all__ = ["unfold_front"]

_TITLE = re.compile(
    r"\S.{3,48}?(?:讲话|报告|致辞|致词|发言|讲稿|主持词|党课|讲座|汇报)(?:提纲|稿)?(?=[\s（(]|(?:19|20)\d\d年)"
)
_NUMERAL = r"[\d一二三四五六七八九十]{1,3}"
# The date, and the occasion where it stands with it: 2026年1月9日在市第六届人民代表大会第五次会议上.
_DATE = re.compile(
    rf"[（(]?(?:(?:19|20)\d\d|[一二][〇零○一二三四五六七八九0O]{{3}})年{_NUMERAL}月(?:{_NUMERAL}日)?"
    r"(?:在[^（(\s）)]{2,40}?[上中时](?=[\s）)]|$))?[）)]?"
)
_SPACES = re.compile(r"\s+")
_AROUND = " \t\u3000（()）"
_LONGEST = 120  # characters up to the address


def unfold_front(line: str) -> tuple[str, ...]:
    """Take the title block that begins a line apart.

    Arguments:
        line: the first paragraph of a speech.

    Returns:
        Title, date, speaker and address in their order, each a line, the last with whatever stood
        behind it; empty where the line is no such block.
    """
    title = _TITLE.match(line, 0, _LONGEST)
    if title is None:
        return ()
    rest = line[title.end() :].strip()
    date = _DATE.search(rest, 0, _LONGEST)
    if not rest or date is None:
        return ()
    before, behind = rest[: date.start()].strip(), rest[date.end() :].strip()
    speaker, address = _part_address(behind)
    lines = (title[0], before, date[0], speaker, address)
    return tuple(part for part in lines if part)


def _part_address(words: str) -> tuple[str, str]:
    """The speaker, and the address with all behind it: the first gap behind which an address stands."""
    gaps = [0, *(gap.end() for gap in _SPACES.finditer(words, 0, _LONGEST))]
    for start in gaps:
        if read_salutation(words[start:]) is not None:
            return words[:start].strip(_AROUND), words[start:]
    return words.strip(_AROUND), ""
