"""The title said twice, with the additions of web pages: (全文), （通用3篇）, 【精选】."""

from __future__ import annotations

import re

from drafter.readers.cleaning.shapes import bare, first_body, is_date, is_salutation, is_title, numbers_a_unit
from drafter.readers.cleaning.sheet import Sheet

__all__ = ["drop_repeated_titles"]

_ADDITION = re.compile(
    r"[（(【\[](?:[^（()）【】\[\]]{0,10}(?:\d+|[一二三四五六七八九十]+)\s*篇[^（()）【】\[\]]{0,6}"
    r"|(?:完整|最新|精选|通用|推荐|优秀|热门|合集|汇编|集锦|范文|最终|正式|修订)[^（()）【】\[\]]{0,8}|全文|共\d+字)[)）】\]]"
)
_SITE = re.compile(r"\s*[-_—|–]{1,2}\s*[^-_—|–]{2,16}(?:网|门户|平台|文库|范文)\s*$")
_LONGEST = 120  # characters of a title with all its additions
_ALIKE = 0.8  # share of the shorter title's characters that the longer one has too


def drop_repeated_titles(sheet: Sheet) -> None:
    """Keep of several forms of the title the one next to the speech, and take the additions off."""
    first = first_body(sheet.lines)
    head = [i for i in range(min(first, 40)) if sheet.lines[i].strip()]
    for i in head:
        _take_off_additions(sheet, i)
    titles = [i for i in head if _may_be_title(sheet.lines[i].strip())]
    gone = {
        a
        for k, a in enumerate(titles)
        if any(_alike(sheet.lines[a], sheet.lines[b]) for b in titles[k + 1 :])
    }
    sheet.drop(gone, "title-twice")


def _take_off_additions(sheet: Sheet, index: int) -> None:
    line = sheet.lines[index].strip()
    if len(line) > _LONGEST:
        return
    for addition in _ADDITION.findall(line):
        sheet.note_dropped("title-addition", addition.strip(), index)
    line = _ADDITION.sub("", line).strip()
    site = _SITE.search(line)
    if site is not None and is_title(line[: site.start()]):
        sheet.note_dropped("title-addition", site[0].strip(), index)
        line = line[: site.start()]
    half = line[: len(line) // 2]
    if line == half * 2 and is_title(half):
        sheet.note_dropped("title-twice", half, index)
        line = half
    if line != sheet.lines[index].strip():
        sheet.lines[index] = line


def _may_be_title(line: str) -> bool:
    if is_date(line) or is_salutation(line) or numbers_a_unit(line) or not 4 <= len(line) <= 80:
        return False
    return is_title(line) or not re.search(r"[，。；：！？]", line)


def _alike(one: str, other: str) -> bool:
    """Whether two lines are forms of one title: nearly the same characters in the same order.

    The longer one may say more (a place, an occasion), but 政府工作报告 below 2026年…政府工作报告 is
    that report's own short title and not the same line.
    """
    a, b = bare(one), bare(other)
    if not a or not b:
        return False
    short, long = sorted((a, b), key=len)
    if len(short) < _ALIKE * len(long):
        return False
    position = matched = 0
    for char in short:
        found = long.find(char, position)
        if found >= 0:
            matched += 1
            position = found + 1
    return matched >= _ALIKE * len(long)
