"""Say changes (同比) with the words that go with their unit and with what the indicator is."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from drafter.brief.change import Change
from drafter.brief.polarity import Polarity, movement_words
from drafter.brief.quantities import plain

__all__ = ["direction_word", "say_change", "say_changes"]

_FLAT = "持平"
_POINT_SUFFIX = "分点"


def direction_word(change: Change, polarity: Polarity = Polarity.NEUTRAL, name: str = "") -> str:
    """增长, 提高, 上升, 上涨, 增加, 下降, 减少 or 持平.

    增长 and 提高 sound like praise, so what should fall only 上升; counts in their own unit 增加 or 减少.
    """
    if change.value == 0:
        return _FLAT
    if change.unit.endswith(_POINT_SUFFIX):
        up = "提高" if polarity is Polarity.MORE else "上升"
        return up if change.value > 0 else "下降"
    own = movement_words(name)
    if own and change.unit in ("%", "倍"):
        return own[change.value < 0]
    if change.unit in ("%", "倍"):
        up = "上升" if polarity is Polarity.LESS else "增长"
        return up if change.value > 0 else "下降"
    return "增加" if change.value > 0 else "减少"


def say_change(
    change: Decimal | int,
    unit: str = "%",
    polarity: Polarity = Polarity.NEUTRAL,
    *,
    against: str = "同比",
    name: str = "",
) -> str:
    """同比下降12.5%, 同比持平, 同比提高1.8个百分点, 同比减少3起.

    Arguments:
        change: signed.
        unit: as ``Fact.change_unit``.
        polarity: of the indicator.
        against: what it is compared with (比上年, 环比), said first.
        name: of the indicator, which may have words of its own (价格上涨).
    """
    whole = Change(Decimal(change), unit)
    return f"{against}{_say(whole, polarity, name)}"


def say_changes(
    changes: Sequence[Change],
    polarities: Sequence[Polarity] = (),
    *,
    against: str = "同比",
    names: Sequence[str] = (),
) -> str:
    """Several changes in the order of their indicators: 同比分别下降12.5%、8.3%和5%.

    Arguments:
        changes: at least one.
        polarities: of the indicators; neutral where there are fewer.
        names: of the indicators.
    """
    judged = [*polarities, *[Polarity.NEUTRAL] * len(changes)][: len(changes)]
    called = [*names, *[""] * len(changes)][: len(changes)]
    if len(changes) == 1:
        return f"{against}{_say(changes[0], judged[0], called[0])}"
    words = [direction_word(*each) for each in zip(changes, judged, called, strict=True)]
    if set(words) == {_FLAT}:
        return f"{against}均{_FLAT}"
    if len(set(words)) == 1:
        return f"{against}分别{words[0]}{_join([_size(change) for change in changes])}"
    said = [_say(*each) for each in zip(changes, judged, called, strict=True)]
    return f"{against}分别{_join(said)}"


def _say(change: Change, polarity: Polarity, name: str) -> str:
    word = direction_word(change, polarity, name)
    return word if word == _FLAT else f"{word}{_size(change)}"


def _size(change: Change) -> str:
    return f"{plain(abs(change.value))}{change.unit}"


def _join(said: Sequence[str]) -> str:
    return "和".join(filter(None, ("、".join(said[:-1]), said[-1])))
