"""What the writer knows before the speech is written: the brief (提纲) and its facts."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal

__all__ = ["AgendaItem", "Brief", "Fact", "Part", "Place", "Point", "Speaker"]


@dataclass(frozen=True, slots=True)
class Place:
    """The jurisdiction or body that the speech is given for (地区).

    Arguments:
        name: 临江市, or the name of a bureau, company or school.
        level: one of 省 市 县 区 乡镇 部门 企业 学校.
        superior: what stands above it, or "".
        subordinates: what stands below it.
    """

    name: str
    level: str
    superior: str = ""
    subordinates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who delivers the speech (讲话人)."""

    name: str = ""
    post: str = ""


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item of a meeting's agenda (议程), which its chair announces.

    Arguments:
        item: what is done (通报2025年全市安全生产情况).
        who: by whom, or "".
    """

    item: str
    who: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure from the brief's own data (数据).

    Arguments:
        name: what is measured (事故起数).
        value: the figure, exact; None for a fact that is words (``text``).
        text: the figure as the writer gave it, without its unit (38, 1.2, 三十八), for saying it
            unchanged; for a fact that is words, the words.
        unit: 起, 亿元, %; "" when the name carries it. A scale word belongs to the unit: 1.2亿元 is
            1.2 of 亿元, so that ``text + unit`` always reads as it was written.
        note: a remark on the unit that belongs into the sentence (占比65.3%).
        change: year-on-year (同比), signed, in ``change_unit``; None where not given.
        change_unit: "%"; "个百分点" for a ratio; "倍" or the fact's own unit (减少3起) where the
            writer gave it so.
        period: 2025年, 今年1—9月; "" when not given.
        source: who says so (市应急管理局), or "".
        origin: file and row or key where it was given, for the trace.
        previous: the figure of the same period a year before, in the same unit, or None.
        history: (period, figure) of every earlier period that the data hold, oldest first.
    """

    name: str
    value: Decimal | None
    text: str
    unit: str = ""
    note: str = ""
    change: Decimal | None = None
    change_unit: str = "%"
    period: str = ""
    source: str = ""
    origin: str = ""
    previous: Decimal | None = None
    history: tuple[tuple[str, Decimal], ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """One sub-point (要点) of a part.

    Arguments:
        theme: 主题, what it is about or what is to be done.
        heading: fixed lead sentence, or "".
        measures: 措施, each to become prose.
        duty: 责任, who does it, as written.
        deadline: 时限 (6月底前), as written.
        facts: names of facts (数据) to be said here.
        verbatim: 原文, sentences to keep word for word.
    """

    theme: str
    heading: str = ""
    measures: tuple[str, ...] = ()
    duty: tuple[str, ...] = ()
    deadline: str = ""
    facts: tuple[str, ...] = ()
    verbatim: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One numbered part (部分) of the speech.

    Arguments:
        theme: 主题.
        heading: 标题, fixed; or "".
        points: its sub-points.
        facts: facts for its introduction.
        verbatim: sentences for its introduction, kept word for word.
        role: 作用: 认识 形势 成绩 问题 任务 措施 保障 责任 希望; "" to be judged from the theme.
    """

    theme: str
    heading: str = ""
    points: tuple[Point, ...] = ()
    facts: tuple[str, ...] = ()
    verbatim: tuple[str, ...] = ()
    role: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief, checked: everything a draft may say about this place and this occasion.

    Arguments:
        kind: 文种.
        topic: 主题.
        place: 地区.
        title, meeting, date, speaker, salutation: as in the brief; "" or None when absent.
        prior: 前序, what went before the speech.
        attending: 出席, who is there, as a chair names them.
        agenda: 议程, what a chair announces.
        basis: 依据, laws, documents and meetings it rests on.
        facts: all facts by name, in the order given.
        parts: 部分.
        closing: 结尾, a thought or sentence of the writer's own for the end.
        length: 篇幅, target characters, or None.
        style: 风格: 分点 holds the value of a ``drafter.speech.marker.Family`` (一要; 第一， for
            第一), 仿 the path of a sample as the user wrote it.
        file: the file it came from, as the user wrote it.
    """

    kind: str
    topic: str
    place: Place
    title: str = ""
    meeting: str = ""
    speaker: Speaker = Speaker()
    date: dt.date | None = None
    salutation: str = ""
    prior: tuple[str, ...] = ()
    attending: tuple[str, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    basis: tuple[str, ...] = ()
    facts: dict[str, Fact] = field(default_factory=dict)
    parts: tuple[Part, ...] = ()
    closing: str = ""
    length: int | None = None
    style: dict[str, str] = field(default_factory=dict)
    file: str = ""
