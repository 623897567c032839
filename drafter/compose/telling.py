"""How figures are worded in one draft: when, against what, by whose count, with which verb.

What is said is settled by the data; among the ways an office says it the seed chooses, once for a whole
draft where a writer would keep to one (比上年 or 同比), from sentence to sentence where he would not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from drafter.brief.model import Fact

__all__ = ["Cited", "Draw", "choose", "steady"]

#: A choice by place: a number in [0, 1) that depends on the place's name only.
Draw = Callable[..., float]

_FORECAST = re.compile("预计|预测|预报|有望")
#: A leadership decides and counts nothing: 据县委统计 is said by nobody.
_LEADERSHIP = re.compile(
    "(?:^|[省市县区州旗镇乡道])(?:党?委|政府|党工委|管委会)$|^(?:党委|公司|学校|学院|医院|集团)$"
)
#: Of the bodies that counted, the share that is named; our sample speeches hardly name any, a
#: listener wants to know it of the few figures that are not the speaker's own.
_NAMED = 0.3
#: Drafts that compare with 比上年 and not with 同比 (27 to 1 in our sample speeches; a report keeps 同比).
_PLAINLY = 0.75
#: How often a time said just before is said again.
_AGAIN = 0.5
#: How bad news is announced, behind good news and without.
_BUT = ("但也要看到，", "同时要清醒看到，", "不容忽视的是，", "也要正视，")
_ONLY = ("必须清醒地看到，", "要清醒地看到，", "需要警惕的是，", "不能不看到，")
_YEAR = re.compile(r"^(?P<upto>截至|截止|到)?(?P<year>20\d\d)年(?P<end>年?[底末])?$")
_UP_TO = re.compile(r"^(?:截至|截止|到)(?P<when>(?:今|本)年.+|\d{1,2}月.+)$")
_WHOLE_YEAR = re.compile(r"^(?:20\d\d年|去年|上年|全年)(?:全年)?$|年?[底末]$")
_PART = re.compile("月|季度|半年|学期|春|夏|秋|冬")
#: A month's end is a part of a year, though it ends in 底.
_MONTH_END = re.compile("月(?:份)?[底末]$")


def steady(*_: object) -> float:
    """The draw that always takes the first way: for whoever wants a fact said plainly."""
    return 0.0


def choose(options: Sequence[str], number: float) -> str:
    """The option at this share of the way through them."""
    return options[int(number * len(options))]


@dataclass(slots=True)
class Cited:
    """What the listeners have been told already, and how this draft words figures.

    Arguments:
        draw: chooses among wordings.
        names_sources: whether bodies that counted are named at all; not before guests, nor in a lesson.
        sources: bodies named so far.
        periods: the periods said so far, the latest last.
        claims: what was claimed so far, so that no claim comes twice.
        warnings: how often bad news was announced.
        stated: how many sentences stated figures so far.
    """

    draw: Draw = steady
    names_sources: bool = True
    sources: set[str] = field(default_factory=set)
    periods: list[str] = field(default_factory=list)
    claims: set[str] = field(default_factory=set)
    warnings: int = 0
    stated: int = 0

    def warning(self, *, behind: bool) -> str:
        """但也要看到， behind good news, else 必须清醒地看到，; another the next time."""
        words = _BUT if behind else _ONLY
        turn = int(self.draw("warning") * len(words)) + self.warnings
        self.warnings += 1
        return words[turn % len(words)]

    def source(self, fact: Fact) -> str:
        """据市应急管理局统计， for some bodies and at most once each; who forecast is always named."""
        if not fact.source or fact.source in self.sources or _LEADERSHIP.search(fact.source):
            return ""
        forecast = bool(_FORECAST.search(fact.name))
        if not forecast and not (self.names_sources and self.draw("source", fact.source) < _NAMED):
            return ""
        self.sources.add(fact.source)
        return f"据{fact.source}{'预测' if forecast else '统计'}，"

    def period(self, fact: Fact, year: int | None) -> str:
        """2025年， or 去年， as the draft has it; nothing where the same time was said just before.

        Arguments:
            fact: whose period.
            year: of the speech, or None; without it no year is 去年.
        """
        if not fact.period:
            return ""
        again = self.periods[-1:] == [fact.period] and "月" not in fact.period
        repeats = again and self.draw("again", len(self.periods)) >= _AGAIN
        self.periods.append(fact.period)
        return "" if repeats else f"{self._when(fact.period, year)}，"

    def _when(self, period: str, year: int | None) -> str:
        """The period in the draft's manner: 截至2025年底, 截至去年底, 到去年底."""
        match = _YEAR.match(period)
        if match and year is not None and int(match["year"]) == year - 1:
            if not match["upto"] and not match["end"]:
                said_before = period in self.periods[:-1]
                return "去年" if said_before or self.draw("last year") >= 0.5 else period
            if match["upto"] and match["end"]:
                end = match["end"][-1]
                return choose((period, f"到去年{end}", f"截至去年{end}"), self.draw("to the end"))
        up_to = _UP_TO.match(period)
        if up_to:
            return choose((period, f"到{up_to['when']}"), self.draw("up to"))
        return period

    def against(self, fact: Fact) -> str:
        """What a change is compared with, in words: 同比, 比上年, 比上年同期."""
        if self.draw("against") < 1 - _PLAINLY or not fact.period:
            return "同比"
        if _PART.search(fact.period) or _MONTH_END.search(fact.period):
            return choose(("比上年同期", "比去年同期"), self.draw("same span") if _this_year(fact) else 0.0)
        return "比上年" if _WHOLE_YEAR.search(fact.period) else "同比"

    def had(self, verb: str) -> str:
        """现有 or 有, as this sentence has it."""
        return choose((verb, "有"), self.draw("had", self.stated))

    def name_first(self, name: str) -> bool:
        """Whether a lone thing counted is said 失能老年人有6.3万人 and not 现有失能老年人6.3万人."""
        return self.draw("name first", name) >= 0.5

    def most_figures(self, usual: int) -> int:
        """Most figures this draft puts in a sentence."""
        return usual - int(self.draw("figures") * 3)


def _this_year(fact: Fact) -> bool:
    return fact.period.lstrip("截至止到").startswith(("今年", "本年"))
