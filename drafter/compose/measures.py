"""From the measures a brief lists to prose: who, by when, what, in sentences that can be read aloud."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.compose.shape import Shape, Shaped, first_verb, shape_of, with_verb, without_should
from drafter.compose.telling import Draw, choose, steady
from drafter.compose.weaves import ORDER, RUNNING, Charge, Voice, Weave, whose_it_is

__all__ = ["Woven", "weave_measures"]

#: Work that comes round again and again, or that has a date of its own: the point's deadline is not its.
_REGULAR = re.compile(
    r"每[天日周月季年半旬次班个晚早餐堂逢]|每学期|24小时|定期|经常|常态化|随时|长期|坚持|^遇到?|^一旦|^凡"
    r"|^(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日|底|初|[上中下]旬)?(?:之?前|以前)"
)
#: 4月底前完成摸排: behind 要 the date needs its 在.
_DATED = re.compile(r"(?:20\d\d年|\d{1,2}月|年底|[一二三四]季度末).*?前")
#: A norm up to this length goes behind 做到; a longer one is a sentence of its own.
_SHORT_NORM = 12
#: Up to so many characters together, what is forbidden may end the sentence of what is to be done.
_JOINED = 56
#: Times within which, from which or at which a thing is done; of any other time 前 is said.
_NO_BEFORE = re.compile(
    r"(?:前|内|起|后|期间|之际|同步|期|年|年度|季度|半年|月|月份|每[年月周天日]|立即|即日|马上|尽快|尽早|抓紧|当前)$"
)
_LASTING = re.compile(r"长期|常年|常态|持续|全年|经常")
_WORDS = re.compile(r"[0-9A-Za-z一-鿿]")
#: How an inline enumeration begins; a paragraph must not hold two of one family.
_COUNTED = "一是"
#: What follows the work as it stands; behind 这件事由各镇负责 it would be nobody's.
_OTHERS = (Shape.CLAUSE, Shape.STATEMENT, Shape.SENTENCE)
#: Goals that leave room, after which 要 would take it away (原则上不新增产能).
_OPEN = ("原则上", "有条件的", "条件成熟时", "适时探索")
#: A goal that begins with a rate: 参训率达到95%.
_RATE = re.compile(r"[一-鿿]{1,6}[率度比](?!先)")


@dataclass(frozen=True, slots=True)
class Woven:
    """Measures made prose.

    Arguments:
        sentences: with their punctuation.
        weave: name of the way they were said in, "" where none was needed.
    """

    sentences: list[str]
    weave: str = ""


def weave_measures(
    measures: Sequence[str],
    *,
    subject: str,
    deadline: str,
    weaves: Sequence[Weave] = (RUNNING,),
    reuse_enumeration: bool = True,
    voice: Voice = ORDER,
    draw: Draw = steady,
) -> Woven:
    """Sentences that say the measures and nothing else.

    Arguments:
        measures: as the brief lists them.
        subject: who does it, or "" where the lead or the reader knows.
        deadline: 时限 as the brief has it, or "".
        weaves: ways to say several, the one liked best first; the first that can carry them is taken.
        reuse_enumeration: False where the points themselves are numbered 一是, so that the
            inline run must not use the same family.
        voice: whether they are ordered, planned or done.
        draw: chooses among wordings.
    """
    shaped = [shape_of(measure) for measure in measures if _WORDS.search(measure)]
    own = "".join(item.text for item in shaped)
    counted = reuse_enumeration and _COUNTED not in own
    when = "" if deadline and deadline in own else _opener(deadline)
    bodies = _doers(subject, own)
    who = "、".join(bodies)
    used = ""
    sentences: list[str] = []

    doing = [item for item in shaped if item.shape in (Shape.VERB, Shape.NOUN, Shape.NORM)]
    if doing:
        more = any(item.shape in _OTHERS for item in shaped) or any(map(_stands_alone, doing))
        ways = [weave for weave in weaves if not (more and weave.closes)]
        sentences, used = _doing(doing, Charge(who, when, voice, counted, draw), ways)
        # Work that comes round is said without its time; the time is then said of the whole.
        who, when = "", "" if when.rstrip("，") in "".join(sentences) else when
    clauses = [item for item in shaped if item.shape is Shape.CLAUSE]
    if clauses:
        sentences += _clauses(clauses, when, voice, draw)
        doers = "、".join(item.subject for item in clauses)
        who, when = "、".join(body for body in bodies if who and body not in doers), ""
    for item in shaped:
        if item.shape is Shape.GOAL:
            sentences.append(f"{when}{_goal(item, who, voice)}。")
            who = when = ""
    forbidden = "，".join(item.text for item in shaped if item.shape is Shape.PROHIBITION)
    if forbidden:
        before = sentences[-1] if sentences else ""
        if (
            before
            and "；" not in before
            and len(before) + len(forbidden) <= _JOINED
            and draw("forbidden") >= 0.5
        ):
            sentences[-1] = f"{before.removesuffix('。')}，{forbidden}。"
        else:
            sentences.append(f"{forbidden}。")
    as_they_stand = [item.text for item in shaped if item.shape in (Shape.STATEMENT, Shape.SENTENCE)]
    sentences += [f"{text}。" for text in as_they_stand]
    if sentences and (who or when):
        sentences.append(_last_word(when, who, len(shaped), voice, draw))
    if _LASTING.search(deadline) and sentences and deadline not in "".join(sentences):
        sentences.append(f"这项工作要{_as_manner(deadline)}。")
    return Woven(sentences, used)


def _doers(subject: str, own: str) -> list[str]:
    """The duty-holders who act: not whom a measure hands the work to, nor whom it reports to."""
    bodies = subject.split("、")
    acting = [body for body in bodies if not re.search(f"(?:由|报送?|报告|移交|移送){re.escape(body)}", own)]
    return acting or [body for body in bodies if f"由{body}" not in own]


def _last_word(when: str, who: str, count: int, voice: Voice, draw: Draw) -> str:
    """Who answers for it, where no sentence before could name them."""
    if not voice.orders:
        return f"{when}这项工作由{who}负责。" if who else f"这项工作在{when.rstrip('，')}完成。"
    these = "这些" if count > 1 else "这条"
    if not who:
        return f"{when}要把{these}要求落实到位。"
    return choose(
        (f"{when}{who}要把{these}要求落实到位。", f"{when}{these}要求由{who}负责落实。"), draw("last word")
    )


def _doing(items: list[Shaped], charge: Charge, weaves: Sequence[Weave]) -> tuple[list[str], str]:
    """What is to be done, in the first way that can carry it, and that way's name.

    Work that comes round (每季度通报一次) is not done by the deadline, so it stands behind it.
    """
    regular = [item for item in items if charge.when and _REGULAR.search(item.text)]
    once = [item for item in items if item not in regular]
    if regular and once:
        closing = next(
            (weave for weave in weaves[:1] if weave.closes and charge.who and charge.voice.orders), None
        )
        if closing:
            return _closed(once, regular, charge), closing.name
        first, used = _doing(once, charge, [weave for weave in weaves if not weave.closes])
        own_time = replace(charge, who="", when="", numbered=False)
        return first + _doing(regular, own_time, (RUNNING,))[0], used
    if regular:
        charge = replace(charge, when="")
    stand_alone = [item for item in items if _stands_alone(item)]
    if len(stand_alone) == len(items):
        stand_alone = []
    phrases = _merge_norms(_phrases([item for item in items if item not in stand_alone], norm="做到"))
    sentences: list[str] = []
    used = ""
    for weave in (*weaves, RUNNING):
        # Where items are counted, a norm is an item like any other.
        taken = _phrases(items) if weave.enumerated else phrases
        sentences = weave.say(taken, charge)
        if sentences:
            used = weave.name
            if weave.enumerated:
                return sentences, used
            break
    if stand_alone:
        alone = "；".join(item.text for item in stand_alone) + "。"
        # In the order of the brief, unless whom it is said to is named by what would then come second.
        leads = stand_alone[0] is items[0] and not charge.who and not charge.when
        sentences.insert(0 if leads else len(sentences), alone)
    return sentences, used


def _stands_alone(item: Shaped) -> bool:
    """Whether a norm is too long to go behind 做到."""
    return item.shape is Shape.NORM and len(item.text) > _SHORT_NORM


def _closed(once: list[Shaped], regular: list[Shaped], charge: Charge) -> list[str]:
    """What is done once by its time, what comes round, and at the end whose all of it is."""
    nobody = replace(charge, who="")
    sentences = _doing(once, nobody, (RUNNING,))[0]
    sentences += _doing(regular, replace(nobody, when="", numbered=False), (RUNNING,))[0]
    return [*sentences, whose_it_is(len(once) + len(regular), replace(charge, when=""))]


def _phrases(items: list[Shaped], norm: str = "") -> list[str]:
    """Each item as it can stand behind 要 or 一是; a norm gets ``norm`` before it."""
    phrases: list[str] = []
    taken: set[str] = set()
    for number, item in enumerate(items):
        if item.shape is Shape.NOUN:
            phrase = with_verb(item.text, number, frozenset(taken))
        elif item.shape is Shape.NORM:
            phrase = norm + without_should(item.text) if norm else item.text
        else:
            phrase = item.text
        taken.add(first_verb(phrase))
        phrases.append(f"在{phrase}" if _DATED.match(phrase) else phrase)
    return phrases


def _merge_norms(phrases: list[str]) -> list[str]:
    """做到甲，做到乙 → 做到甲、乙."""
    norms = [phrase.removeprefix("做到") for phrase in phrases if phrase.startswith("做到")]
    if len(norms) < 2 or any("，" in norm for norm in norms):
        return phrases
    others = [phrase for phrase in phrases if not phrase.startswith("做到")]
    return [*others, "做到" + "、".join(norms)]


def _clauses(items: list[Shaped], when: str, voice: Voice, draw: Draw) -> list[str]:
    force = voice.force[0] if not voice.orders or draw("clauses") < 0.5 else ""
    said = [f"{item.subject}{force}{item.predicate.removeprefix('要')}" for item in items]
    return [when + "；".join(said) + "。"]


def _goal(item: Shaped, who: str, voice: Voice) -> str:
    """A goal in its own words: what the brief calls 力争 stays 力争, what it leaves open stays open."""
    doer = who or voice.doer
    force = voice.force[0]
    if item.text.startswith(_OPEN):
        return f"{doer}{item.text}"
    if item.text.startswith(("力争", "争取", "确保", "实现", "努力", "达到", "保持")):
        return f"{doer}{force}{item.text}" if doer else item.text
    norm = item.text.startswith(("不", "无", "零")) or _RATE.match(item.text)
    if norm:
        return f"{doer}{force}做到{item.text}" if doer else f"做到{item.text}"
    return f"{doer}{force}{item.text}"


def _opener(deadline: str) -> str:
    """The time put before the doer: 6月底前，; nothing where the work is a lasting one."""
    if not deadline or _LASTING.search(deadline):
        return ""
    return f"{deadline}，" if _NO_BEFORE.search(deadline) else f"{deadline}前，"


def _as_manner(deadline: str) -> str:
    for lasting, manner in (("长期", "长期抓下去"), ("常态", "常态化抓下去"), ("持续", "持续抓下去")):
        if lasting in deadline:
            return manner
    return "常年抓、抓常年" if "年" in deadline else "经常抓、抓经常"
