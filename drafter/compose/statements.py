"""From facts to sentences: every figure with its unit, period and comparison, several joined.

Nothing is said that the data do not hold: direction words follow the sign, 持平 follows nought,
words of praise follow neither. A figure that went the wrong way is said after 但也要看到. What
several figures prove together is said behind them (see claims.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby, pairwise

from drafter.brief.change import Change
from drafter.brief.comparison import say_changes
from drafter.brief.model import Fact
from drafter.brief.polarity import Polarity, polarity
from drafter.brief.quantities import plain
from drafter.brief.units import is_ratio
from drafter.compose.claims import Claim, against_target, counterpart, prove
from drafter.compose.said import change_of, say_figure
from drafter.compose.shape import first_verb
from drafter.compose.telling import Cited

__all__ = ["Statement", "state_facts"]

#: What names of measures end in; other names are of things, which are counted without a verb.
# fmt: off
_MEASURES = (
    "数", "率", "额", "值", "量", "比", "度", "比重", "总值", "收入", "支出", "投资", "面积", "水平", "人次",
    "增速", "单产", "总产", "损失", "价格", "得分", "浓度", "指数", "规模", "里程", "余额", "均价", "成本",
    "用时", "时间", "外资", "资金",
)
# fmt: on
_SHARE = re.compile(r"^占(\d+(?:\.\d+)?)[%％]$")
#: Nobody speaks brackets: 41名（占42.7%） at the end of a clause is said 41名，占42.7%.
_SHARE_ASIDE = re.compile(r"（(占\d+(?:\.\d+)?[%％])）(?=[。；，])")
#: 全市事故起数 has 东山县事故起数 as its part.
_WHOLE = re.compile(r"^全(?:公司|系统|集团|街道|[省市州县旗区镇乡村校院厂行园])")
#: Below this many, percent of a count mislead.
_FEW = 10
#: Most figures a sentence can carry and still be read aloud.
FIGURES = 4
#: What happens and is not had: 发生火警11起.
_HAPPENS = ("起", "例", "宗")
#: What is counted over a span of time: 高火险天气共21天.
_COUNTED = ("天", "次", "人次", "场", "期", "批次", "小时", "趟", "车次", "场次")
#: Verbs of having, between which the wording may choose.
_HAD = ("现有", "共有")
#: Work, which is done and not had: 居家适老化改造2870户.
_WORK = (
    "改造",
    "培训",
    "检查",
    "巡查",
    "整改",
    "演练",
    "检测",
    "体检",
    "救助",
    "调解",
    "代办",
    "签约",
    "走访",
    "接访",
)
#: A period that is a moment: what is counted then is there (现有), not done.
_MOMENT = re.compile("^(?:截至|截止|目前|当前|至今|到目前)|[底末]$|^$")
#: A position among others: 综合排名第3位.
_RANK = re.compile("(?:排名|位次|名次|排位|排序)$")


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence with its punctuation and the facts it states."""

    text: str
    facts: tuple[str, ...]


def state_facts(
    facts: Sequence[Fact],
    *,
    whole: str,
    places: Iterable[str] = (),
    cited: Cited | None = None,
    year: int | None = None,
) -> list[Statement]:
    """Sentences that state the facts, good news before bad.

    Arguments:
        facts: what to state, in the brief's order.
        whole: 全市; said once before the first figure that names no place of its own.
        places: names of places and bodies; a figure whose name holds one is not said of the whole.
        cited: what was said before; written on.
        year: the year of the speech, so that the year before can be called 去年 the second time.
    """
    told = cited if cited is not None else Cited()
    good = [fact for fact in facts if not _went_wrong(fact)]
    bad = [fact for fact in facts if _went_wrong(fact)]
    statements: list[Statement] = []
    scope = _Scope(whole, tuple(places))
    before = ""
    for run in (good, bad):
        chunks = _after_targets(_chunks(run, told.most_figures(FIGURES)), facts)
        for number, chunk in enumerate(chunks):
            opener = told.warning(behind=bool(good)) if run is bad and number == 0 else ""
            source = "" if opener else told.source(chunk[0])
            # 2025年…。但也要看到，2025年… is written by nobody: the time still holds.
            holds = chunk[0].period == before
            before = chunk[0].period
            frame = opener + source + ("" if holds and not source else told.period(chunk[0], year))
            proved = _proved(chunk, scope, told) or _reached(chunk[-1], facts)
            clauses = _Wording(scope, told).clauses(chunk)
            text = frame + "，".join(["；".join(clauses), *(c.text for c in proved)]) + "。"
            told.stated += 1
            text = _SHARE_ASIDE.sub(r"，\1", text)
            statements.append(Statement(text, tuple(fact.name for fact in chunk)))
    return statements


def _proved(chunk: Sequence[Fact], scope: _Scope, told: Cited) -> list[Claim]:
    """The claim that follows a sentence's figures, if they prove one that was not said before."""
    if any(scope.own_place(fact) for fact in chunk) or any(_is_part(b, a) for a, b in pairwise(chunk)):
        # The county's figure and the city's do not both fall: one is in the other.
        return []
    proved = [claim for claim in prove(chunk) if claim.text not in told.claims][:1]
    told.claims.update(claim.text for claim in proved if "“" in claim.text)
    return proved


def _after_targets(chunks: Iterable[list[Fact]], facts: Sequence[Fact]) -> Iterator[list[Fact]]:
    """The chunks, parted behind a figure whose target is known: how far it got is said right behind it."""
    for chunk in chunks:
        start = 0
        for end, fact in enumerate(chunk, 1):
            if end == len(chunk) or _reached(fact, facts):
                yield chunk[start:end]
                start = end


def _reached(fact: Fact, facts: Sequence[Fact]) -> list[Claim]:
    """How much of a target of another time or source has been reached (任务18万亩 … 已建成11.7万亩)."""
    return next(filter(None, (against_target(fact, other) for other in facts if other is not fact)), [])


def _went_wrong(fact: Fact) -> bool:
    if not fact.change:
        return False
    wanted = polarity(fact.name)
    return (wanted is Polarity.LESS and fact.change > 0) or (wanted is Polarity.MORE and fact.change < 0)


def _chunks(facts: Sequence[Fact], most: int) -> Iterable[list[Fact]]:
    """Facts of one period and source together, at most so many in a sentence."""
    for _, run in groupby(facts, _said_of):
        held = list(run)
        # Five figures are better said as three and two than as four and one.
        size = min(most, -(-len(held) // -(-len(held) // most)))
        for start in range(0, len(held), size):
            yield held[start : start + size]


def _said_of(fact: Fact) -> tuple[str, str]:
    """Period and source: a sentence that names them must not cover a figure that has others or none."""
    return fact.period, fact.source


class _Scope:
    """Of whom figures are said: 全市 once, and again after a figure of one county.

    Arguments:
        whole: 全市.
        places: names of places and bodies that a fact's name may hold; the speech's own comes first.
    """

    def __init__(self, whole: str, places: tuple[str, ...]) -> None:
        self._whole = whole
        self._places = places
        self._said = False

    def own_place(self, fact: Fact) -> str:
        """The subordinate place or body that a fact's name holds, or ""."""
        return next((place for place in self._places[1:] if place and place in fact.name), "")

    def before(self, fact: Fact) -> str:
        """全市 where the listeners would otherwise not know of whom the figure is said."""
        if self.own_place(fact):
            self._said = False
            return ""
        known = self._said or self._names_the_whole(fact.name)
        self._said = True
        return "" if known else self._whole

    def _names_the_whole(self, name: str) -> bool:
        own = self._places[0] if self._places else ""
        return (
            name.startswith(("全", "我", "本", "各", "省", "市", "县", "国家", "上级"))
            or self._whole in name
            or bool(own and own in name)
        )


class _Wording:
    """The clauses of one sentence.

    Arguments:
        scope: of whom figures are said.
        told: how this draft words them.
    """

    def __init__(self, scope: _Scope, told: Cited) -> None:
        self._scope = scope
        self._told = told

    def clauses(self, facts: Sequence[Fact]) -> list[str]:
        """One clause a fact, or one for a pair that moved the same way; a part of the last one joins it."""
        scope = self._scope
        clauses: list[str] = []
        index = 0
        while index < len(facts):
            pair = facts[index : index + 2]
            alike = len(pair) == 2 and scope.own_place(pair[0]) == scope.own_place(pair[1])
            if alike and _pairs(*pair) and not _is_part(pair[1], pair[0]):
                clauses.append(scope.before(pair[0]) + self._pair(*pair))
                index += 2
                continue
            fact = facts[index]
            done = counterpart(fact, facts[index - 1]) if clauses else ""
            if done:
                part = _as_part(fact, facts[index - 1], done)
                clauses[-1] += f"，其中{self._single(part)}，{_rest(facts[index - 1], fact, done)}"
            elif clauses and _is_part(fact, facts[index - 1]):
                clauses[-1] += f"，其中{self._single(_as_part(fact, facts[index - 1]))}"
            else:
                had = _had_together(facts[index:], scope)
                if had:
                    verb = self._told.had(_verb(fact))
                    listed = "、".join(map(self._single, had))
                    clauses.append(scope.before(fact) + verb + listed)
                    index += len(had)
                    continue
                clauses.append(scope.before(fact) + self._alone(fact))
            index += 1
        return clauses

    def _alone(self, fact: Fact) -> str:
        """现有失能老年人6.3万人, or 失能老年人有6.3万人."""
        verb = _verb(fact)
        if not verb:
            return self._single(fact)
        if verb in _HAD and len(fact.name) > 2 and self._told.name_first(fact.name):
            return self._single(fact, link="有")
        return (self._told.had(verb) if verb in _HAD else verb) + self._single(fact)

    def _single(self, fact: Fact, *, link: str | None = None) -> str:
        """抽检批次21480批次 is said 抽检21480批次: the unit already tells what is counted."""
        moved = self._moved([fact])
        if _RANK.search(fact.name) and fact.unit in ("位", "名", ""):
            return f"{fact.name}第{say_figure(fact)}{'' if fact.unit else '位'}{moved}"
        name = (
            fact.name.removesuffix(fact.unit) if len(fact.unit) > 1 and not _is_measure(fact) else fact.name
        )
        return f"{name or fact.name}{_link(fact) if link is None else link}{say_figure(fact)}{moved}"

    def _pair(self, one: Fact, other: Fact) -> str:
        figures = f"{one.name}、{other.name}分别为{say_figure(one)}和{say_figure(other)}"
        if one.change == other.change:
            # 同比分别下降100%和100% is said by nobody.
            against = self._told.against(one)
            return figures + self._moved([one]).replace(against, f"{against}均", 1)
        return figures + self._moved((one, other))

    def _moved(self, facts: Sequence[Fact]) -> str:
        """，同比… for facts that carry a change, else nothing."""
        changes = [change for fact in facts if (change := _change(fact)) is not None]
        if not changes:
            return ""
        against = self._told.against(facts[0])
        said = say_changes(
            changes,
            [polarity(fact.name) for fact in facts],
            against=against,
            names=[fact.name for fact in facts],
        )
        return "，" + re.sub(r"比(上年(?:同期)?|去年同期)(均?)持平", r"\2与\1持平", said)


def _as_part(fact: Fact, whole: Fact, done: str = "") -> Fact:
    """The part with its name cut to what the whole's does not say: 高层住宅3412栋，其中设施故障的268栋.

    Arguments:
        fact: the part.
        whole: what was said just before.
        done: what has been done with the part (see counterpart): 其中联网71家.
    """
    own = fact.name.removesuffix(whole.name)
    deed = own.removesuffix("的")
    if (
        own == fact.name
        or len(deed) < 2
        or _is_measure(fact)
        or not (own.endswith("的") or own == done or _is_deed(own))
    ):
        return fact
    return replace(fact, name=deed if _is_deed(deed) else own)


def _rest(whole: Fact, part: Fact, done: str) -> str:
    """还有15家没有接入: what a part leaves, by subtraction."""
    assert whole.value is not None
    assert part.value is not None
    return f"还有{plain(whole.value - part.value)}{part.unit}没有{done}"


def _had_together(facts: Sequence[Fact], scope: _Scope) -> list[Fact]:
    """The run of things counted, two at least, that one verb can carry: 现有扑火队14支、扑火队员560名."""
    run: list[Fact] = []
    for fact in facts:
        verb = _verb(fact)
        if verb not in _HAD or fact.note or _change(fact) is not None or scope.own_place(fact):
            break
        if run and (verb != _verb(run[0]) or _is_part(fact, run[-1]) or counterpart(fact, run[-1])):
            break
        run.append(fact)
    return run if len(run) > 1 else []


def _verb(fact: Fact) -> str:
    """The verb before a thing counted: 现有, 发生, 共有; none before a measure or what was done."""
    if _is_measure(fact) or _RANK.search(fact.name) or _is_deed(fact.name):
        return ""
    if fact.unit in _HAPPENS:
        return "发生" if polarity(fact.name) is Polarity.LESS else ""
    if fact.unit in _COUNTED or fact.name.endswith(_WORK):
        return ""
    return "现有" if _MOMENT.search(fact.period) else "共有"


def _is_deed(name: str) -> bool:
    """Whether the name says what was done (查处违规用火) and not what there is (进山路口检查站)."""
    return name.startswith("已") or (len(first_verb(name)) > 1 and "的" not in name)


def _change(fact: Fact) -> Change | None:
    """The change; of a handful of things in their own unit, since 2 against 3 is no 33.3%."""
    few = fact.value is not None and fact.value < _FEW and fact.unit and not is_ratio(fact.unit)
    whole = fact.value is not None and fact.value == fact.value.to_integral_value()
    if few and whole and fact.change and fact.previous is not None and fact.previous < _FEW:
        return Change(fact.value - fact.previous, fact.unit) if fact.value is not None else None
    return change_of(fact)


def _link(fact: Fact) -> str:
    """The verb between a name and its figure.

    A thing counted needs none (非煤矿山41座, 立案查处612起); of a measure 达到 is said where it shall be
    high, 降至 where it fell as wished, else 为.
    """
    if not _is_measure(fact):
        counted = fact.unit in _COUNTED and not _is_deed(fact.name)
        return "共" if counted else ""
    if fact.value is None:
        return "为"
    wanted = polarity(fact.name)
    if wanted is Polarity.LESS and fact.change is not None and fact.change < 0:
        return "降至"
    if wanted is Polarity.MORE and (fact.change is None or fact.change > 0):
        return "达到"
    return "为"


def _is_measure(fact: Fact) -> bool:
    """Whether the name is that of a measure (起数, 整改率, 总产值) and not of what is counted."""
    return (
        fact.value is None
        or not fact.unit
        or is_ratio(fact.unit)
        or "/" in fact.unit
        or fact.name.endswith(_MEASURES)
    )


def _pairs(one: Fact, other: Fact) -> bool:
    """Whether two facts can share a clause: both moved, the same way, counted in the same sort of change."""
    if one.change is None or other.change is None or one.note or other.note:
        return False
    if not (_is_measure(one) and _is_measure(other)):
        return False
    same_way = (one.change > 0) == (other.change > 0) and bool(one.change) and bool(other.change)
    return same_way and one.change_unit == other.change_unit


def _is_part(fact: Fact, whole: Fact) -> bool:
    """Whether a figure is a part of the one before it: same unit, not larger, named as a case of it."""
    if fact.value is None or whole.value is None or fact.unit != whole.unit or not fact.unit:
        return False
    share = _SHARE.search(fact.note)
    if share and whole.value:
        # 占92.1% of the figure just said is proof enough, whatever the names.
        difference = abs(fact.value / whole.value * 100 - Decimal(share.group(1)))
        return difference <= Decimal("0.06")
    stem = _WHOLE.sub("", whole.name).removesuffix("数").removesuffix("总")
    return fact.value <= whole.value and fact.name != whole.name and len(stem) > 1 and stem in fact.name
