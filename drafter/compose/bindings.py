"""What the slots of a phrase are filled with, from the brief: slot name → words and facts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from drafter.brief.filters import counted
from drafter.brief.levels import level_words
from drafter.brief.model import Brief
from drafter.brief.seasons import season
from drafter.compose.shape import Shape, is_bad_thing, is_work, shape_of

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
#: Kinds whose frames say 培训 themselves (在全县{topic}专题培训班开班式上的讲话), and the word.
_COURSES, _COURSE = ("开班结业", "专题培训"), "培训"
#: Topics that are an occasion and no work.
_EVENT = re.compile(
    "(?:典礼|仪式|[运校团晚年茶音]动?会|大会|论坛|庆典|庆祝|[节展赛]|博览会|交易会|推介会|开幕式?|闭幕式?|揭牌|奠基|开工|周年|校庆|联欢|春节|新年)$"
)


def bind_brief(brief: Brief, count: int) -> dict[str, Binding]:
    """The slots that hold for the whole speech; what the brief lacks is not bound.

    Arguments:
        brief: the brief.
        count: how many numbered parts the speech has.
    """
    words = level_words(brief.place)
    topic = brief.topic.removesuffix("工作")
    if brief.kind in _COURSES and len(topic) > len(_COURSE) + 1:
        topic = topic.removesuffix(_COURSE)
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
        "count": counted(count, "点").removesuffix("点") if count > 1 else "",
        "year": f"{brief.date.year}年" if brief.date else "",
        "season": season(brief.date, brief.topic) if brief.date else "",
    }
    bindings = {name: Binding(text) for name, text in bound.items() if text}
    bindings["topic"] = Binding(topic, "verb" if shape_of(topic).shape is Shape.VERB else "noun")
    if _EVENT.search(topic):
        # 毕业典礼 is held, not worked at: no phrase on work (抓好{topic}工作) is meant for it.
        bindings.setdefault("meeting", bindings.pop("topic"))
    return bindings


def bind_task(text: str) -> Binding:
    """A theme with its form, so that frames for verb phrases and for names of work can be told apart."""
    shape = shape_of(text).shape
    if is_bad_thing(text):
        return Binding(text, "clause")
    if shape in (Shape.VERB, Shape.PROHIBITION):
        return Binding(text, "verb")
    return Binding(text, "noun" if shape is Shape.NOUN and is_work(text) else "clause")


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
