"""One row or entry of data, all text → Fact; what cannot be a figure is told by field."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from drafter.brief.change import change_between, parse_change
from drafter.brief.model import Fact
from drafter.brief.periods import tidy_period
from drafter.brief.quantities import Quantity, parse_quantity, parse_range
from drafter.brief.units import split_note, split_unit

__all__ = ["BLANK", "PLACEHOLDER", "Complaint", "Row", "make_fact"]

BLANK = frozenset(
    {"", "-", "—", "——", "–", "/", "\\", "…", "空", "无", "无数据", "暂无", "N/A", "n/a", "NA", "null", "-/-"}
)
"""What people put into a cell for which there is no figure."""
_SCALES = ("十", "百", "千", "万", "亿", "百万", "千万", "万亿")
#: Characters of a cell that a message shows.
_SHOWN = 40
PLACEHOLDER = "【待补"
"""How 【待补：…】 begins, which stands for what the writer does not know yet."""


@dataclass(frozen=True, slots=True)
class Row:
    """A fact as written, every field as text, "" where absent; see ``drafter.brief.model.Fact``.

    Arguments:
        words: 文字, a fact that is words and no figure.
        previous: 上年同期, the figure a year before.
    """

    name: str
    value: str = ""
    unit: str = ""
    change: str = ""
    period: str = ""
    source: str = ""
    note: str = ""
    words: str = ""
    previous: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with one field of a row.

    Arguments:
        field: the Chinese key or column concerned (值, 同比 …).
        code: B020 no figure, B021 no change, B024 two units that contradict each other.
    """

    field: str
    code: str
    message: str
    mend: str


def make_fact(row: Row) -> tuple[Fact | None, tuple[Complaint, ...]]:
    """Make the fact of a row; None where it holds no figure, with complaints where it should.

    A blank value (—, 空) is no fact and no complaint: tables are full of them.
    """
    name, named_unit = split_unit(row.name)
    if row.words or row.value.startswith(PLACEHOLDER):
        return _words(row, row.words or row.value), ()
    if row.value in BLANK:
        return None, ()
    try:
        quantity = parse_quantity(row.value)
    except ValueError:
        return None, (_no_figure(row.value),)
    bare, note = split_note(row.unit or named_unit)
    unit, own_note = _join_units(quantity.unit, bare)
    if unit is None:
        message = f"值“{row.value}”与单位“{row.unit or named_unit}”对不上"
        return None, (Complaint("单位", "B024", message, "请只在一处写单位，或改成一致"),)
    complaints: list[Complaint] = []
    previous = _previous(row, unit, complaints)
    value, unit_change = quantity.value, None
    if row.change not in BLANK:
        try:
            unit_change = parse_change(row.change, unit)
        except ValueError:
            mend = "可写：-12.5%、增长3.1个百分点、减少3起、持平"
            complaints.append(Complaint("同比", "B021", f"“{row.change}”不是同比", mend))
    elif previous is not None:
        unit_change = change_between(previous, value, unit)
    fact = Fact(
        name=name if named_unit and not row.unit else row.name,
        value=value,
        text=quantity.text,
        unit=unit,
        note="，".join(filter(None, (own_note, note, row.note))),
        change=unit_change.value if unit_change else None,
        change_unit=unit_change.unit if unit_change else "%",
        period=tidy_period(row.period),
        source=row.source,
        origin=row.origin,
        previous=previous,
    )
    return fact, tuple(complaints)


def _words(row: Row, text: str) -> Fact:
    unit, note = split_note(row.unit)
    return Fact(
        name=row.name,
        value=None,
        text=text,
        unit=unit,
        note="，".join(filter(None, (note, row.note))),
        period=tidy_period(row.period),
        source=row.source,
        origin=row.origin,
    )


def _previous(row: Row, unit: str, complaints: list[Complaint]) -> Decimal | None:
    if row.previous in BLANK:
        return None
    try:
        quantity: Quantity = parse_quantity(row.previous)
        joined, _ = _join_units(quantity.unit, unit)
    except ValueError:
        complaint = _no_figure(row.previous)
        complaints.append(Complaint("上年同期", complaint.code, complaint.message, complaint.mend))
        return None
    if joined != unit:
        message = f"上年同期“{row.previous}”与单位“{unit}”对不上"
        complaints.append(Complaint("上年同期", "B024", message, "请写成同一个单位"))
        return None
    return quantity.value


def _join_units(inner: str, outer: str) -> tuple[str | None, str]:
    """The unit of a figure that may carry one itself (38起, 3万) beside the one given for it.

    Returns the unit (None where the two contradict each other) and the note the inner one carried.
    """
    bare, note = split_note(inner)
    bare, outer = bare.replace("％", "%"), outer.replace("％", "%")
    if not outer or bare == outer or (outer and bare.endswith(outer) and bare[: -len(outer)] in _SCALES):
        return bare, note
    if not bare:
        return outer, note
    if bare in _SCALES and not outer.startswith(_SCALES):
        return bare + outer, note
    return None, note


def _no_figure(text: str) -> Complaint:
    mend = "请写一个数，如 38 或 38起"
    if len(text) > _SHOWN:
        return Complaint("值", "B020", f"“{text[:_SHOWN]}……”不是一个确切的数", mend)
    if text.startswith("#"):
        return Complaint("值", "B020", f"公式出错：{text}", mend)
    try:
        parse_range(text)
    except ValueError:
        return Complaint("值", "B020", f"“{text}”不是一个确切的数", mend)
    return Complaint("值", "B020", f"“{text}”是一个范围，不是一个数", mend)
