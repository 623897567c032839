"""Ways of saying several things that somebody is to do by a time.

Each way takes the same phrases and says all of them, who answers and by when, and nothing else. What a
way cannot carry (two long phrases for 一手…，一手…) it declines, and the next one is tried.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from drafter.brief.filters import counted
from drafter.brief.numerals import to_chinese
from drafter.compose.telling import Draw, choose

__all__ = ["DONE", "ORDER", "PLAN", "RUNNING", "WEAVES", "Charge", "Voice", "Weave", "front", "whose_it_is"]

#: An enumeration is read item by item; more items than five are lost on a listener, fewer than three
#: need no numbers.
_FEWEST, _MOST = 3, 5
#: More short sentences than four in a row sound like a telegram.
_FOCUS = 4
#: Measures up to this length can be paired (既要…，又要…); longer ones lose the listener.
_PAIRED = 17
#: Characters of phrases that one running sentence takes (composition.md, Flow: sentences to 60).
_SENTENCE, _LONGEST = 54, 60
#: Words that 既要…，又要…, 一手…，一手… cannot be said before.
_UNPAIRED = re.compile(
    r"[，；：]|^(?:在|从|对|向|把|给|每|由|按|请|将|为)|也|又|还|同时|^(?:做到|接到|遇到|遇|发现|收到|逢|凡)|[之以]后"
)
#: Work that has no end to be reached by a date.
_LASTING = re.compile(r"^(?:做到|坚持|保持|不)|到位|常态|完成")
#: What can be said to be reached or done by it: 6月底前完成.
_END = re.compile(r"(?:前|内|底)$")
#: 对剩下的隐患逐处派人盯守 → 剩下的隐患，逐处派人盯守: what it is done to first, as one speaks.
_FRONTED = re.compile(
    r"^(?:对|把|将|给)(?P<what>[^，；、]{3,16}?)(?P<deed>(?:逐[一-鿿]|每[人户名家村座栋镇周月]|一律|全部|立即|当[天场面]"
    r"|分[类批级]|定期|统一|优先|及时|马上)[^，；]{2,})$"
)
#: 由各镇做到…, 由各镇将… are said by nobody.
_NOT_BY = ("由", "将", "把", "做到", "坚持", "保持", "请", "对", "让", "给", "在", "从", "遇")
_TIMED = ("每", "定期", "经常", "随时", "长期")


@dataclass(frozen=True, slots=True)
class Voice:
    """How measures are told: ordered, planned by the speaker's own side, or reported as done.

    Arguments:
        force: words that may stand between doer and deed, the likeliest first; "" for none.
        doer: who does it where the brief names nobody.
        did: verbs for the two leads 抓好…件事, 做好…项工作.
    """

    force: tuple[str, ...]
    doer: str
    did: tuple[str, str]

    @property
    def orders(self) -> bool:
        """Whether somebody is told to do it."""
        return not self.doer


ORDER = Voice(("要", ""), "", ("抓好", "做好"))
PLAN = Voice(("将", "要"), "我们", ("抓好", "做好"))
DONE = Voice(("",), "我们", ("抓了", "做了"))


@dataclass(frozen=True, slots=True)
class Charge:
    """Who is to do it, by when, and how the draft tells it.

    Arguments:
        who: the doers, or "".
        when: the time as a sentence opens with it (6月底前，), or "".
        voice: whether it is ordered, planned or done.
        numbered: whether 一是 may count here.
        draw: chooses among wordings.
    """

    who: str
    when: str
    voice: Voice
    numbered: bool
    draw: Draw

    @property
    def by(self) -> str:
        """The time as it stands before 完成, or "" where none does."""
        bare = self.when.rstrip("，")
        return bare if _END.search(bare) else ""

    def lead(self, phrase: str) -> str:
        """The words before the first phrase: 6月底前，各镇要."""
        return self.when + self.doer(phrase)

    def doer(self, phrase: str) -> str:
        """各镇要, 由各镇, 各镇 or 要, as this sentence has it."""
        voice = self.voice
        if not voice.orders:
            who = self.who or voice.doer
            if phrase.startswith(_TIMED):
                return who
            fitting = [force for force in voice.force if not (force and phrase.startswith(force))]
            return who + choose(fitting or ("",), self.draw("force"))
        if phrase.startswith((*_TIMED, "要")):
            return self.who
        if not self.who:
            return choose(("要", "", ""), self.draw("force"))
        by_them = "" if phrase.startswith(_NOT_BY) else "由"
        return choose((f"{self.who}要", self.who, f"{by_them}{self.who}", f"{self.who}要"), self.draw("doer"))


Say = Callable[[Sequence[str], Charge], list[str]]


@dataclass(frozen=True, slots=True)
class Weave:
    """One way of saying several measures.

    Arguments:
        name: for the memory that keeps neighbours apart.
        say: gives the sentences, or none where the way cannot carry these phrases.
        most: how often a draft may use it; 0 for as often as it likes.
        enumerated: whether it counts 一是…；二是….
        closes: whether it ends with whose the work is, so that nothing to be done may follow.
    """

    name: str
    say: Say
    most: int = 0
    enumerated: bool = False
    closes: bool = False


def front(phrase: str, draw: Draw) -> str:
    """What is done to a thing, the thing first: 剩下的隐患，逐处派人盯守; other phrases as they are."""
    match = _FRONTED.match(phrase)
    return f"{match['what']}，{match['deed']}" if match and draw("front", phrase) >= 0.5 else phrase


def _runs(phrases: Sequence[str]) -> list[list[str]]:
    """Two or three phrases a sentence, none left alone that fits the sentence before."""
    runs: list[list[str]] = []
    rest = list(phrases)
    while rest:
        size = 2 if len(rest) in (2, 4) or len("".join(rest[:3])) > _SENTENCE else 3
        taken, rest = rest[:size], rest[size:]
        if len(rest) == 1 and len("".join(taken) + rest[0]) <= _LONGEST:
            taken, rest = [*taken, *rest], []
        runs.append(taken)
    return runs


def _running(phrases: Sequence[str], charge: Charge) -> list[str]:
    """各镇要清运垃圾，疏通河道。还要建立台账。"""
    runs = _runs(phrases)
    sentences = [charge.lead(phrases[0]) + "，".join(runs[0]) + "。"]
    for number, run in enumerate(runs[1:], 1):
        joint = ""
        if charge.voice.orders and not run[0].startswith(_TIMED) and number == len(runs) - 1:
            joint = choose(("还要", "", "同时", ""), charge.draw("joint"))
        first = run[0] if joint else front(run[0], charge.draw)
        sentences.append(joint + "，".join([first, *run[1:]]) + "。")
    return sentences


def _singly(phrases: Sequence[str], charge: Charge) -> list[str]:
    """Each its own short sentence."""
    if not 2 <= len(phrases) <= _FOCUS or min(map(len, phrases)) < 6:
        return []
    first = charge.lead(phrases[0]) + phrases[0]
    return [f"{said}。" for said in (first, *(front(phrase, charge.draw) for phrase in phrases[1:]))]


def _assigned(phrases: Sequence[str], charge: Charge) -> list[str]:
    """What is to be done, then whose it is: 这两件事由各镇负责，6月底前完成。"""
    ended = charge.by or not charge.when
    if not charge.voice.orders or not ended or not (charge.who or charge.by):
        return []
    sentences = ["，".join(front(phrase, charge.draw) for phrase in run) + "。" for run in _runs(phrases)]
    return [*sentences, whose_it_is(len(phrases), charge)]


def whose_it_is(count: int, charge: Charge) -> str:
    """这两件事由各镇负责，6月底前完成。

    Arguments:
        count: how many things were said before.
        charge: by whom, by when; one of them at least.
    """
    things = "这件事" if count == 1 else f"这{counted(count, '件')}事"
    end = f"{charge.by}{'办完' if charge.draw('end') < 0.5 else '完成'}" if charge.by else ""
    if not charge.who:
        return f"{things}，{end}。"
    whose = choose((f"{things}由{charge.who}负责", f"{things}，{charge.who}负责到底"), charge.draw("whose"))
    return "，".join(filter(None, (whose, end))) + "。"


def _due(phrases: Sequence[str], charge: Charge) -> list[str]:
    """The time last: 各镇要清运垃圾，疏通河道，6月底前全部到位。"""
    if not charge.by or len(phrases) > _FEWEST or any(_LASTING.search(phrase) for phrase in phrases):
        return []
    if len("".join(phrases)) > _LONGEST:
        return []
    whole = "全部" if len(phrases) > 1 else ""
    end = choose((f"{whole}完成", f"{whole}到位"), charge.draw("end"))
    return [charge.doer(phrases[0]) + "，".join(phrases) + f"，{charge.by}{end}。"]


def _task(phrases: Sequence[str], charge: Charge) -> list[str]:
    if not charge.who or not charge.voice.orders or not 2 <= len(phrases) <= _MOST:
        return []
    lead = choose(("的任务很具体：", "的任务是：", "要办的事摆在这里："), charge.draw("task"))
    return [f"{charge.when}{charge.who}{lead}{'；'.join(phrases)}。"]


def _asked(phrases: Sequence[str], charge: Charge) -> list[str]:
    if len(phrases) < 2 or not charge.voice.orders:
        return []
    question = choose(("怎么办？", "怎么做？", "从哪里下手？"), charge.draw("question"))
    first, *rest = _running(phrases, charge)
    return [question + first, *rest]


def _counted(phrases: Sequence[str], charge: Charge) -> list[str]:
    """三件事：…；…；…。"""
    if not _FEWEST <= len(phrases) <= _MOST:
        return []
    number = counted(len(phrases))
    if charge.voice.orders:
        hold = choose(("办好", "做好", "抓住"), charge.draw("hold"))
        lead = f"{charge.when}{charge.doer('')}{hold}{number}件事："
    else:
        force = charge.voice.force[0] or "主要"
        lead = f"{charge.when}{charge.who or charge.voice.doer}{force}{charge.voice.did[1]}{number}件事："
    return [lead + "；".join(phrases) + "。"]


def _enumerated(lead: str, most: int = _MOST) -> Say:
    def say(phrases: Sequence[str], charge: Charge) -> list[str]:
        if not charge.numbered or not _FEWEST <= len(phrases) <= most:
            return []
        voice = charge.voice
        words = lead.format(
            when=charge.when,
            subject=charge.who or voice.doer,
            force=voice.force[0],
            hold=voice.did[0],
            do=voice.did[1],
            count=counted(len(phrases)),
        )
        said = [f"{to_chinese(n)}是{phrase}" for n, phrase in enumerate(phrases, 1)]
        return [f"{words}{'；'.join(said)}。"]

    return say


def _both(phrases: Sequence[str], charge: Charge) -> list[str]:
    """既要甲，又要乙; 既要甲，也要乙，还要丙."""
    if not charge.voice.orders or not 2 <= len(phrases) <= _FEWEST or not _short(phrases):
        return []
    joints = ("既要", "又要") if len(phrases) == 2 else ("既要", "也要", "还要")
    return [charge.when + charge.who + "，".join(map("".join, zip(joints, phrases, strict=True))) + "。"]


def _two_sided(one: str, other: str) -> Say:
    def say(phrases: Sequence[str], charge: Charge) -> list[str]:
        if not charge.voice.orders or len(phrases) != 2 or not _short(phrases):
            return []
        return [f"{charge.when}{charge.who}{one}{phrases[0]}，{other}{phrases[1]}。"]

    return say


def _short(phrases: Sequence[str]) -> bool:
    return all(len(phrase) <= _PAIRED and not _UNPAIRED.search(phrase) for phrase in phrases)


RUNNING = Weave("running", _running)
#: All ways. The composer takes the one it used least, and another than the points before took.
WEAVES = (
    RUNNING,
    Weave("singly", _singly),
    Weave("assigned", _assigned, closes=True),
    Weave("due", _due),
    Weave("task", _task, most=1),
    Weave("asked", _asked, most=1),
    Weave("counted", _counted, most=2),
    Weave("things", _enumerated("{when}{subject}{force}{hold}{count}件事："), most=1, enumerated=True),
    Weave("items", _enumerated("{when}{subject}{force}落实{count}条措施：", _FOCUS), most=1, enumerated=True),
    Weave("both", _both, most=1),
    Weave("hands", _two_sided("一手", "一手"), most=1),
    Weave("sides", _two_sided("一方面", "另一方面"), most=1),
)
