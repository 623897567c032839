"""From the measures a brief lists to prose: who, by when, what, in sentences that can be read aloud."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.brief.filters import counted
from drafter.brief.numerals import to_chinese
from drafter.compose.shape import Shape, Shaped, first_verb, shape_of, with_verb

__all__ = ["DONE", "ORDER", "PLAN", "WEAVES", "Voice", "Weave", "weave_measures"]

#: Longest clause run that still goes into one enumerated sentence (composition.md, Flow: 90 characters;
#: an enumeration is read item by item and may be longer).
_FEWEST, _ENUMERATED = 3, 5
#: Work that comes round again and again, or that has a date of its own: the point's deadline is not its.
_REGULAR = re.compile(
    r"每[天日周月季年半旬次班个]|定期|经常|常态化|随时|长期|坚持"
    r"|^(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日|底|初|[上中下]旬)?(?:之?前|以前)"
)
#: 4月底前完成摸排: behind 要 the date needs its 在.
_DATED = re.compile(r"(?:20\d\d年|\d{1,2}月|年底|[一二三四]季度末).*?前")
#: A norm up to this length goes behind 做到; a longer one is a sentence of its own.
_SHORT_NORM = 12
#: Times within which, from which or at which a thing is done; of any other time 前 is said.
_NO_BEFORE = re.compile(
    r"(?:前|内|起|后|期间|之际|同步|期|年|年度|季度|半年|月|月份|每[年月周天日]|立即|即日|马上|尽快|尽早|抓紧|当前)$"
)
_LASTING = re.compile(r"长期|常年|常态|持续|全年|经常")
_WORDS = re.compile(r"[0-9A-Za-z一-鿿]")
#: How an inline enumeration begins; a paragraph must not hold two of one family.
_COUNTED = "一是"
#: Goals that leave room, after which 要 would take it away (原则上不新增产能).
_OPEN = ("原则上", "有条件的", "条件成熟时", "适时探索")
#: A goal that begins with a rate: 参训率达到95%.
_RATE = re.compile(r"[一-鿿]{1,6}[率度比](?!先)")


@dataclass(frozen=True, slots=True)
class Voice:
    """How measures are told: ordered, planned by the speaker's own side, or reported as done.

    Arguments:
        force: the word between doer and deed: 要, 将 or none.
        doer: who does it where the brief names nobody.
        did: verbs for the two leads 抓好…件事, 做好…项工作.
    """

    force: str
    doer: str
    did: tuple[str, str]


ORDER = Voice("要", "", ("抓好", "做好"))
PLAN = Voice("将", "我们", ("抓好", "做好"))
DONE = Voice("", "我们", ("抓了", "做了"))


@dataclass(frozen=True, slots=True)
class Weave:
    """One way of weaving several measures.

    Arguments:
        name: for the memory that keeps neighbours apart.
        enumerated: whether it counts 一是…；二是….
        lead: words before the enumeration, {when}, {subject}, {force}, {hold}, {do} and {count} inside.
        pairing: whether two or three short measures are said as 既要…，又要….
    """

    name: str
    enumerated: bool
    lead: str = ""
    pairing: bool = False


#: Ways to say three and more measures. The composer takes another than the point before took.
WEAVES = (
    Weave("running", enumerated=False),
    Weave("things", enumerated=True, lead="{when}{subject}{force}{hold}{count}件事："),
    Weave("both", enumerated=False, pairing=True),
    Weave("running-again", enumerated=False),
    Weave("jobs", enumerated=True, lead="{when}{subject}{force}{do}{count}项工作："),
    Weave("items", enumerated=True, lead="具体来说，{when}{subject}{force}落实{count}条："),
    Weave("running-third", enumerated=False),
    Weave("points", enumerated=True, lead="有{count}件事，{when}{subject}{force}一件一件办到位："),
    Weave("focus", enumerated=True, lead="{when}{subject}{force}盯住{count}个环节："),
)
#: 盯住…个环节 of more than four is no focus.
_FOCUS = 4
#: Measures up to this length can be paired (既要…，又要…); longer ones lose the listener.
_PAIRED = 17
#: Words that 既要…，又要… cannot be said before.
_UNPAIRED = re.compile(r"[，；：]|^(?:在|从|对|向|把)|也|又|还|同时")


def weave_measures(
    measures: Sequence[str],
    *,
    subject: str,
    deadline: str,
    weave: Weave,
    reuse_enumeration: bool = True,
    voice: Voice = ORDER,
) -> list[str]:
    """Sentences, with their punctuation, that say the measures and nothing else.

    Arguments:
        measures: as the brief lists them.
        subject: who does it, or "" where the lead or the reader knows.
        deadline: 时限 as the brief has it, or "".
        weave: how three and more are joined.
        reuse_enumeration: False where the points themselves are numbered 一是, so that the
            inline run must not use the same family.
        voice: whether they are ordered, planned or done.
    """
    shaped = [shape_of(measure) for measure in measures if _WORDS.search(measure)]
    own = "".join(item.text for item in shaped)
    counted = reuse_enumeration and _COUNTED not in own
    when = "" if deadline and deadline in own else _opener(deadline)
    bodies = _doers(subject, own)
    who = "、".join(bodies) or voice.doer

    doing = [item for item in shaped if item.shape in (Shape.VERB, Shape.NOUN, Shape.NORM)]
    sentences = _doing(doing, who, when, weave, voice, enumerate_them=counted)
    if doing:
        # Work that comes round is said without its time; the time is then said of the whole.
        who, when = "", "" if when and when in sentences[0] else when
    clauses = [item for item in shaped if item.shape is Shape.CLAUSE]
    if clauses:
        sentences += _clauses(clauses, when, voice)
        doers = "、".join(item.subject for item in clauses)
        who, when = "、".join(body for body in bodies if who and body not in doers), ""
    for item in shaped:
        if item.shape is Shape.GOAL:
            sentences.append(f"{when}{_goal(item, who, voice)}。")
            who = when = ""
    forbidden = [item.text for item in shaped if item.shape is Shape.PROHIBITION]
    if forbidden:
        sentences.append("，".join(forbidden) + "。")
    as_they_stand = [item.text for item in shaped if item.shape in (Shape.STATEMENT, Shape.SENTENCE)]
    sentences += [f"{text}。" for text in as_they_stand]
    if sentences and (who not in ("", voice.doer) or when):
        sentences.append(_last_word(when, who, len(shaped), voice))
    if _LASTING.search(deadline) and sentences and deadline not in "".join(sentences):
        sentences.append(f"这项工作{voice.force or '要'}{_as_manner(deadline)}。")
    return sentences


def _doers(subject: str, own: str) -> list[str]:
    """The duty-holders who act: not whom a measure hands the work to, nor whom it reports to."""
    bodies = subject.split("、")
    acting = [body for body in bodies if not re.search(f"(?:由|报送?|报告|移交|移送){re.escape(body)}", own)]
    return acting or [body for body in bodies if f"由{body}" not in own]


def _last_word(when: str, who: str, count: int, voice: Voice) -> str:
    """Who answers for it, where no sentence before could name them."""
    if not voice.force:
        return f"{when}这项工作由{who}负责。" if who else f"这项工作在{when.rstrip('，')}完成。"
    return f"{when}{who}{voice.force}把{'这些' if count > 1 else '这条'}要求落实到位。"


def _doing(
    items: list[Shaped], subject: str, when: str, weave: Weave, voice: Voice, *, enumerate_them: bool
) -> list[str]:
    """What is to be done, as one enumeration or as running sentences.

    Work that comes round (每季度通报一次) is not done by the deadline, so it stands behind it.
    """
    regular = [item for item in items if when and _REGULAR.search(item.text)]
    once = [item for item in items if item not in regular]
    if regular and once:
        first = _doing(once, subject, when, weave, voice, enumerate_them=enumerate_them)
        return first + _doing(regular, "", "", weave, voice, enumerate_them=False)
    if regular:
        when = ""
    most = _FOCUS if weave.name == "focus" else _ENUMERATED
    if weave.enumerated and enumerate_them and _FEWEST <= len(items) <= most:
        lead = weave.lead.format(
            when=when,
            subject=subject,
            force=voice.force,
            hold=voice.did[0],
            do=voice.did[1],
            count=counted(len(items)),
        )
        said = [f"{to_chinese(n)}是{phrase}" for n, phrase in enumerate(_phrases(items), 1)]
        return [f"{lead}{'；'.join(said)}。"]
    stand_alone = [item for item in items if item.shape is Shape.NORM and len(item.text) > _SHORT_NORM]
    if len(stand_alone) == len(items):
        stand_alone = []
    woven = [item for item in items if item not in stand_alone]
    phrases = _merge_norms(_phrases(woven, norm="做到"))
    sentences = _paired(phrases, subject, when) if weave.pairing and voice is ORDER else []
    sentences = sentences or (_running(phrases, subject, when, voice) if phrases else [])
    if stand_alone:
        sentences.append("；".join(item.text for item in stand_alone) + "。")
    return sentences


def _paired(phrases: list[str], subject: str, when: str) -> list[str]:
    """既要甲，又要乙; 既要甲，也要乙，还要丙; nothing where the measures are too many or too long for it."""
    if not 2 <= len(phrases) <= 3 or any(len(p) > _PAIRED or _UNPAIRED.search(p) for p in phrases):
        return []
    joints = ("既要", "又要") if len(phrases) == 2 else ("既要", "也要", "还要")
    return [when + subject + "，".join(map("".join, zip(joints, phrases, strict=True))) + "。"]


def _running(phrases: list[str], subject: str, when: str, voice: Voice = ORDER) -> list[str]:
    """Two or three measures a sentence; the doer is named once, then 要 and 还要 carry on."""
    sentences: list[str] = []
    rest = list(phrases)
    while rest:
        size = 2 if len(rest) in (2, 4) or len("".join(rest[:3])) > 54 else 3
        taken, rest = rest[:size], rest[size:]
        if len(rest) == 1 and len("".join(taken) + rest[0]) <= 60:
            taken, rest = [*taken, *rest], []
        force = voice.force
        lead = f"{when}{subject}{force}" if not sentences else f"还{force}" if not rest else force
        sentences.append(lead + "，".join(taken) + "。")
    return sentences


def _phrases(items: list[Shaped], norm: str = "") -> list[str]:
    """Each item as it can stand behind 要 or 一是; a norm gets ``norm`` before it."""
    phrases: list[str] = []
    taken: set[str] = set()
    for number, item in enumerate(items):
        if item.shape is Shape.NOUN:
            phrase = with_verb(item.text, number, frozenset(taken))
        elif item.shape is Shape.NORM:
            phrase = norm + item.text
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


def _clauses(items: list[Shaped], when: str, voice: Voice) -> list[str]:
    said = [f"{item.subject}{voice.force}{item.predicate.removeprefix('要')}" for item in items]
    return [when + "；".join(said) + "。"]


def _goal(item: Shaped, who: str, voice: Voice) -> str:
    """A goal in its own words: what the brief calls 力争 stays 力争, what it leaves open stays open."""
    if item.text.startswith(_OPEN):
        return f"{who}{item.text}"
    if item.text.startswith(("力争", "争取", "确保", "实现", "努力", "达到", "保持")):
        return f"{who}{voice.force}{item.text}" if who else item.text
    norm = item.text.startswith(("不", "无", "零")) or _RATE.match(item.text)
    if norm:
        return f"{who}{voice.force}做到{item.text}" if who else f"做到{item.text}"
    return f"{who}{voice.force}{item.text}"


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
