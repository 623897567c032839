"""Spaces: none beside digits and none between Chinese characters, except where they part two words.

A space stays in a short line without sentence punctuation, where it parts post and name
(省长 王某某), the clauses of a heading (提高认识 增强责任) or a name and a date; there several become
one. Characters spaced out one by one (政 府 工 作 报 告, 张　三) are drawn together. English words
keep their spaces.
"""

from __future__ import annotations

import re

from drafter.readers.cleaning.scripts import CJK, HAN, NUMERALS
from drafter.readers.cleaning.shapes import is_row
from drafter.readers.cleaning.sheet import Sheet

__all__ = ["tidy_spaces"]

_RUN = re.compile(r"[ \t\u3000]{2,}|\t")
_GAP = "[ \u3000]"
_AT_POINT = re.compile(
    rf"(?<=[，。；：！？、…（《“‘【]){_GAP}+|{_GAP}+(?=[，。；：！？、…）》”’】])"
    rf"|(?<=[{CJK}][,;:!?]){_GAP}+(?=[{CJK}\d])|{_GAP}+(?=[,;!?][{CJK}])"
)
_AT_FIGURE = re.compile(
    rf"(?<=[{CJK}]){_GAP}+(?=[\dA-Za-z＋+−<>≥≤~～])(?!\d{{4}}年\d{{1,2}}月\d{{1,2}}日$)"
    rf"|(?<=[\dA-Za-z%％℃°+]){_GAP}+(?=[{CJK}])(?<!\d日 )|(?<=\d){_GAP}+(?=[%％‰℃])"
)
_BETWEEN_HAN = re.compile(rf"(?<=[{CJK}\d]){_GAP}+(?=[{CJK}])")
_AFTER_MARKER = re.compile(
    rf"^((?:[（(] ?[\d{NUMERALS}]{{1,3}} ?[)）]|[{NUMERALS}]{{1,3}}、|\d{{1,2}}[、．]|[①-⑳]|——)){_GAP}+"
    rf"|^(\d{{1,2}}\.){_GAP}+(?=[{CJK}\d“])"
)
_DIVISION = re.compile(rf"^(第[{NUMERALS}\d]{{1,3}}(?:部分|章|节|篇|编)){_GAP}+(?=\S)")
_SENTENCE = re.compile(r"[。；！？]|[，,].*[，,].*[，,]")
_LONGEST_LABEL = 60  # characters; a longer line is prose, whatever its punctuation
_HAN = re.compile(f"[{HAN}]")
_NUMBERED = re.compile(rf"[{NUMERALS}]{{1,3}}、|[（(]")
_CLAUSE = 4  # characters; a shorter half of a numbered heading is no clause of its own


def tidy_spaces(sheet: Sheet) -> None:
    """Strip every line and mend the spaces within."""
    stripped = [line.strip() for line in sheet.lines]
    sheet.lines = [
        _tidied(line) if " " in line or "\u3000" in line or "\t" in line else line for line in stripped
    ]


def _tidied(line: str) -> str:
    line = _RUN.sub(lambda run: "\u3000" if "\u3000" in run[0] else " ", line)
    if division := _DIVISION.match(line):  # 第一部分　… has no other mark to part it from its heading
        return f"{division[1]}\u3000{_tidied(line[division.end() :])}"
    if is_row(line):
        return line
    line = _AFTER_MARKER.sub(lambda marker: marker[1] or marker[2], line)
    line = _AT_POINT.sub("", line)
    if len(line) > _LONGEST_LABEL or _SENTENCE.search(line):
        return _BETWEEN_HAN.sub("", _AT_FIGURE.sub("", line))
    return _short_line(_AT_FIGURE.sub("", line))


def _short_line(line: str) -> str:
    """A title, heading, speaker or date line: draw spaced-out words together, keep the other gaps."""
    parts = re.split(f"({_GAP})", line)
    if len(parts) < 3:
        return line
    out = parts[0]
    single = _is_single(parts[0])
    for gap, word in zip(parts[1::2], parts[2::2], strict=True):
        following = _is_single(word)
        out += word if single and following else gap + word
        single = following
    halves = re.split(_GAP, out)
    if len(halves) == 2 and _NUMBERED.match(out) and min(map(len, halves)) < _CLAUSE:
        return "".join(halves)
    return out


def _is_single(word: str) -> bool:
    return len(word) == 1 and _HAN.match(word) is not None
