from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drafter.speech.marker import Family, Marker
from drafter.speech.model import Section, Speech

_D = "零一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Block:
    role: str
    text: str
    level: int = 0
    lead: str = ""


def _cn(n: int) -> str:
    if n <= 10:
        return _D[n]
    t, o = divmod(n, 10)
    return (_D[t] if t > 1 else "") + "十" + (_D[o] if o else "")


def print_marker(m: Marker) -> str:
    if m.family is Family.DASH:
        return "——"
    n = m.number or 1
    return {
        Family.CHAPTER: f"{_cn(n)}、",
        Family.BRACKET: f"（{_cn(n)}）",
        Family.ARABIC: f"{n}.",
        Family.ARABIC_BRACKET: f"（{n}）",
        Family.CIRCLED: chr(0x245F + n),
        Family.ORDINAL: f"第{_cn(n)}{m.noun}，",
        Family.YAO: f"{_cn(n)}要",
        Family.SHI: f"{_cn(n)}是",
        Family.ONE_VERB: f"{_cn(n)}{m.verb}",
        Family.FIRST: "首先，",
        Family.QI: f"其{_cn(n)}，",
    }[m.family]


def speech_paragraphs(speech: Speech) -> list[Block]:
    return list(_walk(speech))


def _walk(s: Speech) -> Iterator[Block]:
    if s.title:
        yield Block("title", s.title)
    if s.subtitle:
        yield Block("subtitle", "——" + s.subtitle)
    if s.date:
        yield Block("date", s.date)
    if s.speaker:
        yield Block("speaker", s.speaker)
    if s.salutation:
        yield Block("salutation", s.salutation + "：")
    for p in s.opening:
        yield Block("body", p)
    for section in s.sections:
        yield from _section(section, 1)
    for p in s.closing:
        yield Block("body", p)


def _section(s: Section, level: int) -> Iterator[Block]:
    head = print_marker(s.marker) + s.heading + s.heading_end
    rest = s.paragraphs
    if s.run_in:
        yield Block("run_in", head + (rest[0] if rest else ""), level, head)
        rest = rest[1:]
    else:
        yield Block("heading", head, level)
    for p in rest:
        yield Block("body", p)
    for sub in s.sections:
        yield from _section(sub, level + 1)
