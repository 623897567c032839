"""What a brief says: its words and its figures, against which a draft's are held."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from itertools import combinations

from drafter.brief import Brief, Fact
from drafter.measure.numbers import Number, numbers_of

__all__ = ["Known", "figure_of"]

_EXPRESSION = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_TENTH = Decimal("0.1")
#: How far a figure may lie from 近, 约, 超过, 七成 that are said of it, as a share of it.
_ROUGH = Decimal("0.2")
#: How many points a share may lie from the tenths that are said of it.
_NEAR_TENTHS = 3
_VAGUE = frozenset(("多", "余", "个多"))
#: Units of shares.
_RATIOS = frozenset(("%", "％"))
_POINTS = frozenset(("个百分点", "百分点"))
#: Facts whose differences and sums are tried; beyond so many they would make any figure true.
_MOST_PAIRED = 40
#: Chinese numerals up to here may count the parts, points and measures of the brief itself.
_LARGEST_COUNT = 20


def figure_of(fact: Fact) -> Number | None:
    """A fact's figure on the common scale, or None where it is words."""
    if fact.value is None:
        return None
    unit = fact.unit[1:] if fact.unit.startswith("1/") else fact.unit
    number = next(numbers_of(f"{fact.text.lstrip('+-')}{unit}"), None)
    if number is None:
        return Number(abs(fact.value), fact.unit, 0, 0, fact.text)
    return number._replace(value=abs(number.value), unit=number.unit or fact.unit)


@dataclass(frozen=True)
class Known:
    """A brief, made ready to be asked whether it says something.

    Arguments:
        brief: the brief as loaded.
    """

    brief: Brief

    @cached_property
    def strings(self) -> tuple[str, ...]:
        """Every string that the writer gave, expressions ({{ … }}) cut out."""
        return tuple(
            piece for string in _strings(self.brief) for piece in _EXPRESSION.split(string) if piece.strip()
        )

    @cached_property
    def text(self) -> str:
        """All strings, one a line."""
        return "\n".join(self.strings)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Names of places, bodies, persons, meetings and documents, and the topic."""
        brief = self.brief
        points = [point for part in brief.parts for point in part.points]
        return tuple(
            name
            for name in (
                brief.topic, brief.title, brief.meeting, brief.place.name, brief.place.superior,
                *brief.place.subordinates, brief.speaker.name, brief.speaker.post, brief.salutation,
                *brief.basis, *brief.prior, *brief.attending, *(item.item for item in brief.agenda),
                *(item.who for item in brief.agenda), *brief.facts,
                *(fact.source for fact in brief.facts.values()),
                *(body for point in points for body in point.duty), *(part.theme for part in brief.parts),
                *(point.theme for point in points), *(word for point in points for word in point.measures),
            )
            if name
        )  # fmt: skip

    @cached_property
    def own_names(self) -> tuple[str, ...]:
        """Names of the place, what is above and below it, the speaker, and who is there."""
        brief, place = self.brief, self.brief.place
        people = (brief.speaker.name, brief.speaker.post)
        return tuple(name for name in (place.name, place.superior, *place.subordinates, *people) if name)

    def says(self, words: str) -> bool:
        """Whether the brief holds these very words."""
        return words in self.text

    def counts(self, number: Number) -> bool:
        """Whether the brief holds this figure, or it follows from its figures.

        A unit that either side lacks fits any; 近, 约 and 多 make a figure rough, which the caller strips.
        """
        return self._given(number) or self._computed(number)

    def roughly(self, number: Number) -> bool:
        """Whether a figure of the brief lies close by (近5000, 七成)."""
        value = number.value * 10 if number.unit == "成" else number.value
        unit = "%" if number.unit == "成" else number.unit
        if unit in _VAGUE:
            unit = ""  # 二百多人: the unit stands behind 多
        if unit == "之":
            value, unit = value * 100, "%"
        near = Decimal(_NEAR_TENTHS) if number.unit == "成" else abs(value) * _ROUGH
        given = [(other, kind) for other, kinds in self._values.items() for kind in kinds]
        given += [(share, "%") for share in self._shares]
        return any(abs(other - value) <= near and _fits(unit, kind) for other, kind in given)

    @cached_property
    def years(self) -> frozenset[int]:
        """Years that the brief names, that of its date, and the year before each."""
        named = {int(year) for year in re.findall(r"(?<!\d)((?:19|20)\d{2})(?!\d)", self.text)}
        if self.brief.date is not None:
            named |= {self.brief.date.year, self.brief.date.year + 1}
        return frozenset(year - back for year in named for back in (0, 1))

    @cached_property
    def sizes(self) -> frozenset[int]:
        """How many parts, points, measures, facts there are, in all and at each place."""
        brief = self.brief
        counted = Counter([len(brief.parts), len(brief.agenda), len(brief.basis), len(brief.prior)])
        points = [point for part in brief.parts for point in part.points]
        counted.update(len(part.points) for part in brief.parts)
        counted.update(len(point.measures) for point in points)
        counted.update(len(point.facts) for point in points)
        counted.update([len(points), len(brief.place.subordinates), len(brief.attending)])
        counted.update(len(brief.parts) - less for less in (1, 2))
        return frozenset(size for size in counted if 1 < size <= _LARGEST_COUNT)

    def _given(self, number: Number) -> bool:
        return any(_fits(number.unit, unit) for unit in self._values.get(number.value, ()))

    @cached_property
    def _values(self) -> dict[Decimal, frozenset[str]]:
        found: dict[Decimal, set[str]] = {}
        for written in (number for string in self.strings for number in numbers_of(string)):
            found.setdefault(written.value, set()).add(written.unit)
        for fact in self.brief.facts.values():
            number = figure_of(fact)
            if number:
                found.setdefault(number.value, set()).add(number.unit)
            if fact.change is not None:
                changed = next(numbers_of(f"{abs(fact.change):f}{fact.change_unit}"), None)
                if changed:
                    found.setdefault(changed.value, set()).add(changed.unit or fact.change_unit)
            scale = number.value / abs(fact.value) if number and fact.value else Decimal(1)
            earlier = [value for _, value in fact.history]
            for value in (*earlier, *([] if fact.previous is None else [fact.previous])):
                found.setdefault(abs(value) * scale, set()).add(number.unit if number else fact.unit)
        if (date := self.brief.date) is not None:
            for count, unit in ((date.year, "年"), (date.month, "月"), (date.day, "日")):
                found.setdefault(Decimal(count), set()).add(unit)
        return {value: frozenset(units) for value, units in found.items()}

    def _computed(self, number: Number) -> bool:
        value, unit = number.value, number.unit
        if unit in _RATIOS and _rounded(value) in self._shares:
            return True
        if unit == "成" and value * 10 in {share.to_integral_value() for share in self._shares}:
            return True
        if unit in ("年", "") and value == value.to_integral_value() and int(value) in self.years:
            return True
        return any(_fits("%" if unit in _POINTS else unit, kind) for kind in self._combined.get(value, ()))

    @cached_property
    def _pairs(self) -> list[tuple[Number, Number]]:
        """Figures of one unit that one part of the brief tells together; all where no part names any."""
        facts = self.brief.facts
        told = [
            {*part.facts, *(name for point in part.points for name in point.facts)}
            for part in self.brief.parts
        ]
        groups = [names for names in told if names] or [set(facts)]
        loose = set(facts).difference(*groups)
        pairs: list[tuple[Number, Number]] = []
        for names in groups:
            figures = [figure_of(fact) for name, fact in facts.items() if name in names | loose]
            kept = [figure for figure in figures if figure is not None][:_MOST_PAIRED]
            pairs += [(one, other) for one, other in combinations(kept, 2) if one.unit == other.unit]
        return pairs

    @cached_property
    def _combined(self) -> dict[Decimal, frozenset[str]]:
        """Differences and sums of two figures of one unit, and changes against the year before."""
        found: dict[Decimal, set[str]] = {}
        for one, other in self._pairs:
            found.setdefault(abs(one.value - other.value), set()).add(one.unit)
            found.setdefault(one.value + other.value, set()).add(one.unit)
        for fact in self.brief.facts.values():
            if (figure := figure_of(fact)) is None or not fact.value:
                continue
            scale = figure.value / abs(fact.value)
            values = [fact.value, *(value for _, value in fact.history)]
            if fact.previous is not None:
                values.append(fact.previous)
            for now, before in combinations(values, 2):
                gap = abs(now - before)
                found.setdefault(gap, set()).add(figure.unit)
                found.setdefault(gap * scale, set()).add(figure.unit)
            if fact.change is not None and fact.change_unit == fact.unit:
                found.setdefault((abs(fact.value - fact.change)) * scale, set()).add(figure.unit)
        return {value: frozenset(units) for value, units in found.items()}

    @cached_property
    def _shares(self) -> frozenset[Decimal]:
        """Percent that one figure is of another of its unit, and by which it exceeds it."""
        shares: set[Decimal] = set()
        for one, other in self._pairs:
            shares |= _percents(one.value, other.value)
        for fact in self.brief.facts.values():
            before = [value for _, value in fact.history] + ([fact.previous] if fact.previous else [])
            for value in before:
                if fact.value is not None:
                    shares |= _percents(fact.value, value)
        return frozenset(shares)


def _percents(one: Decimal, other: Decimal) -> set[Decimal]:
    return {
        share
        for part, whole in ((one, other), (other, one))
        if whole
        for exact in (part / whole * 100, abs(part - whole) / whole * 100)
        for share in (_rounded(exact), _rounded(exact).to_integral_value(ROUND_HALF_UP))
    }


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(_TENTH, ROUND_HALF_UP)


def _fits(one: str, other: str) -> bool:
    """Whether two units may be one: alike, one unknown, or one with a word more (人次 and 人 are two)."""
    return one == other or not one or not other or {one, other} <= _RATIOS or {one, other} <= _POINTS


def _strings(brief: Brief) -> Iterator[str]:
    place, speaker = brief.place, brief.speaker
    yield from (brief.topic, brief.title, brief.meeting, place.name, place.superior, *place.subordinates)
    yield from (speaker.post, speaker.name, brief.salutation, *brief.prior, *brief.attending)
    yield from (word for item in brief.agenda for word in (item.item, item.who))
    yield from (*brief.basis, brief.closing)
    for fact in brief.facts.values():
        yield from (fact.name, fact.note, fact.period, fact.source)
        yield fact.text + fact.unit if fact.value is not None else fact.text
        yield from (period for period, _ in fact.history)
    for part in brief.parts:
        yield from (part.theme, part.heading, *part.verbatim)
        for point in part.points:
            yield from (point.theme, point.heading, *point.measures, *point.duty, point.deadline)
            yield from point.verbatim
