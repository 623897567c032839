"""Whether words before 市, 县, 镇 … name a place: the part of the gate that asks a tokeniser.

A division of the table is a place wherever it stands. Of a name that no table holds only its parts tell:
东山县 has a name before its suffix, 示范县 a word of every speech, 推进区域 none at all. The tokeniser is
asked only where a suffix stands behind two Chinese characters, so that clean text costs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from phrasebank.name_words import GENERIC_BEFORE, NEVER_IN_A_NAME
from phrasebank.tokeniser import tokeniser

__all__ = ["find_place_names"]

_RUN = re.compile("[一-鿿]+")
_SUFFIX = re.compile("(?<=[一-鿿])[省市县区州盟旗镇乡村]")
_ZONE = re.compile(
    "(?<=[一-鿿]{2})(?:高新|经开|开发|保税|度假|新|片|社|校|灌|园)区|(?<=[一-鿿]{2})(?:古|小)镇|(?<=[一-鿿]{2})新村"
)
"""What a name may stand before though it is no suffix of a name by itself."""
_ZHOU = re.compile("(?<=[一-鿿])州(?![市委县区府级直])")
_LONGEST = 15
"""Characters of the longest division of the table (双江拉祜族佤族布朗族傣族自治县)."""
_NAME_TAGS = frozenset({"ns", "nr", "nrt", "nrfg"})
_PLAIN_TAGS = "vdpcurmqftabzeyilox"
"""First letters of the tags (ICTCLAS) of words that are no name: verbs, adverbs, adjectives, …"""
# What the end of a name may be that the tokeniser parts from it or joins to the suffix: 青/山镇, 高桥/坳/村.
_SIDES = "东西南北上下"
_LANDSCAPE = "州山河江海湖溪泉川阳陵安宁城岭台塘桥桂坪沟湾店庄坳垭寨铺井坝渡浦荆"


@cache
def _table() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    head = ""
    for line in (files("phrasebank") / "place_stems.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            head = line.strip("[]")
        elif line and not line.startswith("#"):
            found[head] = found.get(head, frozenset()) | frozenset(line.split())
    return found


@cache
def _divisions() -> tuple[frozenset[str], frozenset[str]]:
    """The divisions, and their last two characters, which are asked for first."""
    from phrasebank.masking.divisions import divisions

    names = divisions().full - _table()["ordinary"]
    return names, frozenset(name[-2:] for name in names)


def find_place_names(text: str) -> Iterator[tuple[int, int]]:
    """Find names of places with their suffix (临江市, 青山镇).

    Arguments:
        text: any text.

    Yields:
        of each its first character and the one behind it.
    """
    for match in _SUFFIX.finditer(text):
        at = match.start()
        begin = _start_of_run(text, at)
        known = _known(text, begin, at)
        if known >= 0:
            yield known, at + 1
        elif at - begin >= 2 and _may_name(text[at - 2 : at], match[0]) and _is_named(text, begin, at):
            yield at - 2, at + 1
    for match in _ZONE.finditer(text):
        at = match.start()
        if _ends_in_name(text[_start_of_run(text, at) : at]):
            yield at - 2, match.end()
    for match in _ZHOU.finditer(text):
        at = match.start()
        if text[at - 1] not in _table()["no_zhou"]:
            yield at - 1, at + 1


def _start_of_run(text: str, at: int) -> int:
    begin = at
    while begin and "一" <= text[begin - 1] <= "鿿":
        begin -= 1
    return begin


def _known(text: str, begin: int, at: int) -> int:
    """Where a division of the table begins that ends at a suffix, or -1."""
    names, ends = _divisions()
    if text[at - 1 : at + 1] not in ends:
        return -1
    for length in range(min(_LONGEST, at + 1 - begin), 1, -1):
        start = at + 1 - length
        if text[start : at + 1] in names:
            # 富民/县域: the name of a county and a word that begins with 县.
            if _begins_word(text, at) and not _is_name(text[start:at]):
                return -1
            # 打赵县: two characters may stand together by chance.
            if length == 2 and start > begin and text[start - 1] not in "在到从和与赴去对的":
                return -1
            return start
    return -1


def _may_name(stem: str, suffix: str) -> bool:
    if stem[1] in GENERIC_BEFORE.get(suffix, "") or stem[1] in NEVER_IN_A_NAME:
        return False
    return stem not in _table()["stem"] and stem[0] not in "的了各每"


def _begins_word(text: str, at: int) -> bool:
    """Whether a suffix is the beginning of a word of its own: 市场, 县域."""
    return any(text[at : at + length] in _table()["word"] for length in (2, 3))


def _is_name(word: str) -> bool:
    from phrasebank.masking.divisions import divisions

    words, tags = _cut(word)
    return word in divisions().short or (len(words) == 1 and tags[0] in _NAME_TAGS)


def _is_named(text: str, begin: int, at: int) -> bool:
    """Whether a name stands between the start of a run of Chinese characters and a suffix."""
    if _begins_word(text, at):
        return _ends_in_name(text[begin:at])
    words, tags = _cut(text[begin : at + 1])
    if _is_name_at_end(words, tags):
        return True
    # 由望/坳市: the guess at an unknown word took the preposition in; the name alone may be read better.
    if len(words[-1]) < 3 and len(words) > 1 and not tokeniser().has_word(words[-2]):
        return _is_name_at_end(*_cut(text[at - 2 : at + 1]))
    return (
        not tokeniser().has_word(words[-1])
        and len(words[-1]) > 3
        and _is_name_at_end(*_cut(text[at - 2 : at + 1]))
    )


def _is_name_at_end(words: tuple[str, ...], tags: tuple[str, ...]) -> bool:
    """Whether the last words of a text that ends in a suffix name a place."""
    word, tag = words[-1], tags[-1]
    before, tag_before = (words[-2], tags[-2]) if len(words) > 1 else ("", "x")
    if len(word) == 1:
        if len(before) > 1:
            return _is_stem(before, tag_before)
        return len(words) > 2 and _is_group(words[-3], tags[-3], before, tag_before)
    if len(word) == 2:
        if tokeniser().has_word(word) and tag not in _NAME_TAGS and word[0] not in _LANDSCAPE + _SIDES:
            return False
        return _is_group(before, tag_before, word[0], "n")
    return tag in _NAME_TAGS if tokeniser().has_word(word) else _is_stem(word[:-1], tag)


def _ends_in_name(clause: str) -> bool:
    words, tags = _cut(clause)
    return len(words[-1]) > 1 and _is_stem(words[-1], tags[-1], names_only=True)


def _is_stem(word: str, tag: str, *, names_only: bool = False) -> bool:
    """Whether a word can be the name of a place.

    Arguments:
        word: two characters or more.
        tag: its part of speech.
        names_only: whether a common noun (青山) is none, as before 片区.
    """
    if word in _table()["stem"] or word[-2:] in _table()["stem"]:
        return False
    if not tokeniser().has_word(word):
        return not any(mark in _table()["never"] for mark in word[-2:])
    if len(word) > 3:
        # The dictionary has 努力实现 for a name.
        return False
    return tag in _NAME_TAGS or (not names_only and tag[0] not in _PLAIN_TAGS and tag != "ng")


def _is_group(before: str, tag: str, last: str, last_tag: str) -> bool:
    """Whether a word and one character behind it can be a name: 白/碾, 上/洄, 高桥/坳."""
    if not before or tag[0] in "pcurqyx" or last_tag[0] in "pcurmqyx" or last in _table()["never"]:
        return False
    if len(before) > 1:
        return last in _LANDSCAPE and tag[0] in "nm"
    if before + last in _table()["stem"] or before in _table()["never"]:
        return False
    return not (before in _table()["side"] and last in _table()["side"])


@lru_cache(maxsize=4096)
def _cut(clause: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    words, tags = zip(*tokeniser().tag(clause), strict=True)
    return words, tags
