"""The filters that templates and briefs may use on facts and numbers: {{ 事故起数 | cn }}.

Every filter takes a number, a number as text (38, 38起, 三十八), a ``Fact`` or a ``SaidFact``, and returns
text. What cannot be said raises ``ValueError`` with one Chinese sentence, for the
composer to show.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from drafter.brief import approximations, money
from drafter.brief.change import parse_change
from drafter.brief.comparison import say_change
from drafter.brief.dates import parse_date, say_date, say_date_in_words, say_month_day
from drafter.brief.model import Fact
from drafter.brief.numerals import fraction_to_chinese, ordinal, to_chinese, to_digits, to_percent_words
from drafter.brief.periods import parse_period, say_period
from drafter.brief.polarity import polarity
from drafter.brief.quantities import Quantity, parse_quantity, plain, say_range

__all__ = ["FILTERS", "SaidFact"]


class SaidFact(str):
    """A fact as a sentence says it (38起), which filters still know as the fact itself.

    Arguments:
        said: the words.
        fact: what they say.
    """

    __slots__ = ("fact",)
    fact: Fact

    def __new__(cls, said: str, fact: Fact) -> SaidFact:
        """Make the words remember their fact."""
        self = super().__new__(cls, said)
        self.fact = fact
        return self


Number = int | float | Decimal | str | Fact
"""What a template may hand to a filter as a number."""


def number_of(value: Number) -> Decimal:
    """The number meant.

    Raises:
        ValueError: there is none.
    """
    fact = _fact_of(value)
    if fact is not None:
        if fact.value is None:
            raise ValueError(f"“{fact.name}”是文字，不是数")
        return fact.value
    if isinstance(value, Decimal):
        return value
    try:
        return parse_quantity(str(value)).value
    except ValueError as error:
        raise ValueError(f"“{value}”不是一个数") from error


def cn(value: Number) -> str:
    """一百零五, 十二点五 (中文数字)."""
    number = number_of(value)
    try:
        return to_chinese(int(number) if number == number.to_integral_value() else number)
    except ValueError as error:
        raise ValueError(f"“{plain(number)}”太大，写不成中文数字") from error


def counted(value: Number, measure: str = "") -> str:
    """两家, 三个, 十二项: a count with its measure, where two is 两 (数目)."""
    said = cn(value)
    return f"{'两' if said == '二' and measure else said}{measure}"


def nth(value: Number) -> str:
    """第十二 (序数)."""
    return ordinal(_whole(value))


def digits(value: Number) -> str:
    """二〇二六 (逐字)."""
    return to_digits(_whole(value))


def percent(value: Number) -> str:
    """12.5% (百分数); the number is already a percentage."""
    return f"{plain(number_of(value))}%"


def percent_words(value: Number) -> str:
    """百分之十二点五 (百分之)."""
    return to_percent_words(Decimal(plain(number_of(value))))


def points(value: Number) -> str:
    """1.8个百分点 (百分点)."""
    return f"{plain(abs(number_of(value)))}个百分点"


def fraction(value: Number, whole: Number) -> str:
    """三分之一, of a part and its whole (几分之几)."""
    total = Fraction(_unscaled(whole))
    if total == 0:
        raise ValueError("总数是零，说不出几分之几")
    return fraction_to_chinese(Fraction(_unscaled(value)) / total)


def yuan(value: Number) -> str:
    """1.2亿元 (金额); a number is in 元, a fact in its own unit."""
    fact = _fact_of(value)
    if fact is not None:
        return f"{fact.text}{fact.unit or '元'}"
    return money.yuan(money.base(parse_quantity(value)).value if isinstance(value, str) else number_of(value))


def scaled(value: Number, unit: str = "") -> str:
    """3.5万人 (计数)."""
    return money.scaled(number_of(value), unit)


def span(low: Number, high: Number, unit: str = "") -> str:
    """3万元～5万元 (区间); the unit is said at both ends."""
    ends = [Quantity(number_of(end), unit, plain(number_of(end))) for end in (low, high)]
    return say_range(ends[0], ends[1])


def change(value: Number, unit: str = "", name: str = "") -> str:
    """同比下降12.5% (同比): of a fact its own change, of anything else the change that it is.

    Arguments:
        value: a fact; a signed number; or a change in words (-12.5%, 下降3起). A bare 38 as text is
            refused without a unit: it is more likely a figure than a change.
        unit: of a number: % by default, 个百分点, 倍 or a unit of count.
        name: the indicator, for the choice between 增长 and 上升; a fact has its own.
    """
    fact = _fact_of(value)
    if fact is not None:
        if fact.change is None:
            raise ValueError(f"数据“{fact.name}”没有给出同比")
        return say_change(fact.change, fact.change_unit, polarity(fact.name), name=fact.name)
    if not isinstance(value, str) or unit:
        return say_change(number_of(value), unit or "%", polarity(name), name=name)
    if value.strip()[-1:].isdecimal():
        raise ValueError(f"“{value}”不是同比，请写明单位，如 -12.5%")
    try:
        said = parse_change(value)
    except ValueError as error:
        raise ValueError(f"“{value}”不是同比") from error
    return say_change(said.value, said.unit, polarity(name), name=name)


def date(value: dt.date | str) -> str:
    """2026年3月8日 (日期)."""
    return say_date(_date(value))


def date_words(value: dt.date | str) -> str:
    """二〇二六年三月八日 (中文日期)."""
    return say_date_in_words(_date(value))


def month_day(value: dt.date | str) -> str:
    """3月8日 (月日)."""
    return say_month_day(_date(value))


def period(value: str, today: dt.date | None = None) -> str:
    """2026年1—2月 (时段); with a date 今年 and 去年 for its own year and the one before."""
    try:
        return say_period(parse_period(value, today), today)
    except ValueError as error:
        raise ValueError(f"“{value}”不是一个时段") from error


def about(value: Number, leading: int = 2) -> str:
    """近5000, 超过5100 (约数), as the number truly lies."""
    return approximations.about(number_of(value), leading)


def nearly(value: Number, target: Number) -> str:
    """近5000 (近) where true, else the number."""
    return approximations.nearly(number_of(value), number_of(target))


def above(value: Number, target: Number) -> str:
    """超过5000 (超过) where true, else the number."""
    return approximations.above(number_of(value), number_of(target))


def share(value: Number, whole: Number) -> str:
    """近七成, 过半, 三分之一 (占比), of a part and its whole; "" where no word is true."""
    try:
        return approximations.share_words(_unscaled(value), _unscaled(whole))
    except ValueError as error:
        raise ValueError("总数应当大于零，部分不能小于零") from error


def _fact_of(value: object) -> Fact | None:
    held = getattr(value, "fact", value)
    return held if isinstance(held, Fact) else None


def _unscaled(value: Number) -> Decimal:
    """The number without scale word, so that 3000家 and 1.2万家 can be set against each other."""
    fact = _fact_of(value)
    if fact is not None and fact.value is not None:
        return money.base(Quantity(fact.value, fact.unit, fact.text)).value
    return money.base(parse_quantity(value)).value if isinstance(value, str) else number_of(value)


def _whole(value: Number) -> int:
    number = number_of(value)
    if number != number.to_integral_value() or number < 0:
        raise ValueError(f"“{plain(number)}”不是正整数")
    return int(number)


def _date(value: dt.date | str) -> dt.date:
    if isinstance(value, dt.date):
        return value
    try:
        return parse_date(value)
    except ValueError as error:
        raise ValueError(f"“{value}”不是日期") from error


_NAMES: dict[str, tuple[str, Callable[..., str]]] = {
    "cn": ("中文数字", cn),
    "counted": ("数目", counted),
    "ordinal": ("序数", nth),
    "digits": ("逐字", digits),
    "percent": ("百分数", percent),
    "percent_words": ("百分之", percent_words),
    "points": ("百分点", points),
    "fraction": ("几分之几", fraction),
    "yuan": ("金额", yuan),
    "scaled": ("计数", scaled),
    "span": ("区间", span),
    "change": ("同比", change),
    "date": ("日期", date),
    "date_words": ("中文日期", date_words),
    "month_day": ("月日", month_day),
    "period": ("时段", period),
    "about": ("约数", about),
    "nearly": ("近", nearly),
    "above": ("超过", above),
    "share": ("占比", share),
}
FILTERS: dict[str, Callable[..., str]] = {
    name: function for english, (chinese, function) in _NAMES.items() for name in (english, chinese)
}
"""Every filter by its English and by its Chinese name."""
