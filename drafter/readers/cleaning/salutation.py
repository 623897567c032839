"""A salutation glued to the title before it or to the first paragraph behind it, taken apart."""

from __future__ import annotations

import re

from drafter.readers.cleaning.shapes import is_body, is_salutation, numbers_a_unit
from drafter.readers.cleaning.sheet import Sheet

__all__ = ["part_salutation"]

_HEAD = 12  # filled lines within which a speech addresses its listeners
_REACH = 160  # characters of a line that may hold title, date, speaker and salutation
_BEGINS = re.compile(
    "尊敬的|敬爱的|亲爱的|各位|诸位|全体|(?:同志|代表|朋友|老师|同学|女士|先生|来宾|委员|战友|乡亲|同事|家长)们"
)
_FRONT = re.compile(
    r"(?P<title>\S.{3,60}?(?:讲话|报告|致辞|致词|发言|讲座|讲稿|党课|汇报|主持词))\s*"
    r"(?P<date>[（(]\s*\d{4}\s*年[^（()）]{0,20}[)）])?\s*(?P<speaker>\S{2,16}(?:\s+\S{1,4}){0,2})?"
)
_SENTENCE = re.compile("[。；！？]")


def part_salutation(sheet: Sheet) -> None:
    """Split the first line that holds a salutation and something else (同志们：今天…)."""
    for i, line in enumerate(sheet.lines[:_HEAD]):
        if is_salutation(line):
            return
        parts = _parts(line)
        if parts:
            sheet.lines[i : i + 1] = parts
            sheet.numbers[i : i + 1] = [sheet.numbers[i]] * len(parts)
            return
        if numbers_a_unit(line) or is_body(line):
            return


def _parts(line: str) -> list[str]:
    """What a line with a salutation up to a colon falls into; nothing where there is none."""
    colon = re.search("[：:]", line[:_REACH])
    if colon is None:
        return []
    for begin in _BEGINS.finditer(line, 0, colon.start()):
        if not is_salutation(line[begin.start() : colon.end()]):
            continue
        front = _front_parts(line[: begin.start()].strip())
        parts = [*front, line[begin.start() : colon.end()], line[colon.end() :].strip()]
        return [part for part in parts if part] if front or begin.start() == 0 else []
    return []


def _front_parts(front: str) -> list[str]:
    """Title, date and speaker as lines of their own."""
    match = _FRONT.fullmatch(front)
    if match is None or _SENTENCE.search(front):
        return []
    return [part.strip() for part in match.groups() if part]
