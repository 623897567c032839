"""What the slots of a phrase are filled with, from the brief: slot name → words and facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from drafter.brief.levels import level_words
from drafter.brief.model import Brief
from drafter.brief.numerals import to_chinese
from drafter.brief.seasons import season
from drafter.compose.shape import Shape, is_bad_thing, shape_of

__all__ = ["Binding", "Bindings", "bind_brief", "bind_task", "bind_themes"]


@dataclass(frozen=True, slots=True)
class Binding:
    """Words for a slot.

    Arguments:
        text: the words.
        form: "verb", "noun" or "" where that does not matter or cannot be told.
    """

    text: str
    form: str = ""


Bindings = Mapping[str, Binding]


def bind_brief(brief: Brief, count: int) -> dict[str, Binding]:
    """The slots that hold for the whole speech; what the brief lacks is not bound.

    Arguments:
        brief: the brief.
        count: how many numbered parts the speech has.
    """
    words = level_words(brief.place)
    topic = brief.topic.removesuffix("工作")
    bound = {
        "topic": topic,
        "place": brief.place.name,
        "level": words.word,
        "leadership": words.leadership,
        "units": words.units,
        "superior": words.superior,
        "meeting": brief.meeting,
        "basis": _join(brief.basis),
        "prior": "，".join(item.strip("。；，").removeprefix("刚才，") for item in brief.prior),
        "count": to_chinese(count) if count > 1 else "",
        "year": f"{brief.date.year}年" if brief.date else "",
        "season": season(brief.date, brief.topic) if brief.date else "",
    }
    bindings = {name: Binding(text) for name, text in bound.items() if text}
    bindings["topic"] = Binding(topic, "verb" if shape_of(topic).shape is Shape.VERB else "noun")
    return bindings


def bind_task(text: str) -> Binding:
    """A theme or topic with its form, so that frames for verb and noun phrases can be told apart."""
    shape = shape_of(text).shape
    if is_bad_thing(text):
        return Binding(text, "clause")
    if shape in (Shape.VERB, Shape.PROHIBITION):
        return Binding(text, "verb")
    return Binding(text, "noun" if shape is Shape.NOUN else "clause")


def bind_themes(*, section: str, task: str = "") -> dict[str, Binding]:
    """The themes of a part and a point as slots; one that is a clause fits no frame and is left out."""
    bound = {"section": bind_task(section)}
    if task:
        bound["task"] = bind_task(task)
    return {name: binding for name, binding in bound.items() if binding.form != "clause"}


def _join(items: tuple[str, ...]) -> str:
    """和 before the last of two, 、 before that; titles in 《》 stand without 、 (GB/T 15834)."""
    if len(items) < 2:
        return "".join(items)
    return "、".join(items[:-1]).replace("》、《", "》《") + "和" + items[-1]
